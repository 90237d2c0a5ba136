import { Exact, parseExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import { exactTarget } from '../targets/exact-target';
import type { CreditFailure } from './credit-scheme';

export interface Gap {
  /** How far the value lies on the wrong side of the nearest edge of the target; zero on the right side. */
  readonly gap: Exact;
  /** That edge. */
  readonly edge: Exact;
}

/** The distance of a failed value from its target, unrounded. */
export function gapToTarget(failure: Pick<CreditFailure, 'value' | 'target'>, path: string): Outcome<Gap> {
  if (failure.value === undefined || failure.target === undefined) {
    return fail('credit.gap', 'A gap needs the value and the target of the failure.', path);
  }
  const value = parseExact(failure.value, `${path}.value`);
  if (!value.ok) {
    return value;
  }
  const target = exactTarget(failure.target, `${path}.target`);
  if (!target.ok) {
    return target;
  }
  const below = (edge: Exact): Gap => ({ gap: Exact.max(0, edge.minus(value.value)), edge });
  const above = (edge: Exact): Gap => ({ gap: Exact.max(0, value.value.minus(edge)), edge });
  if (target.value.kind === 'band') {
    return succeed(value.value.lt(target.value.low) ? below(target.value.low) : above(target.value.high));
  }
  const { comparator, value: edge } = target.value;
  return succeed(comparator === '>=' || comparator === '>' ? below(edge) : above(edge));
}
