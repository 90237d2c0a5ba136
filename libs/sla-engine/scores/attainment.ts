import { Exact, parseExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import { exactTarget } from '../targets/exact-target';
import type { ExactTarget } from '../targets/exact-target';
import type { ScoreResult } from './score';

/**
 * The share of the target a breached result reached, in points from 0 to 100: value / target where more is better,
 * target / value where less is, the ratio to the nearer edge outside a band. A breached result needs its value and target.
 */
export function attainment(result: Pick<ScoreResult, 'value' | 'target'>, path: string): Outcome<Exact> {
  if (result.value === undefined || result.value === null || result.target === undefined) {
    return fail('score.attainment', 'Attainment needs the value and the target of a breached result.', path);
  }
  const value = parseExact(result.value, `${path}.value`);
  if (!value.ok) {
    return value;
  }
  const target = exactTarget(result.target, `${path}.target`);
  if (!target.ok) {
    return target;
  }
  const [part, whole] = partAndWhole(target.value, value.value);
  const share = whole.lte(0) || part.lt(0) ? new Exact(0) : Exact.min(1, part.div(whole));
  return succeed(share.times(100));
}

function partAndWhole(target: ExactTarget, value: Exact): readonly [Exact, Exact] {
  if (target.kind === 'band') {
    return value.lt(target.low) ? [value, target.low] : [target.high, value];
  }
  const moreIsBetter = target.comparator === '>=' || target.comparator === '>';
  return moreIsBetter ? [value, target.value] : [target.value, value];
}
