import type { WaiverState } from '../waivers/waiver';
import type { Finding, StandingFinding } from './finding';

/** What a waiver has to say for itself to count. */
export interface WaiverFacts {
  readonly id: string;
  readonly key: string;
  readonly state: WaiverState;
  /** The last day on which it counts, as a date in the tenant's zone. */
  readonly expiresOn: string;
}

export interface AssignmentFacts {
  readonly key: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly dueOn: string;
}

/** Approved, not withdrawn, and its last day is not over. `day` is today where the tenant is. */
export function waiverInForce(
  { state, expiresOn }: Pick<WaiverFacts, 'state' | 'expiresOn'>,
  day: string,
): boolean {
  return state === 'approved' && day <= expiresOn;
}

/**
 * Findings as they stand on a day: one that a waiver in force covers is waived, and open again from the day after the
 * waiver's last on. A waiver covers the same finding in every version of its contract.
 */
export function standingFindings(
  findings: readonly Finding[],
  facts: {
    readonly waivers: readonly WaiverFacts[];
    /** Newest last: the last one of a finding holds. */
    readonly assignments: readonly AssignmentFacts[];
    readonly day: string;
  },
): StandingFinding[] {
  const { day } = facts;
  return findings.map((found) => {
    const waivers = found.waivable ? facts.waivers.filter(({ key }) => key === found.key) : [];
    const inForce = waivers
      .filter((waiver) => waiverInForce(waiver, day))
      .toSorted(byExpiry)
      .at(-1);
    const expired = waivers
      .filter(({ state, expiresOn }) => state === 'approved' && expiresOn < day)
      .toSorted(byExpiry)
      .at(-1);
    const assigned = facts.assignments.findLast(({ key }) => key === found.key);
    return {
      ...found,
      standing: inForce ? 'waived' : 'open',
      assignment: assigned
        ? { owner: assigned.owner, dueOn: assigned.dueOn, overdue: !inForce && assigned.dueOn < day }
        : null,
      waiver: inForce ? { id: inForce.id, expiresOn: inForce.expiresOn } : null,
      requestedWaiverId: waivers.find(({ state }) => state === 'requested')?.id ?? null,
      expiredOn: inForce ? null : (expired?.expiresOn ?? null),
    };
  });
}

/** The findings that keep a draft from being activated. */
export function openBlocking<Standing extends Pick<StandingFinding, 'severity' | 'standing'>>(
  findings: readonly Standing[],
): Standing[] {
  return findings.filter(({ severity, standing }) => severity === 'blocking' && standing === 'open');
}

function byExpiry(a: WaiverFacts, b: WaiverFacts): number {
  return a.expiresOn.localeCompare(b.expiresOn);
}
