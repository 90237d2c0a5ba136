import type { Exact } from '../decimals';
import type { Band, CheckedBand } from './check-bands';

/**
 * The band a value falls into, compared unrounded: 89.96 is not 90 (semantics rule 15). A band's lower edge is its
 * own, the topmost edge belongs to the topmost band (semantics rule 25); undefined outside all bands.
 */
export function bandOf<B extends Band>(
  bands: readonly CheckedBand<B>[],
  value: Exact,
): CheckedBand<B> | undefined {
  const top = bands.at(-1);
  return top !== undefined && value.equals(top.high)
    ? top
    : bands.find(({ low, high }) => value.gte(low) && value.lt(high));
}
