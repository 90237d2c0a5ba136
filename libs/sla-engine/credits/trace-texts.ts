import { type TraceFacts, type TraceTexts, say, word } from '../trace-text';

const methodsEn = {
  allocation: 'whole allocation',
  bands: 'share of its band',
  points: 'points',
  perFullPoint: 'per full point',
  percentageGap: 'percentage gap',
};
const methodsEs = {
  allocation: 'asignación completa',
  bands: 'parte de su banda',
  points: 'puntos',
  perFullPoint: 'por punto completo',
  percentageGap: 'diferencia porcentual',
};
const electionsEn = {
  larger: 'the larger pays',
  smaller: 'the smaller pays',
  order: "the contract's order decides",
};
const electionsEs = {
  larger: 'paga el mayor',
  smaller: 'paga el menor',
  order: 'decide el orden del contrato',
};

function sayCappedFrom(facts: TraceFacts, words: string): string {
  return facts['cappedFrom'] === null ? '' : ` (${words} ${say(facts['cappedFrom'])})`;
}

/** Named only where a failure has a pool of its own. */
function sayPool(facts: TraceFacts, name: string): string {
  return facts['pool'] === undefined || facts['pool'] === null ? '' : `${name} ${say(facts['pool'])} × `;
}

/** Sentences of the rules that turn failures into money. */
export const traceTexts: TraceTexts = {
  'credit.base': {
    en: (facts) => `Fee ${say(facts['fee'])}, at risk ${say(facts['atRisk'])}, pool ${say(facts['pool'])}.`,
    es: (facts) =>
      `Tarifa ${say(facts['fee'])}, en riesgo ${say(facts['atRisk'])}, fondo ${say(facts['pool'])}.`,
  },
  'credit.line': {
    en: (facts) =>
      `${say(facts['sla'])}: ${sayPool(facts, 'pool')}allocation ${say(facts['allocation'])} × ${say(facts['factor'])} ` +
      `(${word(methodsEn, facts['method'])}) × ${say(facts['multiplier'])} (miss ${say(facts['occurrence'])} in a row) ` +
      `= ${say(facts['amount'])}${sayCappedFrom(facts, 'capped from')}.`,
    es: (facts) =>
      `${say(facts['sla'])}: ${sayPool(facts, 'fondo')}asignación ${say(facts['allocation'])} × ${say(facts['factor'])} ` +
      `(${word(methodsEs, facts['method'])}) × ${say(facts['multiplier'])} (fallo ${say(facts['occurrence'])} seguido) ` +
      `= ${say(facts['amount'])}${sayCappedFrom(facts, 'limitado desde')}.`,
  },
  'credit.notElected': {
    en: (facts) => `${say(facts['sla'])}: the insurer chose not to take this credit.`,
    es: (facts) => `${say(facts['sla'])}: la aseguradora decidió no aplicar este crédito.`,
  },
  'credit.paidOnce': {
    en: (facts) =>
      `${say(facts['sla'])}: event ${say(facts['event'])} is paid for by ${say(facts['paidFor'])} already ` +
      `(${word(electionsEn, facts['election'])}).`,
    es: (facts) =>
      `${say(facts['sla'])}: el evento ${say(facts['event'])} ya se paga por ${say(facts['paidFor'])} ` +
      `(${word(electionsEs, facts['election'])}).`,
  },
  'credit.sum': {
    en: (facts) => `${say(facts['lines'])} paying lines add to ${say(facts['uncapped'])}, unrounded.`,
    es: (facts) => `${say(facts['lines'])} líneas a pagar suman ${say(facts['uncapped'])}, sin redondear.`,
  },
  'credit.capped': {
    en: (facts) => `Capped at ${say(facts['cap'])}.`,
    es: (facts) => `Limitado a ${say(facts['cap'])}.`,
  },
  'credit.rounded': {
    en: (facts) => `${say(facts['exact'])} rounded half-up once: ${say(facts['credit'])}.`,
    es: (facts) =>
      `${say(facts['exact'])} redondeado una sola vez, la mitad hacia arriba: ${say(facts['credit'])}.`,
  },
  'credit.earnedBack': {
    en: (facts) =>
      `${say(facts['monthsAtTarget'])} months at target, ${say(facts['required'])} required: ${say(facts['returned'])} is returned.`,
    es: (facts) =>
      `${say(facts['monthsAtTarget'])} meses en el objetivo, ${say(facts['required'])} exigidos: se devuelven ${say(facts['returned'])}.`,
  },
  'credit.notEarnedBack': {
    en: (facts) =>
      `${say(facts['monthsAtTarget'])} months at target, ${say(facts['required'])} required` +
      `${facts['repeatDefault'] === true ? ', and the SLA failed again' : ''}: nothing of ${say(facts['credit'])} is returned.`,
    es: (facts) =>
      `${say(facts['monthsAtTarget'])} meses en el objetivo, ${say(facts['required'])} exigidos` +
      `${facts['repeatDefault'] === true ? ', y el SLA volvió a fallar' : ''}: no se devuelve nada de ${say(facts['credit'])}.`,
  },
  'credit.adjusted': {
    en: (facts) =>
      `The credit is ${say(facts['credit'])} now, booked before: ${say(facts['booked'])}; the entry is ${say(facts['entry'])}.`,
    es: (facts) =>
      `El crédito es ahora ${say(facts['credit'])}, contabilizado antes: ${say(facts['booked'])}; el asiento es ${say(facts['entry'])}.`,
  },
};
