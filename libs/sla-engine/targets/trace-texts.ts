import { type TraceFacts, type TraceTexts, say, word } from '../trace-text';
import { stateWords } from './state-words';

const { en: statesEn, es: statesEs } = stateWords;

/** "0.85 >= 0.80", or for a band "between 240 and 360". */
function sayTarget(facts: TraceFacts, between: string, and: string): string {
  return facts['comparator'] === null
    ? `${between} ${say(facts['low'])} ${and} ${say(facts['high'])}`
    : `${say(facts['comparator'])} ${say(facts['target'])}`;
}

function sayNeeded(facts: TraceFacts, words: { atLeast: string; atMost: string; anything: string }): string {
  const low = facts['neededLow'] === null ? [] : [`${words.atLeast} ${say(facts['neededLow'])}`];
  const high = facts['neededHigh'] === null ? [] : [`${words.atMost} ${say(facts['neededHigh'])}`];
  return low.length + high.length === 0 ? words.anything : [...low, ...high].join(', ');
}

function sayReach(facts: TraceFacts, words: { secured: string; reachable: string; lost: string }): string {
  if (facts['secured'] === true) {
    return words.secured;
  }
  return facts['reachable'] === true ? words.reachable : words.lost;
}

/** Sentences of the rules that turn a value into a verdict. */
export const traceTexts: TraceTexts = {
  'target.notReported': {
    en: () => 'Nothing was reported, so the target is neither met nor breached.',
    es: () => 'No se informó nada, así que el objetivo no está ni cumplido ni incumplido.',
  },
  'target.noVolume': {
    en: () => 'There was no volume, so the target is neither met nor breached.',
    es: () => 'No hubo volumen, así que el objetivo no está ni cumplido ni incumplido.',
  },
  'target.comparison': {
    en: (facts) =>
      `${say(facts['value'])} ${say(facts['comparator'])} ${say(facts['target'])} ` +
      `${facts['met'] === true ? 'holds' : 'does not hold'}, compared unrounded.`,
    es: (facts) =>
      `${say(facts['value'])} ${say(facts['comparator'])} ${say(facts['target'])} ` +
      `${facts['met'] === true ? 'se cumple' : 'no se cumple'}, comparado sin redondear.`,
  },
  'target.band': {
    en: (facts) =>
      `${say(facts['value'])} lies ${facts['met'] === true ? 'inside' : 'outside'} the band from ` +
      `${say(facts['low'])} to ${say(facts['high'])}, edges included.`,
    es: (facts) =>
      `${say(facts['value'])} está ${facts['met'] === true ? 'dentro' : 'fuera'} de la banda de ` +
      `${say(facts['low'])} a ${say(facts['high'])}, bordes incluidos.`,
  },
  'target.sampleTooSmall': {
    en: (facts) =>
      `${say(facts['n'])} samples are fewer than the ${say(facts['minimumN'])} that can decide: ` +
      `${say(facts['passes'])} passed, interval ${say(facts['lower'])} to ${say(facts['upper'])}.`,
    es: (facts) =>
      `${say(facts['n'])} muestras son menos que las ${say(facts['minimumN'])} que pueden decidir: ` +
      `${say(facts['passes'])} correctas, intervalo de ${say(facts['lower'])} a ${say(facts['upper'])}.`,
  },
  'target.sample': {
    en: (facts) =>
      `${say(facts['passes'])} of ${say(facts['n'])} passed; the Wilson interval at ${say(facts['confidence'])} runs from ` +
      `${say(facts['lower'])} to ${say(facts['upper'])}; held against ${sayTarget(facts, 'between', 'and')}: ` +
      `${word(statesEn, facts['state'])}.`,
    es: (facts) =>
      `${say(facts['passes'])} de ${say(facts['n'])} correctas; el intervalo de Wilson al ${say(facts['confidence'])} va de ` +
      `${say(facts['lower'])} a ${say(facts['upper'])}; frente a ${sayTarget(facts, 'entre', 'y')}: ` +
      `${word(statesEs, facts['state'])}.`,
  },
  'target.outlook': {
    en: (facts) =>
      `The ${say(facts['remaining'])} still to come must reach ` +
      `${sayNeeded(facts, { atLeast: 'at least', atMost: 'at most', anything: 'nothing in particular' })}: ` +
      `${sayReach(facts, { secured: 'the target is secured', reachable: 'the target can still be met', lost: 'the target is out of reach' })}.`,
    es: (facts) =>
      `Lo que queda (${say(facts['remaining'])}) debe alcanzar ` +
      `${sayNeeded(facts, { atLeast: 'al menos', atMost: 'como máximo', anything: 'nada en particular' })}: ` +
      `${sayReach(facts, { secured: 'el objetivo está asegurado', reachable: 'el objetivo aún se puede cumplir', lost: 'el objetivo ya no se puede alcanzar' })}.`,
  },
  'target.windowOpen': {
    en: (facts) =>
      `The window is still open, so nothing is decided; so far: ${word(statesEn, facts['soFar'])}.`,
    es: (facts) =>
      `El periodo sigue abierto, así que no hay nada decidido; hasta ahora: ${word(statesEs, facts['soFar'])}.`,
  },
  'target.reportOpen': {
    en: () => 'The file may still arrive in time, so nothing is decided.',
    es: () => 'El archivo aún puede llegar a tiempo, así que no hay nada decidido.',
  },
  'target.repeatWindowOpen': {
    en: (facts) =>
      `Repeats count until ${say(facts['days'])} days after the window, so the figure is provisional.`,
    es: (facts) =>
      `Las repeticiones cuentan hasta ${say(facts['days'])} días después del periodo, así que la cifra es provisional.`,
  },
  'target.claimed': {
    en: (facts) =>
      `Claimed without counts: ${say(facts['value'])} (${say(facts['source'])}); shown beside, not mixed in.`,
    es: (facts) =>
      `Declarado sin recuentos: ${say(facts['value'])} (${say(facts['source'])}); se muestra al lado, sin mezclar.`,
  },
  'target.waived': {
    en: (facts) =>
      `The breach stays visible and is excused by waiver ${say(facts['id'])}, approved by ` +
      `${say(facts['approvedBy'])}: ${say(facts['reason'])}.`,
    es: (facts) =>
      `El incumplimiento sigue visible y queda excusado por la dispensa ${say(facts['id'])}, aprobada por ` +
      `${say(facts['approvedBy'])}: ${say(facts['reason'])}.`,
  },
  'target.disputed': {
    en: (facts) =>
      `Disputed (${say(facts['id'])}: ${say(facts['reason'])}); the figures alone say ${word(statesEn, facts['underlying'])}.`,
    es: (facts) =>
      `En disputa (${say(facts['id'])}: ${say(facts['reason'])}); las cifras por sí solas dicen ${word(statesEs, facts['underlying'])}.`,
  },
};
