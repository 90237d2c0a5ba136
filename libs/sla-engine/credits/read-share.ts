import { Exact, parseExact } from '../decimals';
import type { InputReader } from '../reading';

/** A share of one: `"0.10"`, `0.1`, or with a percent sign `"10%"`. A bare 10 stays ten and is out of range later. */
export function readShare(input: InputReader, ...names: readonly string[]): string {
  const value = input.raw(...names);
  if (typeof value === 'string' && value.trim().endsWith('%')) {
    const percent = input.expect(parseExact(value.trim().slice(0, -1).trim()), input.present(...names) ?? '');
    return new Exact(percent).div(100).toFixed();
  }
  return input.decimal(...names);
}
