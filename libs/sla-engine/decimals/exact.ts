import { Decimal } from 'decimal.js';

/**
 * The one arithmetic of the engine (semantics rule 15): 80 significant digits, halves rounded away from zero.
 * Sums and products of everything `parseExact` lets in are exact at this precision; only quotients and square
 * roots are rounded, 46 digits beyond what `writeExact` shows.
 */
export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;
