import { Injectable } from '@nestjs/common';
import type { RegisterFilters } from '@plumbline/incidents/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { CountedIncident } from './yearly-figures';

export interface ViewRow {
  readonly id: string;
  readonly name: string;
  readonly filters: RegisterFilters;
  readonly columns: string[];
  readonly savedAt: Date;
}

export interface TaskRow {
  readonly id: string;
  readonly title: string;
  readonly dueAt: Date | null;
  readonly mine: boolean;
  readonly incidentId: string;
  readonly reference: string;
  readonly incidentTitle: string;
  readonly isDrill: boolean;
  readonly vendorName: string;
}

export type CountedRow = Omit<CountedIncident, 'causes'> & {
  readonly vendorId: string;
  readonly causes: CountedIncident['causes'] | null;
};

const VIEW = 'id, name, filters, columns, saved_at as "savedAt"';

@Injectable()
export class RegisterRepository {
  /** Real incidents of a year: no drills, nothing that turned out to be none or the same as another. */
  counted(
    tx: TenantTransaction,
    of: {
      readonly from: string;
      readonly before: string;
      readonly vendorId: string | undefined;
      readonly now: Date;
    },
  ): Promise<CountedRow[]> {
    return tx.query<CountedRow>(
      `select i.vendor_id as "vendorId", i.severity, i.cause -> 'actions' as causes, i.discovered_at as "discoveredAt",
         i.notified_at as "notifiedAt",
         (select bool_or(case when clock.met_at is null then clock.deadline_at < $5 else clock.met_at > clock.deadline_at end)
          from clock
          where clock.tenant_id = i.tenant_id and clock.subject_kind = 'incident' and clock.subject_id = i.id
            and clock.cancelled_at is null and clock.rule -> 'policy' ->> 'owedBy' = 'vendor') as late
       from incident i
       where i.tenant_id = $1 and not i.is_drill and i.discovered_at >= $2 and i.discovered_at < $3
         and ($4::uuid is null or i.vendor_id = $4)
         and (i.closing_outcome is null or i.closing_outcome = 'resolved')`,
      [tx.tenantId, of.from, of.before, of.vendorId ?? null, of.now],
    );
  }

  /** What counts of these milestones now: of each the record made last. */
  async reached(
    tx: TenantTransaction,
    incidentIds: readonly string[],
    milestones: readonly string[],
  ): Promise<ReadonlyMap<string, Date>> {
    const rows = await tx.query<{ incidentId: string; milestone: string; at: Date }>(
      `select distinct on (incident_id, milestone) incident_id as "incidentId", milestone, at from incident_milestone
       where tenant_id = $1 and incident_id = any ($2) and milestone = any ($3)
       order by incident_id, milestone, recorded_at desc, id desc`,
      [tx.tenantId, incidentIds, milestones],
    );
    return new Map(rows.map(({ incidentId, milestone, at }) => [`${incidentId} ${milestone}`, at]));
  }

  /** Of one side: given to this person or to nobody, of incidents that are open. */
  waitingTasks(tx: TenantTransaction, side: 'insurer' | 'vendor', limit: number): Promise<TaskRow[]> {
    return tx.query<TaskRow>(
      `select t.id, t.title, t.due_at as "dueAt", t.owner_id is not null as mine, i.id as "incidentId", i.reference,
         i.title as "incidentTitle", i.is_drill as "isDrill", vendor.name as "vendorName"
       from incident_task t
       join incident i on i.tenant_id = t.tenant_id and i.id = t.incident_id
       join vendor on vendor.tenant_id = t.tenant_id and vendor.id = t.vendor_id
       where t.tenant_id = $1 and t.done_at is null and i.state <> 'closed' and t.owner_side = $2
         and (t.owner_id is null or t.owner_id::text = $3)
       order by t.due_at nulls last, t.id limit $4`,
      [tx.tenantId, side, tx.actor.id, limit],
    );
  }

  views(tx: TenantTransaction): Promise<ViewRow[]> {
    return tx.query<ViewRow>(
      `select ${VIEW} from incident_view where tenant_id = $1 and person_id = $2 order by name`,
      [tx.tenantId, tx.actor.id],
    );
  }

  async saveView(
    tx: TenantTransaction,
    { id, name, filters, columns, savedAt }: ViewRow,
  ): Promise<ViewRow | undefined> {
    const [row] = await tx.query<ViewRow>(
      `insert into incident_view (tenant_id, id, person_id, name, filters, columns, saved_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, person_id, name)
       do update set filters = excluded.filters, columns = excluded.columns, saved_at = excluded.saved_at
       returning ${VIEW}`,
      [tx.tenantId, id, tx.actor.id, name, JSON.stringify(filters), columns, savedAt],
    );
    return row;
  }

  async deleteView(tx: TenantTransaction, id: string): Promise<boolean> {
    const deleted = await tx.query<{ id: string }>(
      `with gone as (delete from incident_view where tenant_id = $1 and person_id = $2 and id = $3 returning id)
       select id from gone`,
      [tx.tenantId, tx.actor.id, id],
    );
    return deleted.length === 1;
  }
}
