import { type KpiFile } from '@plumbline/measurements/schema';
import { addMonths, formatMonth, formatNumber } from '@plumbline/ui';

export interface EffectWords {
  readonly loads: (rows: string, one: boolean, months: string, vendors: string | null) => string;
  readonly replaces: (rows: string, one: boolean) => string;
  readonly known: (rows: string, one: boolean) => string;
  readonly leavesOut: (rows: string, one: boolean) => string;
  readonly range: (count: string, first: string, last: string) => string;
  readonly and: (list: string, last: string) => string;
}

export const effectWords: { readonly en: EffectWords } = {
  en: {
    loads: (rows, one, months, vendors) =>
      `Loads ${rows} ${one ? 'row' : 'rows'}${vendors === null ? '' : ` of ${vendors} vendors`} for ${months}`,
    replaces: (rows, one) => `${rows} earlier ${one ? 'value is' : 'values are'} replaced`,
    known: (rows, one) => `${rows} ${one ? 'row is' : 'rows are'} known already`,
    leavesOut: (rows, one) => `${rows} wrong ${one ? 'row is' : 'rows are'} left out`,
    range: (count, first, last) => `${count} months, ${first} to ${last}`,
    and: (list, last) => `${list} and ${last}`,
  },
};

/**
 * What confirming a checked file does, in one sentence: `Loads 1,488 rows for March 2026; 12 earlier values are replaced.`
 * Rows that replace are among those that are loaded; rows that change nothing are not.
 */
export function effectSentence(file: KpiFile, leaveOut: boolean, words: EffectWords, locale: string): string {
  const { rows, effect } = file;
  const said = (count: number | null, sentence: (rows: string, one: boolean) => string) =>
    count ? [sentence(formatNumber(count, locale), count === 1)] : [];
  const loaded = (rows.new ?? 0) + (rows.restated ?? 0);
  const vendors = effect && effect.vendors > 1 ? formatNumber(effect.vendors, locale) : null;
  const months = monthsSentence(effect?.months ?? [], words, locale);
  const parts = [
    words.loads(formatNumber(loaded, locale), loaded === 1, months, vendors),
    ...said(rows.restated, words.replaces),
    ...said(rows.unchanged, words.known),
    ...(leaveOut ? said(rows.wrong, words.leavesOut) : []),
  ];
  return `${parts.join('; ')}.`;
}

/** Months as people say them: all of them up to three, a range when they follow each other, else first and last. */
export function monthsSentence(
  months: readonly string[],
  words: Pick<EffectWords, 'range' | 'and'>,
  locale: string,
): string {
  const names = months.map((month) => formatMonth(month, locale, 'long'));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  const consecutive = addMonths(first, months.length - 1) === last;
  if (months.length > 3 || (months.length > 2 && consecutive))
    return words.range(formatNumber(months.length, locale), names[0] ?? '', names.at(-1) ?? '');
  return names.length === 1 ? (names[0] ?? '') : words.and(names.slice(0, -1).join(', '), names.at(-1) ?? '');
}
