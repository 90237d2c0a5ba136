import { type Texts, wordsFor } from '../i18n/texts';
import { formatSeconds } from './format-duration';
import { type FigureUnit } from './format-figure';
import { formatNumber, isDecimal } from './format-number';

/** Which way is better, as the engine says it; in a band, closer to it is better. */
export type BetterDirection = 'higher' | 'lower' | 'band';

const words: Texts<{
  better: string;
  worse: string;
  higher: string;
  lower: string;
  same: string;
  points: string;
}> = {
  en: { better: 'better', worse: 'worse', higher: 'higher', lower: 'lower', same: 'no change', points: 'pt' },
  es: { better: 'mejor', worse: 'peor', higher: 'más', lower: 'menos', same: 'sin cambio', points: 'pp' },
};

export interface Delta {
  /** `better`, `worse`, `same`; `moved` where no direction is better. */
  readonly sense: 'better' | 'worse' | 'same' | 'moved';
  /** `2.1 pt better`. */
  readonly text: string;
}

/**
 * How far a figure moved, in words: shares in percentage points, seconds as mm:ss. Whether higher is better is the
 * metric's to say; `band` metrics only say higher or lower. Null where one of the two is no number.
 */
export function formatDelta(
  now: string | number | null,
  before: string | number | null,
  unit: FigureUnit,
  direction: BetterDirection,
  locale: string,
): Delta | null {
  if (now === null || before === null || !isDecimal(now) || !isDecimal(before)) return null;
  const text = wordsFor(words, locale);
  const change = Number(now) - Number(before);
  const size = sizeOf(Math.abs(change), unit, locale, text.points);
  if (size === null) return { sense: 'same', text: text.same };
  if (direction === 'band')
    return { sense: 'moved', text: `${size} ${change > 0 ? text.higher : text.lower}` };
  const better = direction === 'higher' ? change > 0 : change < 0;
  return { sense: better ? 'better' : 'worse', text: `${size} ${better ? text.better : text.worse}` };
}

/** Null where the change is too small to show: it reads as no change. */
function sizeOf(change: number, unit: FigureUnit, locale: string, points: string): string | null {
  if (unit === 'seconds') return Math.round(change) === 0 ? null : formatSeconds(change);
  const shown = unit === 'ratio' ? change * 100 : change;
  if (Number(shown.toFixed(unit === 'count' ? 0 : 1)) === 0) return null;
  const number = formatNumber(shown, locale, unit === 'count' ? { max: 0 } : { min: 1, max: 1 });
  return unit === 'count' ? number : `${number} ${points}`;
}
