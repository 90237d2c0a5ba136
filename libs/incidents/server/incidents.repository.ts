import { Injectable } from '@nestjs/common';
import type { IncidentState, PhiAnswer, Severity } from '@plumbline/incidents/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import {
  columnOf,
  incidentColumns,
  incidentFields,
  type IncidentRow,
  type MilestoneRow,
} from './incident-row';

export interface IncidentSearch {
  readonly search: string | undefined;
  readonly state: IncidentState | undefined;
  readonly open: boolean | undefined;
  readonly vendorId: string | undefined;
  readonly severity: Severity | undefined;
  readonly phi: PhiAnswer | undefined;
  readonly late: boolean | undefined;
  readonly from: string | undefined;
  readonly before: string | undefined;
  readonly drills: boolean;
  readonly exerciseId: string | undefined;
  readonly now: Date;
  /** Discovery and id of the last one of the page before. */
  readonly after: readonly [discoveredAt: string, id: string] | null;
  readonly limit: number;
}

const LATE = `exists (
  select 1 from clock where clock.tenant_id = i.tenant_id and clock.subject_kind = 'incident' and clock.subject_id = i.id
    and clock.cancelled_at is null
    and ((clock.met_at is null and clock.deadline_at < $2) or clock.met_at > clock.deadline_at))`;

@Injectable()
export class IncidentsRepository {
  /** Newest discovery first. */
  list(tx: TenantTransaction, search: IncidentSearch): Promise<IncidentRow[]> {
    const values: unknown[] = [tx.tenantId, search.now, search.drills];
    // the instant counts only where lateness is asked for; naming it here keeps the places of the others
    const conditions = ['i.tenant_id = $1', '$2::timestamptz is not null', 'i.is_drill = $3'];
    const where = (condition: (place: string) => string, value: unknown) => {
      if (value === undefined) return;
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    const pattern = search.search && `%${search.search.replace(/[\\%_]/g, '\\$&')}%`;
    where((place) => `(i.title ilike ${place} or i.reference ilike ${place})`, pattern);
    where((place) => `i.state = ${place}`, search.state);
    where((place) => `(i.state <> 'closed') = ${place}`, search.open);
    where((place) => `i.vendor_id = ${place}`, search.vendorId);
    where((place) => `i.severity = ${place}`, search.severity);
    where((place) => `i.phi = ${place}`, search.phi);
    where((place) => `${LATE} = ${place}`, search.late);
    where((place) => `i.discovered_at >= ${place}`, search.from);
    where((place) => `i.discovered_at < ${place}`, search.before);
    where((place) => `i.exercise_id = ${place}`, search.exerciseId);
    if (search.after) {
      values.push(...search.after);
      conditions.push(
        `(i.discovered_at, i.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`,
      );
    }
    values.push(search.limit);
    return tx.query<IncidentRow>(
      `select ${incidentColumns('i')} from incident i where ${conditions.join(' and ')}
       order by i.discovered_at desc, i.id desc limit $${values.length}`,
      values,
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<IncidentRow | null> {
    const [row] = await tx.query<IncidentRow>(
      `select ${incidentColumns('i')} from incident i where i.tenant_id = $1 and i.id = $2`,
      [tx.tenantId, id],
    );
    return row ?? null;
  }

  ofExercise(tx: TenantTransaction, exerciseId: string): Promise<IncidentRow[]> {
    return tx.query<IncidentRow>(
      `select ${incidentColumns('i')} from incident i where i.tenant_id = $1 and i.exercise_id = $2`,
      [tx.tenantId, exerciseId],
    );
  }

  /** Held until the transaction ends: what is said about an incident is said one after the other. */
  async lock(tx: TenantTransaction, id: string): Promise<IncidentRow | null> {
    const [row] = await tx.query<IncidentRow>(
      `select ${incidentColumns('i')} from incident i where i.tenant_id = $1 and i.id = $2 for no key update`,
      [tx.tenantId, id],
    );
    return row ?? null;
  }

  named(
    tx: TenantTransaction,
    ids: readonly string[],
  ): Promise<Pick<IncidentRow, 'id' | 'reference' | 'title' | 'vendorId' | 'isDrill'>[]> {
    return tx.query(
      `select id, reference, title, vendor_id as "vendorId", is_drill as "isDrill" from incident where tenant_id = $1 and id = any ($2)`,
      [tx.tenantId, ids],
    );
  }

  /** Tasks of a person that are not done and have a due time, soonest first. */
  openTasksOf(
    tx: TenantTransaction,
    personId: string,
    vendorId: string | null,
    limit: number,
  ): Promise<{ readonly id: string; readonly incidentId: string; readonly dueAt: Date }[]> {
    return tx.query(
      `select id, incident_id as "incidentId", due_at as "dueAt" from incident_task
       where tenant_id = $1 and owner_id::text = $2 and done_at is null and due_at is not null
         and ($3::uuid is null or vendor_id = $3)
       order by due_at, id limit $4`,
      [tx.tenantId, personId, vendorId, limit],
    );
  }

  /** Post-incident reports that somebody waits for, soonest first. */
  owedReports(
    tx: TenantTransaction,
    vendorId: string | null,
    limit: number,
  ): Promise<{ readonly incidentId: string; readonly dueOn: string }[]> {
    return tx.query(
      `select incident_id as "incidentId", due_on::text as "dueOn" from incident_report
       where tenant_id = $1 and state in ('asked', 'returned') and ($2::uuid is null or vendor_id = $2)
       order by due_on, incident_id limit $3`,
      [tx.tenantId, vendorId, limit],
    );
  }

  async insert(tx: TenantTransaction, incident: IncidentRow): Promise<void> {
    const places = incidentFields.map((_, index) => `$${index + 2}`);
    await tx.query(
      `insert into incident (tenant_id, ${incidentFields.map(columnOf).join(', ')}) values ($1, ${places.join(', ')})`,
      [tx.tenantId, ...incidentFields.map((field) => written(incident, field))],
    );
  }

  /** One version further. */
  async update(
    tx: TenantTransaction,
    incident: IncidentRow,
    change: Partial<IncidentRow>,
  ): Promise<IncidentRow> {
    const changed = { ...incident, ...change, version: incident.version + 1 };
    const fields = [...(Object.keys(change) as (keyof IncidentRow)[]), 'version'] as const;
    await tx.query(
      `update incident set ${fields.map((field, index) => `${columnOf(field)} = $${index + 3}`).join(', ')}
       where tenant_id = $1 and id = $2`,
      [tx.tenantId, incident.id, ...fields.map((field) => written(changed, field))],
    );
    return changed;
  }

  /** Of a vendor, a year and a kind: a vendor's numbers tell nothing of another's. */
  async nextNumber(tx: TenantTransaction, vendorId: string, series: string, count = 1): Promise<number> {
    const [row] = await tx.query<{ last: number }>(
      `insert into incident_counter (tenant_id, vendor_id, series, last) values ($1, $2, $3, $4)
       on conflict (tenant_id, vendor_id, series) do update set last = incident_counter.last + excluded.last
       returning last`,
      [tx.tenantId, vendorId, series, count],
    );
    return (row?.last ?? count) - count + 1;
  }

  /** As recorded, oldest first. */
  milestones(tx: TenantTransaction, incidentId: string): Promise<MilestoneRow[]> {
    return tx.query<MilestoneRow>(
      `select id, milestone, basis, at, note, by_name as by, side, recorded_at as "recordedAt" from incident_milestone
       where tenant_id = $1 and incident_id = $2 order by recorded_at, id`,
      [tx.tenantId, incidentId],
    );
  }

  async addMilestone(
    tx: TenantTransaction,
    incident: Pick<IncidentRow, 'id' | 'vendorId'>,
    said: Pick<MilestoneRow, 'milestone' | 'basis' | 'at' | 'note'>,
    recordedAt: Date,
  ): Promise<void> {
    await tx.query(
      `insert into incident_milestone (tenant_id, id, incident_id, vendor_id, milestone, basis, at, note, by_id, by_name, side,
         recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[
          tx.tenantId,
          newId(),
          incident.id,
          incident.vendorId,
          said.milestone,
          said.basis,
          said.at,
          said.note,
        ],
        ...[tx.actor.id, tx.actor.name, tx.actor.side, recordedAt],
      ],
    );
  }

  /** A person of the insurer's side, or of a vendor's; null: no member. */
  async member(
    tx: TenantTransaction,
    personId: string,
    vendorId: string | null,
  ): Promise<{ readonly name: string } | null> {
    const [row] = await tx.query<{ name: string }>(
      `select person.name from membership join person on person.id = membership.person_id
       where membership.tenant_id = $1 and membership.person_id = $2 and membership.vendor_id is not distinct from $3::uuid
         and membership.ended_at is null and person.disabled_at is null limit 1`,
      [tx.tenantId, personId, vendorId],
    );
    return row ?? null;
  }

  async names(tx: TenantTransaction, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; name: string }>(
      'select id, name from person where id = any ($1)',
      [[...new Set(personIds)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function written(incident: IncidentRow, field: keyof IncidentRow): unknown {
  return field === 'cause' && incident.cause !== null ? JSON.stringify(incident.cause) : incident[field];
}
