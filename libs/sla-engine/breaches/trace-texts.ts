import { stateWords } from '../targets/state-words';
import { type TraceFacts, type TraceTexts, say, word } from '../trace-text';

const { en: statesEn, es: statesEs } = stateWords;
const standingsEn = { plain: 'no waiver and no dispute', waived: 'waived', disputed: 'disputed' };
const standingsEs = { plain: 'sin dispensa ni disputa', waived: 'con dispensa', disputed: 'en disputa' };

function sayChange(facts: TraceFacts, words: Readonly<Record<string, string>>): string {
  return `${word(words, facts['previous'])} → ${word(words, facts['next'])}`;
}

/** Sentences of the rules about breach records, the duty to report and repeat triggers. */
export const traceTexts: TraceTexts = {
  'breach.opened': {
    en: (facts) =>
      `The figures miss the target (${sayChange(facts, statesEn)}), so a breach is written; ${word(standingsEn, facts['standing'])}.`,
    es: (facts) =>
      `Las cifras no alcanzan el objetivo (${sayChange(facts, statesEs)}), así que se registra un incumplimiento; ${word(standingsEs, facts['standing'])}.`,
  },
  'breach.reopened': {
    en: (facts) =>
      `The figures miss the target again (${sayChange(facts, statesEn)}), so the same breach opens again; ${word(standingsEn, facts['standing'])}.`,
    es: (facts) =>
      `Las cifras vuelven a fallar (${sayChange(facts, statesEs)}), así que se reabre el mismo incumplimiento; ${word(standingsEs, facts['standing'])}.`,
  },
  'breach.closed': {
    en: (facts) =>
      `The figures no longer miss the target (${sayChange(facts, statesEn)}), so the breach closes.`,
    es: (facts) =>
      `Las cifras ya no fallan (${sayChange(facts, statesEs)}), así que el incumplimiento se cierra.`,
  },
  'breach.kept': {
    en: (facts) =>
      `The breach is on record already and stays (${sayChange(facts, statesEn)}); ${word(standingsEn, facts['standing'])}.`,
    es: (facts) =>
      `El incumplimiento ya consta y se mantiene (${sayChange(facts, statesEs)}); ${word(standingsEs, facts['standing'])}.`,
  },
  'breach.none': {
    en: (facts) => `There is no breach to write or close (${sayChange(facts, statesEn)}).`,
    es: (facts) => `No hay incumplimiento que registrar ni cerrar (${sayChange(facts, statesEs)}).`,
  },
  'breach.dutyMet': {
    en: (facts) => `The file was due ${say(facts['dueAt'])} and came ${say(facts['receivedAt'])}: in time.`,
    es: (facts) =>
      `El archivo vencía el ${say(facts['dueAt'])} y llegó el ${say(facts['receivedAt'])}: a tiempo.`,
  },
  'breach.dutyPending': {
    en: (facts) => `The file is due ${say(facts['dueAt'])} and has not come yet.`,
    es: (facts) => `El archivo vence el ${say(facts['dueAt'])} y aún no ha llegado.`,
  },
  'breach.dutyBreached': {
    en: (facts) =>
      `The file was due ${say(facts['dueAt'])} (received: ${say(facts['receivedAt'])}): the duty to report is breached, the metric is not.`,
    es: (facts) =>
      `El archivo vencía el ${say(facts['dueAt'])} (recibido: ${say(facts['receivedAt'])}): se incumple el deber de informar, no la métrica.`,
  },
  'trigger.misses': {
    en: (facts) =>
      `${say(facts['failed'])} of the last ${say(facts['n'])} months with a verdict (${say(facts['looked'])}) failed, ` +
      `${say(facts['needed'])} are needed: ${facts['triggered'] === true ? 'triggered' : 'not triggered'}. ` +
      `Skipped without a verdict: ${say(facts['skipped'])}.`,
    es: (facts) =>
      `${say(facts['failed'])} de los últimos ${say(facts['n'])} meses con veredicto (${say(facts['looked'])}) fallaron, ` +
      `hacen falta ${say(facts['needed'])}: ${facts['triggered'] === true ? 'se activa' : 'no se activa'}. ` +
      `Omitidos sin veredicto: ${say(facts['skipped'])}.`,
  },
  'trigger.average': {
    en: (facts) =>
      `Average of ${say(facts['months'])} of the last ${say(facts['n'])} months: ${say(facts['numerator'])} / ` +
      `${say(facts['denominator'])} = ${say(facts['average'])}: ${facts['triggered'] === true ? 'triggered' : 'not triggered'}. ` +
      `Skipped without a verdict: ${say(facts['skipped'])}.`,
    es: (facts) =>
      `Media de ${say(facts['months'])} de los últimos ${say(facts['n'])} meses: ${say(facts['numerator'])} / ` +
      `${say(facts['denominator'])} = ${say(facts['average'])}: ${facts['triggered'] === true ? 'se activa' : 'no se activa'}. ` +
      `Omitidos sin veredicto: ${say(facts['skipped'])}.`,
  },
};
