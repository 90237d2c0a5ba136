import { type Result } from '@plumbline/slas/schema';
import { formatDelta, formatFigure, type Texts } from '@plumbline/ui';

export interface ClaimedWords {
  /** `Recomputed from the counts: 9.8%. The claim is 1.1 pt lower.` */
  readonly differs: (counted: string, difference: string) => string;
  readonly agrees: (counted: string) => string;
}

export const claimedWords: Texts<ClaimedWords> = {
  en: {
    differs: (counted, difference) => `Recomputed from the counts: ${counted}. The claim is ${difference}.`,
    agrees: (counted) => `Recomputed from the counts: ${counted}, as claimed.`,
  },
  es: {
    differs: (counted, difference) =>
      `Recalculado a partir de los recuentos: ${counted}. Lo declarado: ${difference}.`,
    agrees: (counted) => `Recalculado a partir de los recuentos: ${counted}, como se declaró.`,
  },
};

/** What is claimed against what the counts give, in points (semantics rule 13); null where there are no counts. */
export function claimedDifference(
  claimed: string,
  { value, metric }: Pick<Result, 'value' | 'metric'>,
  words: ClaimedWords,
  locale: string,
): string | null {
  const delta = formatDelta(claimed, value, metric.unit, 'band', locale);
  if (delta === null || value === null) return null;
  const counted = formatFigure(value, metric.unit, locale);
  return delta.sense === 'same' ? words.agrees(counted) : words.differs(counted, delta.text);
}
