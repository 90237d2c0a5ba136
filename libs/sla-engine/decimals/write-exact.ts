import type { Exact } from './exact';

const shownDigits = 34;

/**
 * A decimal string without exponent, at most 34 significant digits (IEEE 754 decimal128), no trailing zeros.
 * Display rounding is the reader's (semantics rule 15): this is what is stored, exported and compared.
 *
 * @example writeExact(new Exact('13').div(15)) // '0.8666666666666666666666666666666667'
 */
export function writeExact(value: Exact): string {
  return value.toSignificantDigits(shownDigits).toFixed();
}
