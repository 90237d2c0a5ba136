import type { TraceFact, TraceStep } from './trace';

export type TraceFacts = TraceStep['facts'];

/** One rule's sentence in each language of the product, made from the facts of a step. */
export interface TraceText {
  readonly en: (facts: TraceFacts) => string;
  readonly es: (facts: TraceFacts) => string;
}

/** Sentences by rule code; every folder has its own, explain/ puts them together. */
export type TraceTexts = Readonly<Record<string, TraceText>>;

const longestDecimals = 6;

/**
 * A fact as it reads in a sentence. Decimals longer than six places are cut (not rounded: 0.7999999 must not read
 * as 0.8) and marked with an ellipsis; what is not known reads as a dash.
 */
export function say(fact: TraceFact | undefined): string {
  if (fact === undefined || fact === null || fact === '') {
    return '–';
  }
  if (Array.isArray(fact)) {
    return fact.length === 0 ? '–' : fact.map((item: TraceFact) => say(item)).join(', ');
  }
  if (typeof fact === 'object') {
    const entries = Object.entries(fact);
    return entries.length === 0 ? '–' : entries.map(([name, value]) => `${name} ${say(value)}`).join(', ');
  }
  const text = String(fact);
  return /^-?\d+\.\d+$/.test(text) && text.length - text.indexOf('.') - 1 > longestDecimals
    ? `${text.slice(0, text.indexOf('.') + 1 + longestDecimals)}…`
    : text;
}

/** The word for a coded fact; an unknown code reads as itself. */
export function word(words: Readonly<Record<string, string>>, fact: TraceFact | undefined): string {
  const code = say(fact);
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
