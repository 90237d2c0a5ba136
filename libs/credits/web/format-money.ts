import { minorUnitsOf } from '@plumbline/credits/schema';

/**
 * An amount with its currency's code, in the reader's locale: `USD 2,000.00`. Text keeps all its digits until it is rounded
 * for display to the currency's minor unit, half away from zero.
 */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const digits = minorUnitsOf(currency);
  const written = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount as Intl.StringNumericLiteral);
  // a hyphen would let the line break after it, and the sign stand alone
  return written.replace('-', '\u2212');
}

/** A share of one as percent with no more digits than it has: `0.10` as `10%`. */
export function formatShare(share: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 6 }).format(
    share as Intl.StringNumericLiteral,
  );
}
