import { text } from '@plumbline/api/schema';

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** An ISO 4217 code. */
export const currency = text(3).refine((code) => known.has(code), 'an ISO 4217 code such as USD');

/** Decimal places of a currency: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorUnitsOf(code: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
