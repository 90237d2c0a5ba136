import { type PolicyTerms, policyTerms, shippedPolicies } from '@plumbline/incidents/schema';
import type { DecisionRow } from './policies.repository';

export interface EffectivePolicy {
  readonly code: string;
  readonly shipped: boolean;
  readonly version: number;
  readonly terms: PolicyTerms;
  readonly switchedOn: boolean;
}

/**
 * Every policy of a tenant as it stands on a local day: the last decision in effect by then; without one a shipped policy
 * stands as it is shipped, and one of the tenant's own is not there yet.
 */
export function effectivePolicies(decisions: readonly DecisionRow[], day: string): EffectivePolicy[] {
  const byCode = Map.groupBy(decisions, ({ code }) => code);
  const shipped = shippedPolicies.map(({ code, version, terms, switchedOn }): EffectivePolicy => ({
    ...{ code, shipped: true, version, terms },
    switchedOn: inEffect(byCode.get(code) ?? [], day)?.switchedOn ?? switchedOn,
  }));
  const own = [...byCode].flatMap(([code, made]): EffectivePolicy[] => {
    if (shippedPolicies.some((each) => each.code === code)) return [];
    const decision = inEffect(made, day);
    if (!decision?.terms) return [];
    const { termsVersion: version, terms, switchedOn } = decision;
    return [{ code, shipped: false, version, terms: policyTerms.parse(terms), switchedOn }];
  });
  return [...shipped, ...own];
}

/** Of those in effect on a day, the one that takes effect last; of two on the same day the later decision. */
export function inEffect(made: readonly DecisionRow[], day: string): DecisionRow | undefined {
  return made
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.number - b.number)
    .at(-1);
}
