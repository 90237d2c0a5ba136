/**
 * A decimal text or number in the reader's locale. Text keeps all its digits until it is rounded for display, half
 * away from zero (semantics rule 15). Answers the text as it came where it is no number.
 */
export function formatNumber(
  value: string | number,
  locale: string,
  digits: { readonly min?: number; readonly max?: number } = {},
): string {
  if (!isDecimal(value)) return String(value);
  const max = digits.max ?? 2;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: Math.min(digits.min ?? 0, max),
    maximumFractionDigits: max,
  }).format(value as Intl.StringNumericLiteral);
}

/** A share of one as percent: `0.9385` as `93.9%`. */
export function formatPercent(ratio: string | number, locale: string, digits = 1): string {
  if (!isDecimal(ratio)) return String(ratio);
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ratio as Intl.StringNumericLiteral);
}

export function isDecimal(value: string | number): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : /^-?\d+(?:\.\d+)?$/.test(value);
}
