import { Exact } from '../decimals';
import type { ExactTarget } from './exact-target';

/**
 * Whether numerator / denominator meets the target, compared unrounded by cross-multiplication (semantics rules 4
 * and 15): 79.56 is not 80, exactly 80 is, and a third is compared as a third. The denominator is positive.
 */
export function meetsTarget(
  target: ExactTarget,
  numerator: Exact,
  denominator: Exact = new Exact(1),
): boolean {
  if (target.kind === 'band') {
    return numerator.gte(target.low.times(denominator)) && numerator.lte(target.high.times(denominator));
  }
  const edge = target.value.times(denominator);
  switch (target.comparator) {
    case '>=':
      return numerator.gte(edge);
    case '>':
      return numerator.gt(edge);
    case '<=':
      return numerator.lte(edge);
    case '<':
      return numerator.lt(edge);
  }
}
