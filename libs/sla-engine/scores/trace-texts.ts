import { stateWords } from '../targets/state-words';
import { type TraceTexts, say, word } from '../trace-text';

const { en: statesEn, es: statesEs } = stateWords;
const rulesEn = { allOrNothing: 'all or nothing', attainment: 'by attainment' };
const rulesEs = { allOrNothing: 'todo o nada', attainment: 'por grado de cumplimiento' };

const standsEn: Record<string, string> = {
  provisional: 'provisional',
  vendorReview: 'with the vendor for review',
  disputed: 'disputed',
  signOff: 'waiting for signatures',
  ready: 'ready to be published',
  published: 'published',
};
const standsEs: Record<string, string> = {
  provisional: 'provisional',
  vendorReview: 'en revisión por el proveedor',
  disputed: 'en disputa',
  signOff: 'a la espera de firmas',
  ready: 'listo para publicarse',
  published: 'publicado',
};
const nextEn: Record<string, string> = {
  built: 'it is built anew',
  sentForReview: 'it is sent for review',
  disputeDecided: 'the dispute is decided',
  signed: 'it is signed',
  published: 'it is published',
};
const nextEs: Record<string, string> = {
  built: 'se elabora de nuevo',
  sentForReview: 'se envía a revisión',
  disputeDecided: 'se resuelve la disputa',
  signed: 'se firma',
  published: 'se publica',
};
const signersEn: Record<string, string> = { insurer: 'the insurer', vendor: 'the vendor' };
const signersEs: Record<string, string> = { insurer: 'la aseguradora', vendor: 'el proveedor' };

/** Sentences of the rules that add results up to a score, and bring a scorecard to its publication. */
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
  'flow.built': {
    en: (facts) =>
      `Revision ${say(facts['revision'])} was built at ${say(facts['at'])} from ${say(facts['lines'])} lines${facts['differs'] === false ? '; it says what the published one says' : ''}.`,
    es: (facts) =>
      `La revisión ${say(facts['revision'])} se elaboró el ${say(facts['at'])} con ${say(facts['lines'])} líneas${facts['differs'] === false ? '; dice lo mismo que la publicada' : ''}.`,
  },
  'flow.sentForReview': {
    en: (facts) => `Sent to the vendor for review at ${say(facts['at'])}.`,
    es: (facts) => `Enviado al proveedor para revisión el ${say(facts['at'])}.`,
  },
  'flow.disputed': {
    en: (facts) =>
      `The vendor disputed ${say(facts['line'])} at ${say(facts['at'])}: ${say(facts['reason'])}. Signatures given before count no more.`,
    es: (facts) =>
      `El proveedor impugnó ${say(facts['line'])} el ${say(facts['at'])}: ${say(facts['reason'])}. Las firmas anteriores ya no cuentan.`,
  },
  'flow.disputeDecided': {
    en: (facts) =>
      `The dispute of ${say(facts['line'])} was ${facts['upheld'] === true ? 'upheld' : 'rejected'} at ${say(facts['at'])}.`,
    es: (facts) =>
      `La disputa de ${say(facts['line'])} se ${facts['upheld'] === true ? 'aceptó' : 'rechazó'} el ${say(facts['at'])}.`,
  },
  'flow.signed': {
    en: (facts) => `Signed by ${word(signersEn, facts['side'])} at ${say(facts['at'])}.`,
    es: (facts) => `Firmado por ${word(signersEs, facts['side'])} el ${say(facts['at'])}.`,
  },
  'flow.published': {
    en: (facts) => `Revision ${say(facts['revision'])} was published at ${say(facts['at'])}.`,
    es: (facts) => `La revisión ${say(facts['revision'])} se publicó el ${say(facts['at'])}.`,
  },
  'flow.stands': {
    en: (facts) =>
      `Revision ${say(facts['revision'])} is ${word(standsEn, facts['state'])}; it goes on when ${word(nextEn, facts['next'])}.`,
    es: (facts) =>
      `La revisión ${say(facts['revision'])} está ${word(standsEs, facts['state'])}; sigue cuando ${word(nextEs, facts['next'])}.`,
  },
};
