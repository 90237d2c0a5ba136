import { Exact, parseExact, writeExact } from '@plumbline/sla-engine';

/** `40` (percent, as people type it) as `0.4` (a share of one); what is no number stays as it is, for the schema to refuse. */
export function shareOfPercent(percent: string): string {
  const exact = parseExact(percent.trim().replace('%', '').trim().replace(',', '.'));
  return exact.ok ? writeExact(exact.value.div(100)) : percent.trim();
}

export function percentOfShare(share: string): string {
  const exact = parseExact(share);
  return exact.ok ? writeExact(exact.value.times(100)) : share;
}

/** A decimal as people type it, with a comma or a point. */
export function decimalOf(typed: string): string {
  return typed.trim().replace(',', '.');
}

/**
 * Money as people type it. A comma or a point before three digits may mean thousands as well as decimals, and 118,500 must
 * not become 118.50: it stays as it is, for the schema to refuse. Only a currency with three decimals has them after a point.
 */
export function moneyOf(typed: string, minorUnits: number): string {
  const text = typed.trim();
  const decimals = /^\d+(?:[.,](\d+))?$/.exec(text)?.[1]?.length ?? 0;
  if (decimals <= Math.min(minorUnits, 2)) return decimalOf(text);
  if (decimals <= minorUnits && text.includes('.')) return text;
  return text.replace('.', ',');
}

/** Half a percent below, or above, what is agreed: a miss to show what it would cost. */
export function missedBy(
  target:
    | { readonly comparator: string; readonly value: string }
    | { readonly band: { readonly low: string; readonly high: string } },
  distance: string,
): string {
  const far = new Exact(distance);
  if ('band' in target) return writeExact(new Exact(target.band.high).plus(far));
  const edge = new Exact(target.value);
  return writeExact(target.comparator.startsWith('>') ? Exact.max(0, edge.minus(far)) : edge.plus(far));
}
