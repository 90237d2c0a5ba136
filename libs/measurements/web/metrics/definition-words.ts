import { type InEveryLanguage, type MetricTerms } from '@plumbline/measurements/schema';
import { type ShortAbandonRule } from '@plumbline/sla-engine';
import { formatNumber } from '@plumbline/ui';

export interface DefinitionWords {
  readonly over: (numerator: string, denominator: string) => string;
  readonly times: (weight: string, measure: string) => string;
  readonly minus: (measure: string) => string;
  readonly threshold: (seconds: string, inclusive: boolean) => string;
  readonly short: Readonly<Record<ShortAbandonRule, (seconds: string, measure: string) => string>>;
  readonly repeat: (days: string, one: boolean) => string;
  readonly sampled: string;
}

export const definitionWords: InEveryLanguage<DefinitionWords> = {
  en: {
    over: (numerator, denominator) => `${numerator}, divided by ${denominator}`,
    times: (weight, measure) => `${weight} × ${measure}`,
    minus: (measure) => `− ${measure}`,
    threshold: (seconds, inclusive) =>
      inclusive
        ? `In time means within ${seconds} seconds; exactly ${seconds} is in time.`
        : `In time means in less than ${seconds} seconds; exactly ${seconds} is late.`,
    short: {
      kept: (seconds) => `Calls given up before ${seconds} seconds stay in both counts.`,
      outOfBoth: (seconds, measure) =>
        `Calls given up before ${seconds} seconds (${measure}) leave both counts, as far as these hold them.`,
      outOfNumerator: (seconds, measure) =>
        `Calls given up before ${seconds} seconds (${measure}) leave the upper count only.`,
    },
    repeat: (days, one) =>
      `Provisional until ${days} ${one ? 'day' : 'days'} after the month: that long a contact may come back.`,
    sampled: 'A sample: judged by its confidence interval, so that a few bad draws do not make a breach.',
  },
  es: {
    over: (numerator, denominator) => `${numerator}, dividido entre ${denominator}`,
    times: (weight, measure) => `${weight} × ${measure}`,
    minus: (measure) => `− ${measure}`,
    threshold: (seconds, inclusive) =>
      inclusive
        ? `A tiempo es en ${seconds} segundos como máximo; justo ${seconds} es a tiempo.`
        : `A tiempo es en menos de ${seconds} segundos; justo ${seconds} es tarde.`,
    short: {
      kept: (seconds) => `Las llamadas abandonadas antes de ${seconds} segundos siguen en ambos recuentos.`,
      outOfBoth: (seconds, measure) =>
        `Las llamadas abandonadas antes de ${seconds} segundos (${measure}) salen de ambos recuentos, en la medida en que estén en ellos.`,
      outOfNumerator: (seconds, measure) =>
        `Las llamadas abandonadas antes de ${seconds} segundos (${measure}) salen solo del recuento de arriba.`,
    },
    repeat: (days, one) =>
      `Provisional hasta ${days} ${one ? 'día' : 'días'} después del mes: durante ese tiempo un contacto puede volver.`,
    sampled:
      'Una muestra: se juzga por su intervalo de confianza, para que unos pocos casos malos no hagan un incumplimiento.',
  },
};

export interface Definition {
  readonly numerator: string;
  /** Null: the value is the total of the numerator. */
  readonly denominator: string | null;
  readonly sentence: string;
  /** What else decides the value, a sentence each. */
  readonly rules: readonly string[];
}

/** A definition in words: measures by their labels, `Calls offered − Calls abandoned shortly`. */
export function definitionInWords(
  terms: MetricTerms,
  labelOf: (measure: string) => string,
  words: DefinitionWords,
  locale: string,
): Definition {
  const numerator = sumInWords(terms.numerator, labelOf, words, locale);
  const denominator =
    terms.denominator.length === 0 ? null : sumInWords(terms.denominator, labelOf, words, locale);
  const { threshold, shortAbandon, repeatWindowDays } = terms;
  const count = (value: number) => formatNumber(value, locale);
  return {
    numerator,
    denominator,
    sentence: denominator === null ? numerator : words.over(numerator, denominator),
    rules: [
      ...(threshold ? [words.threshold(count(threshold.seconds), threshold.comparison === '<=')] : []),
      ...(shortAbandon
        ? [
            words.short[shortAbandon.rule](
              count(shortAbandon.seconds),
              labelOf(shortAbandon.measure ?? 'short_abandoned'),
            ),
          ]
        : []),
      ...(repeatWindowDays ? [words.repeat(count(repeatWindowDays), repeatWindowDays === 1)] : []),
      ...(terms.sampled ? [words.sampled] : []),
    ],
  };
}

function sumInWords(
  terms: MetricTerms['numerator'],
  labelOf: (measure: string) => string,
  words: DefinitionWords,
  locale: string,
): string {
  return terms
    .map(({ measure, weight = '1' }, index) => {
      const negative = weight.startsWith('-');
      const size = negative ? weight.slice(1) : weight;
      const label = labelOf(measure);
      const weighed = isOne(size) ? label : words.times(formatNumber(size, locale, { max: 20 }), label);
      if (negative) return words.minus(weighed);
      return index === 0 ? weighed : `+ ${weighed}`;
    })
    .join(' ');
}

function isOne(size: string): boolean {
  return /^0*1(?:\.0*)?$/.test(size);
}
