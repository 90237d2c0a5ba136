import type { Language } from '@plumbline/api/schema';
import * as z from 'zod';

/**
 * What stands in the sentence of a finding: names, figures and dates as they were found, written by nobody yet. What a code's
 * parameters mean never changes; another meaning is another code.
 */
export const findingParameters = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

/** As kept: null where it was found before parameters were kept, so that only its English sentence is there. */
export const keptParameters = findingParameters
  .nullable()
  .meta({ description: 'what stands in the sentence; null: found before they were kept' });

export type FindingParameters = z.output<typeof findingParameters>;

/** A code and what stands in its sentence. */
export interface Finding {
  readonly code: string;
  readonly parameters: FindingParameters | null;
}

/** A sentence without anything in it that changes. */
export type Nothing = Readonly<Record<string, never>>;

/** How the values of a sentence are written for who reads it. */
export interface Writing {
  number(value: string | number): string;
  /** Of YYYY-MM-DD. */
  date(day: string): string;
  /** Of YYYY-MM. */
  month(month: string): string;
  /** Of an RFC 3339 instant. */
  instant(instant: string): string;
}

/** As programs write: for answers, reports and files that are read nobody knows where. */
export const plainly: Writing = {
  number: String,
  date: (day) => day,
  month: (month) => month,
  instant: (instant) => instant,
};

/** By code, what it says of its parameters. */
export type Sentences<Parameters> = {
  readonly [Code in keyof Parameters]: (parameters: Parameters[Code], write: Writing) => string;
};

export type InEveryLanguage<Words> = Readonly<Record<Language, Words>>;

/** A finding in words; null where they are not known here: a code of a later release, or parameters that were never kept. */
export function say<Parameters>(
  texts: InEveryLanguage<Sentences<Parameters>>,
  { code, parameters }: Finding,
  language: Language,
  write: Writing,
): string | null {
  const sentences = texts[language];
  if (parameters === null || !Object.hasOwn(sentences, code)) return null;
  const sentence = sentences[code as keyof Parameters];
  return sentence(parameters as Parameters[keyof Parameters], write);
}

/** `a row`, `2 rows`: the number is written, the word follows it. */
export function counted(count: number, one: string, many: string, write: Writing): string {
  return `${write.number(count)} ${count === 1 ? one : many}`;
}
