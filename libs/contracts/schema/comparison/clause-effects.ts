import type { ClauseKind, SubcontractingRule } from '../clause';
import type { ComparedValue } from './comparison';

export type Effect = 'stricter' | 'weaker' | null;

/** How the size of a term binds the vendor: hours of notice bind the more the fewer they are. */
type Binding = 'less' | 'more' | 'subset' | 'superset' | 'true' | 'subcontracting';

const bindings: Readonly<Partial<Record<`${ClauseKind}.${string}`, Binding>>> = {
  'right_to_audit.noticeDays': 'less',
  'incident_notice.withinHours': 'less',
  'background_checks.checks': 'superset',
  'background_checks.yearly': 'true',
  'data_residency.regions': 'subset',
  'attestation.standards': 'superset',
  'attestation.yearly': 'true',
  'continuity_test.timesAYear': 'more',
  'subcontracting.rule': 'subcontracting',
  'termination.cureDays': 'less',
};

/** The freer, the further on. */
const freedom: readonly SubcontractingRule[] = ['not_allowed', 'with_consent', 'allowed'];

/** What a changed term of a clause means for the vendor; null where nobody can tell from the values alone. */
export function clauseEffect(
  kind: ClauseKind,
  term: string,
  before: ComparedValue,
  after: ComparedValue,
): Effect {
  const binding = bindings[`${kind}.${term}`];
  if (binding === undefined) return null;
  const grown = growth(binding, before, after);
  if (grown === null || grown === 0) return null;
  return grown > 0 ? 'stricter' : 'weaker';
}

/** Above 0: binds more; below: less; null: cannot be told. */
function growth(binding: Binding, before: ComparedValue, after: ComparedValue): number | null {
  if (typeof before === 'number' && typeof after === 'number')
    return binding === 'less' ? before - after : binding === 'more' ? after - before : null;
  if (typeof before === 'boolean' && typeof after === 'boolean')
    return binding === 'true' ? Number(after) - Number(before) : null;
  if (Array.isArray(before) && Array.isArray(after)) {
    const [all, some] = [
      after.length > before.length ? after : before,
      after.length > before.length ? before : after,
    ];
    const nested = some.every((each) => all.includes(each)) && some.length < all.length;
    if (!nested || (binding !== 'subset' && binding !== 'superset')) return null;
    const widened = all === after;
    return (binding === 'superset') === widened ? 1 : -1;
  }
  if (binding === 'subcontracting') {
    const [was, is] = [before, after].map((rule) => freedom.indexOf(rule as SubcontractingRule));
    return was === undefined || is === undefined || was < 0 || is < 0 ? null : was - is;
  }
  return null;
}
