import { Injectable } from '@nestjs/common';
import type { LinkKind, PostIncidentReport, Side } from '@plumbline/incidents/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import type { IncidentRow } from '../incident-row';

interface Said {
  readonly id: string;
  readonly by: string;
  readonly side: Side;
  readonly recordedAt: Date;
}
export interface SupplementRow extends Said {
  readonly text: string;
  readonly knownAt: Date;
}
export interface EstimateRow extends Said {
  readonly people: number;
  readonly exactness: 'estimate' | 'at_least' | 'confirmed';
  readonly asOf: Date;
  readonly note: string | null;
}
export interface TaskRow extends Said {
  readonly title: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerSide: Side;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneByName: string | null;
  readonly version: number;
}
export interface NoteRow extends Said {
  readonly text: string;
  readonly shared: boolean;
}
export interface EvidenceRow extends Said {
  readonly documentId: string;
  readonly note: string | null;
}
export interface LinkRow extends Said {
  readonly incidentId: string;
  readonly otherId: string;
  readonly kind: LinkKind;
  readonly note: string | null;
}
export interface HandOverRow extends Said {
  readonly toId: string;
  readonly toName: string;
  readonly note: string | null;
}
export interface ReportRow {
  readonly state: PostIncidentReport['state'];
  readonly dueOn: string;
  readonly askedByName: string;
  readonly text: string | null;
  readonly documentIds: string[];
  readonly submittedBy: string | null;
  readonly submittedByName: string | null;
  readonly submittedKeyMaker: string | null;
  readonly submittedAt: Date | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** Tables of what is said about an incident, each with its columns beside those that all of them have. */
const tables = {
  supplement: { text: 'text', knownAt: 'known_at' },
  estimate: { people: 'people', exactness: 'exactness', asOf: 'as_of', note: 'note' },
  task: {
    ...{ title: 'title', ownerId: 'owner_id', ownerName: 'owner_name', ownerSide: 'owner_side' },
    ...{ dueAt: 'due_at', doneAt: 'done_at', doneByName: 'done_by_name', version: 'version' },
  },
  note: { text: 'text', shared: 'shared' },
  evidence: { documentId: 'document_id', note: 'note' },
  link: { otherId: 'other_id', kind: 'kind', note: 'note' },
  hand_over: { toId: 'to_id', toName: 'to_name', note: 'note' },
} as const;

interface Rows {
  supplement: SupplementRow;
  estimate: EstimateRow;
  task: TaskRow;
  note: NoteRow;
  evidence: EvidenceRow;
  link: LinkRow;
  hand_over: HandOverRow;
}
export type EntryKind = keyof typeof tables;

const SAID = `id, incident_id as "incidentId", by_name as by, side, recorded_at as "recordedAt"`;

function selected(kind: EntryKind): string {
  const own = Object.entries(tables[kind]).map(([field, column]) => `${column} as "${field}"`);
  return [SAID, ...own].join(', ');
}

/** What people say about incidents: written once, but for a task and a report that go on. */
@Injectable()
export class EntriesRepository {
  /** Oldest first; row level security leaves each side what it may read. */
  of<Kind extends EntryKind>(tx: TenantTransaction, kind: Kind, incidentId: string): Promise<Rows[Kind][]> {
    return tx.query<Rows[Kind]>(
      `select ${selected(kind)} from incident_${kind} where tenant_id = $1 and incident_id = $2 order by id`,
      [tx.tenantId, incidentId],
    );
  }

  async add<Kind extends EntryKind>(
    tx: TenantTransaction,
    kind: Kind,
    incident: Pick<IncidentRow, 'id' | 'vendorId'>,
    said: Omit<Rows[Kind], keyof Said | 'incidentId'>,
    recordedAt: Date,
  ): Promise<string> {
    const id = newId();
    const own = Object.entries(tables[kind]);
    const values = own.map(([field]) => (said as unknown as Record<string, unknown>)[field]);
    await tx.query(
      `insert into incident_${kind} (tenant_id, id, incident_id, vendor_id, by_id, by_name, side, recorded_at,
         ${own.map(([, column]) => column).join(', ')})
       values ($1, $2, $3, $4, $5, $6, $7, $8, ${own.map((_, index) => `$${index + 9}`).join(', ')})`,
      [
        ...[tx.tenantId, id, incident.id, incident.vendorId, tx.actor.id, tx.actor.name, tx.actor.side],
        ...[recordedAt, ...values],
      ],
    );
    return id;
  }

  async lockTask(tx: TenantTransaction, incidentId: string, taskId: string): Promise<TaskRow | null> {
    const [row] = await tx.query<TaskRow>(
      `select ${selected('task')} from incident_task where tenant_id = $1 and incident_id = $2 and id = $3 for update`,
      [tx.tenantId, incidentId, taskId],
    );
    return row ?? null;
  }

  async updateTask(tx: TenantTransaction, task: TaskRow): Promise<void> {
    await tx.query(
      `update incident_task set owner_id = $3, owner_name = $4, owner_side = $5, due_at = $6, done_at = $7, done_by_name = $8,
         version = $9 where tenant_id = $1 and id = $2`,
      [
        ...[tx.tenantId, task.id, task.ownerId, task.ownerName, task.ownerSide, task.dueAt],
        ...[task.doneAt, task.doneByName, task.version],
      ],
    );
  }

  /** Links of an incident in either direction. */
  links(tx: TenantTransaction, incidentId: string): Promise<LinkRow[]> {
    return tx.query<LinkRow>(
      `select ${selected('link')} from incident_link where tenant_id = $1 and (incident_id = $2 or other_id = $2) order by id`,
      [tx.tenantId, incidentId],
    );
  }

  async removeLink(tx: TenantTransaction, incidentId: string, linkId: string): Promise<boolean> {
    const [, removed] = (await tx.query(
      'delete from incident_link where tenant_id = $1 and id = $3 and (incident_id = $2 or other_id = $2)',
      [tx.tenantId, incidentId, linkId],
    )) as unknown as [unknown, number];
    return removed > 0;
  }

  async report(tx: TenantTransaction, incidentId: string): Promise<ReportRow | null> {
    const [row] = await tx.query<ReportRow>(
      `select state, due_on::text as "dueOn", asked_by_name as "askedByName", text, document_ids as "documentIds",
         submitted_by as "submittedBy", submitted_by_name as "submittedByName", submitted_key_maker as "submittedKeyMaker",
         submitted_at as "submittedAt", decided_by_name as "decidedByName", decided_at as "decidedAt", reason
       from incident_report where tenant_id = $1 and incident_id = $2`,
      [tx.tenantId, incidentId],
    );
    return row ?? null;
  }

  async saveReport(
    tx: TenantTransaction,
    incident: Pick<IncidentRow, 'id' | 'vendorId'>,
    report: ReportRow,
  ): Promise<void> {
    const said = [
      ...[
        report.state,
        report.dueOn,
        report.askedByName,
        report.text,
        report.documentIds,
        report.submittedBy,
      ],
      ...[report.submittedByName, report.submittedKeyMaker, report.submittedAt, report.decidedByName],
      ...[report.decidedAt, report.reason],
    ];
    await tx.query(
      `insert into incident_report (tenant_id, incident_id, vendor_id, state, due_on, asked_by_name, text, document_ids, submitted_by,
         submitted_by_name, submitted_key_maker, submitted_at, decided_by_name, decided_at, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       on conflict (tenant_id, incident_id) do update set state = excluded.state, due_on = excluded.due_on,
         asked_by_name = excluded.asked_by_name, text = excluded.text, document_ids = excluded.document_ids,
         submitted_by = excluded.submitted_by, submitted_by_name = excluded.submitted_by_name,
         submitted_key_maker = excluded.submitted_key_maker, submitted_at = excluded.submitted_at,
         decided_by_name = excluded.decided_by_name, decided_at = excluded.decided_at, reason = excluded.reason`,
      [tx.tenantId, incident.id, incident.vendorId, ...said],
    );
  }
}
