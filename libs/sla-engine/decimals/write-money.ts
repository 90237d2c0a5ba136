import { Exact } from './exact';

/**
 * Money as a decimal string rounded half-up (halves away from zero) to the currency's minor unit (semantics
 * rule 23: rounded once, at the end).
 *
 * @example writeMoney(new Exact('1999.995'), 2) // '2000.00'
 */
export function writeMoney(value: Exact, minorUnits: number): string {
  // Rounded before it is written: what rounds to nothing carries no minus.
  return value.toDecimalPlaces(minorUnits, Exact.ROUND_HALF_UP).toFixed(minorUnits);
}
