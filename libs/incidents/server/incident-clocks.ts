import { Injectable } from '@nestjs/common';
import { type ApplicableRule, type Reached, RunningClocks } from '@plumbline/clocks/server';
import { AgreedNotices } from '@plumbline/contracts/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type IncidentDiscovery, incidentDiscovery, type Milestone } from '@plumbline/sla-engine';
import type { IncidentRow, MilestoneRow } from './incident-row';
import { IncidentsRepository } from './incidents.repository';
import { applicableRules, type IncidentFacts } from './policies/applicable-rules';
import { effectivePolicies } from './policies/effective-policies';
import { PoliciesRepository } from './policies/policies.repository';

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** The last record of each milestone counts; of discovery the last asserted and the last deemed one. */
export function currentRecords(records: readonly MilestoneRow[]): MilestoneRow[] {
  return [...Map.groupBy(records, ({ milestone, basis }) => `${milestone}/${basis}`).values()].flatMap(
    (same) => same.at(-1) ?? [],
  );
}

/** When an incident was discovered; both views are kept (semantics rule 11). */
export function discoveryOf(records: readonly MilestoneRow[]): IncidentDiscovery {
  const discovered = currentRecords(records).filter(({ milestone }) => milestone === 'discovered');
  const at = (basis: MilestoneRow['basis']) => {
    const found = discovered.find((record) => record.basis === basis);
    return found ? instantOf(found.at) : null;
  };
  const discovery = incidentDiscovery(at('asserted'), at('deemed'));
  if (!discovery.ok) throw new Error(discovery.problem.detail);
  return discovery.value;
}

export function reachedBy(records: readonly MilestoneRow[]): Reached {
  const reached: Partial<Record<Milestone, Temporal.Instant>> = {};
  for (const { milestone, at } of currentRecords(records)) reached[milestone] = instantOf(at);
  reached.discovered = discoveryOf(records).at;
  // awareness is the detection, and where nobody says when that was, the discovery
  reached.detected ??= reached.discovered;
  return reached;
}

/** Which clocks an incident drives, and that they follow what is known of it. */
@Injectable()
export class IncidentClocks {
  constructor(
    private readonly incidents: IncidentsRepository,
    private readonly policies: PoliciesRepository,
    private readonly notices: AgreedNotices,
    private readonly running: RunningClocks,
  ) {}

  /** After whatever changed, in its transaction. */
  async follow(tx: TenantTransaction, incident: IncidentRow): Promise<void> {
    const records = await this.incidents.milestones(tx, incident.id);
    const rules = await this.rules(tx, incident, discoveryOf(records).at);
    await this.running.follow(tx, subjectOf(incident), reachedBy(records), rules);
  }

  /** Of an incident that has just been entered, by rules that are known already. */
  async begin(
    tx: TenantTransaction,
    incident: IncidentRow,
    reached: Reached,
    rules: readonly ApplicableRule[],
  ): Promise<void> {
    await this.running.begin(tx, subjectOf(incident), reached, rules);
  }

  async cancel(tx: TenantTransaction, incident: IncidentRow, reason: string): Promise<void> {
    await this.running.cancel(tx, subjectOf(incident), reason);
  }

  /** By the policies and the contract in force where and when it was discovered. */
  async rules(
    tx: TenantTransaction,
    incident: IncidentFacts & Pick<IncidentRow, 'vendorId'>,
    discoveredAt: Temporal.Instant,
  ): Promise<ApplicableRule[]> {
    return (await this.ruleBook(tx, incident.vendorId))(incident, discoveredAt);
  }

  /** The same for many incidents of a vendor, read once. */
  async ruleBook(
    tx: TenantTransaction,
    vendorId: string,
  ): Promise<(incident: IncidentFacts, discoveredAt: Temporal.Instant) => ApplicableRule[]> {
    const { timezone } = tx.actor;
    const decisions = await this.policies.decisions(tx);
    const noticeAt = await this.notices.ofVendor(tx, vendorId);
    return (incident, discoveredAt) => {
      const day = discoveredAt.toZonedDateTimeISO(timezone).toPlainDate();
      const policies = effectivePolicies(decisions, day.toString());
      return applicableRules(policies, incident, {
        notice: noticeAt(discoveredAt),
        timezone,
        year: day.year,
      });
    };
  }
}

function subjectOf({ id, vendorId, isDrill, source }: IncidentRow) {
  return { kind: 'incident' as const, id, vendorId, isDrill, isPast: source === 'import' };
}
