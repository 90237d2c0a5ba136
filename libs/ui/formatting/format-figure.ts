import { compareDecimals } from './compare-decimals';
import { formatSeconds } from './format-duration';
import { formatNumber, formatPercent, isDecimal } from './format-number';

/** Units of a metric, as the engine names them. */
export type FigureUnit = 'ratio' | 'seconds' | 'count' | 'points';

/** Digits that are shown unless a target sits closer: percent with one, counts with none, points with one. */
const usualDigits: Readonly<Record<FigureUnit, number>> = { ratio: 1, seconds: 0, count: 0, points: 1 };

/**
 * A figure in its unit: `0.9385` as `93.9%`, `412` seconds as `06:52`. Beside a target it shows as many digits as it
 * takes to tell the two apart, because 79.96 % against 80 % must not read as 80.0 % (semantics rule 15); where 6 do not
 * suffice it says only on which side it lies: `< 80.0%`.
 */
export function formatFigure(
  value: string | number,
  unit: FigureUnit,
  locale: string,
  target?: string | number | null,
): string {
  const usual = usualDigits[unit];
  const written = write(value, unit, locale, usual);
  if (target == null || !isDecimal(value) || !isDecimal(target) || compareDecimals(value, target) === 0)
    return written;
  for (let digits = usual; digits <= 6; digits += 1) {
    const text = write(value, unit, locale, digits);
    if (text !== write(target, unit, locale, digits)) return text;
  }
  return `${compareDecimals(value, target) < 0 ? '<' : '>'} ${write(target, unit, locale, usual)}`;
}

/** A target in its unit with no more digits than it was agreed with: `0.8` as `80%`, `0.955` as `95.5%`. */
export function formatTarget(value: string | number, unit: FigureUnit, locale: string): string {
  if (unit === 'seconds') return formatSeconds(value);
  if (!isDecimal(value)) return String(value);
  const agreed = String(value).replace(/0+$/, '').split('.')[1]?.length ?? 0;
  return unit === 'ratio'
    ? formatPercent(value, locale, Math.max(0, agreed - 2))
    : formatNumber(value, locale, { max: agreed });
}

function write(value: string | number, unit: FigureUnit, locale: string, digits: number): string {
  if (unit === 'ratio') return formatPercent(value, locale, digits);
  if (unit === 'seconds' && digits === 0) return formatSeconds(value);
  const number = formatNumber(value, locale, { min: Math.min(digits, 1), max: digits });
  return unit === 'seconds' ? `${number} s` : number;
}
