import { type Outcome, fail, succeed } from '../outcome';
import { Exact } from './exact';

/** A number as it arrives: a decimal string (`"0.80"`) or a finite JSON number. */
export type Amount = string | number;

const plainDecimal = /^[+-]?(\d{1,24}(\.\d{1,40})?|\.\d{1,40})$/;

/**
 * Reads a decimal string or a finite number. Exponents in strings, more than 24 digits before the point or
 * 40 after it, `NaN` and `Infinity` are refused with `decimal.malformed`, so that everything inside is exact.
 *
 * @example parseExact('0.80') // succeed(0.8)
 */
export function parseExact(value: unknown, path = ''): Outcome<Exact> {
  if (typeof value === 'string') {
    const text = value.trim();
    return plainDecimal.test(text) ? succeed(new Exact(text)) : malformed(path);
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    const exact = new Exact(value);
    return exact.abs().lessThan('1e24') && exact.decimalPlaces() <= 40 ? succeed(exact) : malformed(path);
  }
  return malformed(path);
}

function malformed(path: string): Outcome<never> {
  return fail('decimal.malformed', 'Expected a decimal string such as "0.80", or a finite number.', path);
}
