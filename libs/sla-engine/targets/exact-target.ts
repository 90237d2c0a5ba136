import { type Exact, parseExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import { type Comparator, type Target, comparators } from './target';

/** A target with its numbers read; what the functions of this folder compute with. */
export type ExactTarget =
  | { readonly kind: 'comparator'; readonly comparator: Comparator; readonly value: Exact }
  | { readonly kind: 'band'; readonly low: Exact; readonly high: Exact };

/** Reads a target's numbers; a band whose low edge is not below its high edge is `target.emptyBand`. */
export function exactTarget(target: Target, path = 'target'): Outcome<ExactTarget> {
  if ('band' in target) {
    const low = parseExact(target.band.low, `${path}.band.low`);
    if (!low.ok) {
      return low;
    }
    const high = parseExact(target.band.high, `${path}.band.high`);
    if (!high.ok) {
      return high;
    }
    return low.value.lessThan(high.value)
      ? succeed({ kind: 'band', low: low.value, high: high.value })
      : fail('target.emptyBand', 'The low edge of a band is below its high edge.', `${path}.band`);
  }
  if (!comparators.includes(target.comparator)) {
    return fail('target.comparator', `Expected one of: ${comparators.join(', ')}.`, `${path}.comparator`);
  }
  const value = parseExact(target.value, `${path}.value`);
  return value.ok
    ? succeed({ kind: 'comparator', comparator: target.comparator, value: value.value })
    : value;
}
