import { Decimal } from 'decimal.js';

/**
 * The one arithmetic of the engine (semantics rule 15): 128 significant digits, halves rounded away from zero.
 * The sum and the product of any two numbers that `parseExact` lets in are exact at this precision; quotients and
 * square roots are rounded far beyond what `writeExact` shows.
 */
export const Exact = Decimal.clone({ precision: 128, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;
