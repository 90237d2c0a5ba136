import type { Exact } from '../decimals';
import { type Outcome, succeed } from '../outcome';
import { type ExactTarget, exactTarget } from './exact-target';
import type { Target } from './target';

/** What became of a target, by what it accepts; `other`: neither accepts all that the other one does. */
export type TargetChange = 'same' | 'stricter' | 'weaker' | 'other';

/**
 * Whether a target became stricter or weaker: stricter when every value that it meets now met the one before as well, and
 * not the other way round. So more of a metric that is better higher is stricter, less of one that is better lower, and a
 * narrower band. Units are those of both targets; a target that cannot be read is its own problem.
 *
 * @example targetChange({ comparator: '>=', value: '0.80' }, { comparator: '>=', value: '0.85' }) // stricter
 */
export function targetChange(before: Target, after: Target): Outcome<TargetChange> {
  const was = exactTarget(before, 'before');
  if (!was.ok) return was;
  const is = exactTarget(after, 'after');
  if (!is.ok) return is;
  const [old, now] = [rangeOf(was.value), rangeOf(is.value)];
  const stricter = within(now, old);
  const weaker = within(old, now);
  if (stricter && weaker) return succeed('same');
  return succeed(stricter ? 'stricter' : weaker ? 'weaker' : 'other');
}

interface Edge {
  readonly at: Exact;
  readonly included: boolean;
}

/** The values that meet a target; null: open to that side. */
interface Range {
  readonly low: Edge | null;
  readonly high: Edge | null;
}

function rangeOf(target: ExactTarget): Range {
  if (target.kind === 'band')
    return { low: { at: target.low, included: true }, high: { at: target.high, included: true } };
  const edge = { at: target.value, included: target.comparator.endsWith('=') };
  return target.comparator.startsWith('>') ? { low: edge, high: null } : { low: null, high: edge };
}

function within(inner: Range, outer: Range): boolean {
  return reaches(inner.low, outer.low, 1) && reaches(inner.high, outer.high, -1);
}

/** Whether an inner edge lies on or inside the outer one; `inside`: 1 where larger is inside, -1 where smaller is. */
function reaches(inner: Edge | null, outer: Edge | null, inside: 1 | -1): boolean {
  if (outer === null) return true;
  if (inner === null) return false;
  const order = inner.at.comparedTo(outer.at) * inside;
  return order > 0 || (order === 0 && (outer.included || !inner.included));
}
