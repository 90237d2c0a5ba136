import { Injectable } from '@nestjs/common';
import type { ApplicableRule, Reached } from '@plumbline/clocks/server';
import type { IncidentImport } from '@plumbline/incidents/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import type { Milestone } from '@plumbline/sla-engine';
import type { VendorFacts } from '@plumbline/vendors/server';
import { IncidentClocks } from '../incident-clocks';
import type { IncidentRow } from '../incident-row';
import { IncidentsRepository } from '../incidents.repository';
import { EntriesRepository } from '../work/entries.repository';
import type { ReadIncident } from './import-rows';

/** A row with the rules that apply to it and the milestones that they go by. */
export interface JudgedIncident {
  readonly incident: ReadIncident;
  readonly reached: Reached;
  readonly rules: readonly ApplicableRule[];
}

const dateOf = (at: Temporal.Instant | undefined): Date | null =>
  at ? new Date(at.epochMilliseconds) : null;

/** Enters incidents after the fact. */
@Injectable()
export class IncidentEntry {
  constructor(
    private readonly incidents: IncidentsRepository,
    private readonly entries: EntriesRepository,
    private readonly deadlines: IncidentClocks,
  ) {}

  /** Which of these keys were entered before. */
  async known(
    tx: TenantTransaction,
    vendorId: string,
    keys: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ key: string }>(
      `select external_number as key from incident
       where tenant_id = $1 and vendor_id = $2 and external_number = any ($3)`,
      [tx.tenantId, vendorId, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async enter(
    tx: TenantTransaction,
    vendor: VendorFacts,
    wanted: IncidentImport,
    judged: readonly JudgedIncident[],
    now: Date,
  ): Promise<void> {
    const byYear = Map.groupBy(judged, ({ reached }) => `${reached.discovered}`.slice(0, 4));
    for (const [year, rows] of byYear) {
      let number = await this.incidents.nextNumber(tx, vendor.id, year, rows.length);
      for (const row of rows) {
        const reference = `${vendor.code}-${year}-${String(number).padStart(4, '0')}`;
        number += 1;
        await this.enterOne(tx, vendor, wanted, row, reference, now);
      }
    }
  }

  private async enterOne(
    tx: TenantTransaction,
    vendor: VendorFacts,
    wanted: IncidentImport,
    { incident: row, reached, rules }: JudgedIncident,
    reference: string,
    now: Date,
  ): Promise<void> {
    const { milestones } = row;
    const closedAt = dateOf(milestones.closed);
    const incident: IncidentRow = {
      id: newId(),
      vendorId: vendor.id,
      reference,
      externalNumber: row.key,
      title: row.title,
      service: wanted.service,
      phi: row.phi,
      severity: row.severity,
      places: [...row.places],
      state: closedAt ? 'closed' : 'reported',
      ...{ isDrill: false, exerciseId: null, source: 'import' },
      discoveredAt: dateOf(milestones.discovered) ?? now,
      notifiedAt: dateOf(milestones.notified),
      reportedAt: now,
      reportedBy: tx.actor.id,
      reportedByName: tx.actor.name,
      reportedBySide: tx.actor.side,
      ...{ acknowledgedAt: null, acknowledgedByName: null, ownerId: null },
      peopleAffected: row.people,
      closedAt,
      ...(closedAt
        ? { closedByName: tx.actor.name, closingOutcome: 'resolved', closingSummary: null }
        : { closedByName: null, closingOutcome: null, closingSummary: null }),
      cause: null,
      version: 1,
    };
    await this.incidents.insert(tx, incident);
    for (const [milestone, at] of Object.entries(milestones))
      await this.incidents.addMilestone(
        tx,
        incident,
        {
          milestone: milestone as Milestone,
          basis: 'asserted',
          at: new Date(at.epochMilliseconds),
          note: null,
        },
        now,
      );
    for (const text of row.details)
      await this.entries.add(tx, 'supplement', incident, { text, knownAt: incident.discoveredAt }, now);
    if (row.people !== null)
      await this.entries.add(
        tx,
        'estimate',
        incident,
        { people: row.people, exactness: 'confirmed', asOf: now, note: null },
        now,
      );
    await this.deadlines.begin(tx, incident, reached, rules);
  }
}
