import { Injectable } from '@nestjs/common';
import { ClocksService } from '@plumbline/clocks/server';
import type { Incident, IncidentSummary, MilestoneRecord } from '@plumbline/incidents/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { EscalationLadders, VendorDirectory, type VendorFacts } from '@plumbline/vendors/server';
import type { Clock as ClockAnswer } from '@plumbline/clocks/schema';
import { tellsFromStage, toldRoles } from './escalating';
import { currentRecords, discoveryOf, IncidentClocks, reachedBy } from './incident-clocks';
import type { IncidentRow, MilestoneRow } from './incident-row';
import { IncidentsRepository } from './incidents.repository';
import { EntriesReader } from './work/entries-reader';

const at = (date: Date | null): string | null => date?.toISOString() ?? null;
/** Reads incidents whole, as their pages show them. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly incidents: IncidentsRepository,
    private readonly entries: EntriesReader,
    private readonly deadlines: IncidentClocks,
    private readonly clocks: ClocksService,
    private readonly vendors: VendorDirectory,
    private readonly ladders: EscalationLadders,
    private readonly clock: Clock,
  ) {}

  async summaries(tx: TenantTransaction, rows: readonly IncidentRow[]): Promise<IncidentSummary[]> {
    const vendors = await this.vendors.find(
      tx,
      rows.map(({ vendorId }) => vendorId),
    );
    const clocks = Map.groupBy(
      await this.clocks.of(
        tx,
        'incident',
        rows.map(({ id }) => id),
      ),
      ({ subject }) => subject.id,
    );
    const owners = await this.incidents.names(
      tx,
      rows.flatMap(({ ownerId }) => ownerId ?? []),
    );
    return rows.map((row) =>
      summaryOf(row, {
        vendor: vendors.get(row.vendorId),
        clocks: clocks.get(row.id) ?? [],
        owner: row.ownerId === null ? null : (owners.get(row.ownerId) ?? ''),
      }),
    );
  }

  async answer(tx: TenantTransaction, row: IncidentRow): Promise<Incident> {
    const [summary] = await this.summaries(tx, [row]);
    if (!summary) throw new Error('an incident has a summary');
    const records = await this.incidents.milestones(tx, row.id);
    const discovery = discoveryOf(records);
    const clocks = await this.clocks.of(tx, 'incident', [row.id]);
    return {
      ...summary,
      places: row.places,
      source: row.source,
      reportedBy: row.reportedByName,
      reportedBySide: row.reportedBySide,
      discovery: {
        at: discovery.at.toString(),
        basis: discovery.basis,
        asserted: discovery.asserted && discovery.asserted.toString(),
        deemed: discovery.deemed && discovery.deemed.toString(),
      },
      acknowledgedBy: row.acknowledgedByName,
      secondsToAcknowledge: secondsToAcknowledge(row),
      clocks,
      waiting: await this.waiting(tx, row, records, clocks),
      escalation: await this.escalation(tx, row.vendorId),
      milestones: milestonesOf(records),
      ...(await this.entries.of(tx, row)),
      closure: closureOf(row),
      now: this.clock.now().toString(),
    };
  }

  /** Policies that apply and have not begun: no milestone of theirs was reached. */
  private async waiting(
    tx: TenantTransaction,
    row: IncidentRow,
    records: readonly MilestoneRow[],
    clocks: readonly ClockAnswer[],
  ): Promise<Incident['waiting']> {
    if (row.state === 'closed') return [];
    const reached = reachedBy(records);
    const rules = await this.deadlines.rules(tx, row, discoveryOf(records).at);
    return rules
      .filter(({ code, rule }) => {
        const begun = clocks.some(({ policy }) => policy.code === code);
        return !begun && rule.legs.every(({ startsAt }) => reached[startsAt] === undefined);
      })
      .map(({ code, version, rule }) => ({
        policy: { code, version, ...rule.policy },
        legs: [...rule.legs],
        metBy: rule.metBy,
      }));
  }

  private async escalation(tx: TenantTransaction, vendorId: string): Promise<Incident['escalation']> {
    const ladder = await this.ladders.of(tx, vendorId, this.clock.now());
    return {
      vendorLadder: ladder.map(({ position, name }) => ({
        ...{ position, name },
        tellsFromStage: tellsFromStage(position),
      })),
      insurerRoles: [...toldRoles],
    };
  }
}

function summaryOf(
  row: IncidentRow,
  facts: {
    readonly vendor: VendorFacts | undefined;
    readonly clocks: readonly ClockAnswer[];
    readonly owner: string | null;
  },
): IncidentSummary {
  const running = facts.clocks.filter(({ state }) => state === 'running');
  const next = running.toSorted((a, b) => a.deadlineAt.localeCompare(b.deadlineAt))[0];
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    vendor: {
      id: row.vendorId,
      code: facts.vendor?.code ?? '',
      name: facts.vendor?.name ?? '',
      timezone: facts.vendor?.timezone ?? 'UTC',
    },
    service: row.service,
    phi: row.phi,
    severity: row.severity,
    state: row.state,
    isDrill: row.isDrill,
    exerciseId: row.exerciseId,
    discoveredAt: row.discoveredAt.toISOString(),
    notifiedAt: at(row.notifiedAt),
    reportedAt: row.reportedAt.toISOString(),
    acknowledgedAt: at(row.acknowledgedAt),
    closedAt: at(row.closedAt),
    peopleAffected: row.peopleAffected,
    owner: row.ownerId === null ? null : { id: row.ownerId, name: facts.owner ?? '' },
    nextDeadline: next
      ? {
          policyCode: next.policy.code,
          policyName: next.policy.name,
          policyNameEs: next.policy.nameEs,
          at: next.deadlineAt,
        }
      : null,
    lateClocks: facts.clocks.filter(({ state }) => state === 'late').length,
    version: row.version,
  };
}

/** From the moment the insurer had it. */
function secondsToAcknowledge({ acknowledgedAt, reportedAt }: IncidentRow): number | null {
  return acknowledgedAt === null
    ? null
    : Math.round((acknowledgedAt.getTime() - reportedAt.getTime()) / 1000);
}

function milestonesOf(records: readonly MilestoneRow[]): MilestoneRecord[] {
  const current = new Set(currentRecords(records).map(({ id }) => id));
  return records.map(({ at: when, recordedAt, ...record }) => ({
    ...record,
    at: when.toISOString(),
    recordedAt: recordedAt.toISOString(),
    current: current.has(record.id),
  }));
}

function closureOf(row: IncidentRow): Incident['closure'] {
  const { closedAt, closedByName, closingOutcome, closingSummary, cause } = row;
  if (closedAt === null || closingOutcome === null) return null;
  return {
    outcome: closingOutcome,
    cause,
    summary: closingSummary ?? '',
    by: closedByName ?? '',
    at: closedAt.toISOString(),
  };
}
