import type { TraceFact } from '../trace';
import { type TraceTexts, say, word } from '../trace-text';

const shortRulesEn = {
  outOfBoth: 'out of numerator and denominator',
  outOfNumerator: 'out of the numerator',
};
const shortRulesEs = {
  outOfBoth: 'fuera del numerador y del denominador',
  outOfNumerator: 'fuera del numerador',
};

/** "answered + 2 × abandoned − short_abandoned" from the terms of a definition. */
function sayTerms(terms: TraceFact | undefined): string {
  if (!Array.isArray(terms) || terms.length === 0) {
    return '–';
  }
  const signed = terms.map((term: TraceFact) => {
    const { measure, weight } = asTerm(term);
    const size = weight.replace(/^[+-]/, '');
    return {
      sign: weight.startsWith('-') ? '−' : '+',
      text: size === '1' ? measure : `${size} × ${measure}`,
    };
  });
  return signed
    .map(({ sign, text }, index) => (index === 0 && sign === '+' ? text : `${sign} ${text}`))
    .join(' ');
}

function asTerm(term: TraceFact): { measure: string; weight: string } {
  if (typeof term === 'object' && term !== null && !Array.isArray(term)) {
    const { measure, weight } = term as Readonly<Record<string, TraceFact>>;
    return { measure: say(measure), weight: say(weight) };
  }
  return { measure: say(term), weight: '1' };
}

/** "sum of …" or "… divided by …". */
function sayFormula(facts: Readonly<Record<string, TraceFact>>, sum: string): string {
  const denominator = sayTerms(facts['denominator']);
  const numerator = sayTerms(facts['numerator']);
  return denominator === '–' ? `${sum} ${numerator}` : `(${numerator}) / (${denominator})`;
}

function sayThreshold(threshold: TraceFact | undefined, words: { within: string; under: string }): string {
  if (typeof threshold !== 'object' || threshold === null || Array.isArray(threshold)) {
    return '';
  }
  const { seconds, comparison } = threshold as Readonly<Record<string, TraceFact>>;
  return `, ${comparison === '<' ? words.under : words.within} ${say(seconds)} s`;
}

/** Sentences of the rules that the value of a metric goes through. */
export const traceTexts: TraceTexts = {
  'kpi.definition': {
    en: (facts) =>
      `Metric ${say(facts['id'])}, version ${say(facts['version'])}: ${sayFormula(facts, 'the sum of')}` +
      `${sayThreshold(facts['threshold'], { within: 'within', under: 'in under' })}. Source: ${say(facts['source'])}.`,
    es: (facts) =>
      `Métrica ${say(facts['id'])}, versión ${say(facts['version'])}: ${sayFormula(facts, 'la suma de')}` +
      `${sayThreshold(facts['threshold'], { within: 'en', under: 'en menos de' })}. Fuente: ${say(facts['source'])}.`,
  },
  'kpi.rowsCounted': {
    en: (facts) =>
      `${say(facts['counted'])} of ${say(facts['rows'])} rows carry every measure that is needed.`,
    es: (facts) =>
      `${say(facts['counted'])} de ${say(facts['rows'])} filas tienen todas las medidas necesarias.`,
  },
  'kpi.rowsSetAside': {
    en: (facts) =>
      `Set aside because ${say(facts['measures'])} is blank, which is not zero: row ${say(facts['rows'])}.`,
    es: (facts) =>
      `Apartadas porque ${say(facts['measures'])} está en blanco, que no es cero: fila ${say(facts['rows'])}.`,
  },
  'kpi.exclusion': {
    en: (facts) =>
      `Exclusion ${say(facts['id'])} (${say(facts['kind'])}: ${say(facts['reason'])}), approved by ` +
      `${say(facts['approvedBy'])}, takes out ${say(facts['rows'])} rows: ${say(facts['amounts'])}.`,
    es: (facts) =>
      `La exclusión ${say(facts['id'])} (${say(facts['kind'])}: ${say(facts['reason'])}), aprobada por ` +
      `${say(facts['approvedBy'])}, retira ${say(facts['rows'])} filas: ${say(facts['amounts'])}.`,
  },
  'kpi.exclusionPending': {
    en: (facts) =>
      `Exclusion ${say(facts['id'])} (${say(facts['kind'])}) is not approved and takes nothing out.`,
    es: (facts) =>
      `La exclusión ${say(facts['id'])} (${say(facts['kind'])}) no está aprobada y no retira nada.`,
  },
  'kpi.shortAbandons': {
    en: (facts) =>
      `Calls abandoned within ${say(facts['seconds'])} s are ${word(shortRulesEn, facts['rule'])}: ` +
      `${say(facts['fromNumerator'])} left the numerator, ${say(facts['fromDenominator'])} the denominator.`,
    es: (facts) =>
      `Las llamadas abandonadas en ${say(facts['seconds'])} s quedan ${word(shortRulesEs, facts['rule'])}: ` +
      `${say(facts['fromNumerator'])} salen del numerador, ${say(facts['fromDenominator'])} del denominador.`,
  },
  'kpi.notReported': {
    en: () => 'No row carries what the metric needs, so there is no value.',
    es: () => 'Ninguna fila tiene lo que la métrica necesita, así que no hay valor.',
  },
  'kpi.noVolume': {
    en: (facts) => `The denominator is zero (numerator ${say(facts['numerator'])}), so there is no value.`,
    es: (facts) => `El denominador es cero (numerador ${say(facts['numerator'])}), así que no hay valor.`,
  },
  'kpi.total': {
    en: (facts) => `The total is ${say(facts['value'])}.`,
    es: (facts) => `El total es ${say(facts['value'])}.`,
  },
  'kpi.ratioOfSums': {
    en: (facts) => `${say(facts['numerator'])} / ${say(facts['denominator'])} = ${say(facts['value'])}.`,
    es: (facts) => `${say(facts['numerator'])} / ${say(facts['denominator'])} = ${say(facts['value'])}.`,
  },
  'kpi.withoutExclusions': {
    en: (facts) =>
      `Without exclusions: ${say(facts['numerator'])} / ${say(facts['denominator'])} = ${say(facts['value'])}.`,
    es: (facts) =>
      `Sin exclusiones: ${say(facts['numerator'])} / ${say(facts['denominator'])} = ${say(facts['value'])}.`,
  },
  'kpi.casesDue': {
    en: (facts) =>
      `${say(facts['due'])} of ${say(facts['cases'])} cases were due from ${say(facts['start'])} until before ${say(facts['end'])}, open ones included.`,
    es: (facts) =>
      `${say(facts['due'])} de ${say(facts['cases'])} casos vencían desde ${say(facts['start'])} hasta antes de ${say(facts['end'])}, incluidos los abiertos.`,
  },
  'kpi.dueInTime': {
    en: (facts) =>
      `Of ${say(facts['due'])} due, ${say(facts['inTime'])} were done by their deadline, ${say(facts['late'])} after it, and ${say(facts['open'])} are open.`,
    es: (facts) =>
      `De ${say(facts['due'])} vencidos, ${say(facts['inTime'])} se hicieron en plazo, ${say(facts['late'])} después y ${say(facts['open'])} siguen abiertos.`,
  },
};
