import { type InEveryLanguage, type KpiFile } from '@plumbline/measurements/schema';
import { addMonths, formatMonth, formatNumber } from '@plumbline/ui';

export interface EffectWords {
  /** `all` where not every good row is loaded, because some are known already. */
  readonly loads: (
    rows: string,
    one: boolean,
    all: string | null,
    vendors: string | null,
    months: string,
    what: 'rows' | 'cases',
  ) => string;
  readonly replaces: (rows: string, one: boolean) => string;
  readonly laterVersions: (rows: string, one: boolean) => string;
  readonly known: (rows: string, one: boolean) => string;
  readonly leavesOut: (rows: string, one: boolean) => string;
  readonly range: (count: string, first: string, last: string) => string;
  readonly and: (list: string, last: string) => string;
}

export const effectWords: InEveryLanguage<EffectWords> = {
  en: {
    loads: (rows, one, all, vendors, months, what) =>
      `Loads ${rows}${all === null ? '' : ` of ${all}`} ${one && all === null ? what.slice(0, -1) : what}` +
      `${vendors === null ? '' : ` of ${vendors} vendors`} for ${months}`,
    replaces: (rows, one) => `${rows} earlier ${one ? 'value is' : 'values are'} replaced`,
    laterVersions: (rows, one) =>
      `${rows} ${one ? 'is a later version of a row' : 'are later versions of rows'} of the same file`,
    known: (rows, one) => `${rows} ${one ? 'is' : 'are'} known already`,
    leavesOut: (rows, one) => `${rows} wrong ${one ? 'row is' : 'rows are'} left out`,
    range: (count, first, last) => `${count} months (${first} to ${last})`,
    and: (list, last) => `${list} and ${last}`,
  },
  es: {
    loads: (rows, one, all, vendors, months, what) => {
      const [single, many] = what === 'rows' ? ['fila', 'filas'] : ['caso', 'casos'];
      return (
        `Carga ${rows}${all === null ? '' : ` de ${all}`} ${one && all === null ? single : many}` +
        `${vendors === null ? '' : ` de ${vendors} proveedores`} de ${months}`
      );
    },
    replaces: (rows, one) =>
      one ? `se sustituye ${rows} valor anterior` : `se sustituyen ${rows} valores anteriores`,
    laterVersions: (rows, one) =>
      one
        ? `${rows} es una versión posterior de una fila del mismo archivo`
        : `${rows} son versiones posteriores de filas del mismo archivo`,
    known: (rows, one) => (one ? `${rows} ya se conoce` : `${rows} ya se conocen`),
    leavesOut: (rows, one) =>
      one ? `se deja fuera ${rows} fila incorrecta` : `se dejan fuera ${rows} filas incorrectas`,
    range: (count, first, last) => `${count} meses (de ${first} a ${last})`,
    and: (list, last) => `${list} y ${last}`,
  },
};

/**
 * What confirming a checked file does, in one sentence: `Loads 1,488 rows for March 2026; 12 earlier values are replaced.`
 * Rows that replace are among those that are loaded; rows that change nothing are not.
 */
export function effectSentence(file: KpiFile, leaveOut: boolean, words: EffectWords, locale: string): string {
  const { rows, effect } = file;
  const number = (count: number) => formatNumber(count, locale);
  const said = (count: number | null, sentence: (rows: string, one: boolean) => string) =>
    count ? [sentence(number(count), count === 1)] : [];
  const loaded = (rows.new ?? 0) + (rows.restated ?? 0);
  const all = rows.unchanged ? number(loaded + rows.unchanged) : null;
  const vendors = effect && effect.vendors > 1 ? number(effect.vendors) : null;
  const months = monthsSentence(effect?.months ?? [], words, locale);
  const parts = [
    words.loads(
      ...([number(loaded), loaded === 1, all, vendors, months] as const),
      effect?.cases === undefined ? 'rows' : 'cases',
    ),
    ...said(rows.restated, effect?.needsReason ? words.replaces : words.laterVersions),
    ...said(rows.unchanged, words.known),
    ...(leaveOut ? said(rows.wrong, words.leavesOut) : []),
  ];
  return `${parts.join('; ')}.`;
}

/** Months as people say them: each of two, and of more how many they are, from the first to the last. */
export function monthsSentence(
  months: readonly string[],
  words: Pick<EffectWords, 'range' | 'and'>,
  locale: string,
): string {
  const names = months.map((month) => formatMonth(month, locale, 'long'));
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return first;
  const last = names.at(-1) ?? second;
  const consecutive = addMonths(months[0] ?? '', months.length - 1) === months.at(-1);
  if (months.length > 3 || (months.length > 2 && consecutive))
    return words.range(formatNumber(months.length, locale), first, last);
  return words.and(names.slice(0, -1).join(', '), last);
}
