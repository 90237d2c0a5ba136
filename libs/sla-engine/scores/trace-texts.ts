import { stateWords } from '../targets/state-words';
import { type TraceTexts, say, word } from '../trace-text';

const { en: statesEn, es: statesEs } = stateWords;
const rulesEn = { allOrNothing: 'all or nothing', attainment: 'by attainment' };
const rulesEs = { allOrNothing: 'todo o nada', attainment: 'por grado de cumplimiento' };

/** Sentences of the rules that add results up to a score. */
export const traceTexts: TraceTexts = {
  'score.line': {
    en: (facts) =>
      `${say(facts['id'])} is ${word(statesEn, facts['state'])}: ${say(facts['points'])} points ` +
      `(${word(rulesEn, facts['pointsRule'])}) at weight ${say(facts['weight'])}.`,
    es: (facts) =>
      `${say(facts['id'])} está ${word(statesEs, facts['state'])}: ${say(facts['points'])} puntos ` +
      `(${word(rulesEs, facts['pointsRule'])}) con peso ${say(facts['weight'])}.`,
  },
  'score.lineMissing': {
    en: (facts) =>
      `${say(facts['id'])} has no verdict (${word(statesEn, facts['state'])}): its weight ${say(facts['weight'])} is left out.`,
    es: (facts) =>
      `${say(facts['id'])} no tiene veredicto (${word(statesEs, facts['state'])}): su peso ${say(facts['weight'])} queda fuera.`,
  },
  'score.weighted': {
    en: (facts) => `${say(facts['earned'])} / ${say(facts['covered'])} of weight = ${say(facts['score'])}.`,
    es: (facts) => `${say(facts['earned'])} / ${say(facts['covered'])} de peso = ${say(facts['score'])}.`,
  },
  'score.withheld': {
    en: (facts) =>
      `Only ${say(facts['coverage'])} of the weight has a verdict, ${say(facts['minimumCoverage'])} is needed: the score is withheld.`,
    es: (facts) =>
      `Solo ${say(facts['coverage'])} del peso tiene veredicto, hace falta ${say(facts['minimumCoverage'])}: la puntuación se retiene.`,
  },
  'score.band': {
    en: (facts) => `Band ${say(facts['name'])}: from ${say(facts['from'])} to ${say(facts['to'])}.`,
    es: (facts) => `Banda ${say(facts['name'])}: de ${say(facts['from'])} a ${say(facts['to'])}.`,
  },
  'score.speedBalanced': {
    en: (facts) =>
      `Speed weighs ${say(facts['speed'])}, quality and compliance ${say(facts['qualityAndCompliance'])}: in order.`,
    es: (facts) =>
      `La rapidez pesa ${say(facts['speed'])}, la calidad y el cumplimiento ${say(facts['qualityAndCompliance'])}: correcto.`,
  },
  'score.speedExcepted': {
    en: (facts) =>
      `Speed (${say(facts['speed'])}) outweighs quality and compliance (${say(facts['qualityAndCompliance'])}) for a recorded reason: ${say(facts['reason'])}.`,
    es: (facts) =>
      `La rapidez (${say(facts['speed'])}) pesa más que la calidad y el cumplimiento (${say(facts['qualityAndCompliance'])}) por un motivo registrado: ${say(facts['reason'])}.`,
  },
};
