import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Breach, BreachKind, ClosingReason } from '@plumbline/slas/schema';
import {
  type FigureRow,
  figureColumns,
  type ReasonRow,
  reasonColumns,
  type ResultRow,
} from './results.repository';

export interface BreachSearch {
  readonly month: string | undefined;
  readonly vendorId: string | undefined;
  readonly kind: BreachKind | undefined;
  readonly open: boolean | undefined;
  /** Month and id of the last breach of the page before. */
  readonly after: readonly [month: string, id: string] | null;
  readonly limit: number;
}

type SlaColumns = Pick<
  ResultRow,
  | 'sla_name'
  | 'line_of_business'
  | 'channel'
  | 'queue'
  | 'language'
  | 'comparator'
  | 'target'
  | 'band_low'
  | 'band_high'
  | 'unit'
>;
type VendorColumns = Pick<ResultRow, 'vendor_id' | 'vendor_code' | 'vendor_name'>;

/** The columns of SLA and result are null for a reporting duty. */
export interface BreachRow extends VendorColumns, SlaColumns, FigureRow {
  readonly id: string;
  readonly kind: BreachKind;
  readonly month: string;
  readonly sla_id: string | null;
  readonly contract_version_id: string;
  readonly contract_id: string;
  readonly contract_reference: string;
  readonly contract_version: number;
  readonly timezone: string;
  readonly result_id: string | null;
  readonly revision: number | null;
  readonly breached_at: Date;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly closing_reason: ClosingReason | null;
  readonly opened_by_result: string | null;
  readonly closed_by_result: string | null;
  readonly waiver: Breach['waiver'];
  readonly clock_id: string | null;
  readonly clock_policy: string | null;
  readonly clock_policy_es: string | null;
  readonly clock_deadline_at: Date | null;
  readonly clock_met_at: Date | null;
  readonly incident_id: string | null;
  readonly incident_reference: string | null;
  readonly incident_title: string | null;
}

export interface StepRow extends ReasonRow {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly value: string | null;
  readonly evaluated_at: Date;
}

export interface DutyRow {
  readonly due_at: Date;
  readonly received_at: Date | null;
  readonly file_id: string | null;
  readonly file_name: string | null;
}

export interface CommentRow {
  readonly id: string;
  readonly side: 'insurer' | 'vendor';
  readonly author_name: string;
  readonly text: string;
  readonly created_at: Date;
}

const SELECT = `
  select b.id, b.kind, to_char(b.month, 'YYYY-MM') as month, b.sla_id, b.contract_version_id,
         coalesce(k.deadline_at, b.breached_at) as breached_at, b.opened_at, coalesce(b.closed_at, k.met_at) as closed_at,
         case when b.closed_at is not null or k.met_at is null then b.closing_reason
              when k.met_at <= k.deadline_at then 'received_in_time' else 'met_late' end as closing_reason,
         k.id as clock_id, k.rule -> 'policy' ->> 'name' as clock_policy, k.rule -> 'policy' ->> 'nameEs' as clock_policy_es,
         k.deadline_at as clock_deadline_at, k.met_at as clock_met_at, i.id as incident_id,
         i.reference as incident_reference, i.title as incident_title, b.opened_by_result, b.closed_by_result,
         c.id as contract_id, c.reference as contract_reference, cv.number as contract_version, cv.timezone,
         v.id as vendor_id, v.code as vendor_code, v.name as vendor_name,
         s.name as sla_name, s.line_of_business, s.channel, s.queue, s.language, s.comparator, s.target::text,
         s.band_low::text, s.band_high::text, m.unit, r.id as result_id, r.revision, r.waiver,
         ${figureColumns}
  from breach b
  join vendor v on v.tenant_id = b.tenant_id and v.id = b.vendor_id
  join contract_version cv on cv.tenant_id = b.tenant_id and cv.id = b.contract_version_id
  join contract c on c.tenant_id = cv.tenant_id and c.id = cv.contract_id
  left join clock k on k.tenant_id = b.tenant_id and k.id = b.clock_id
  left join incident i on i.tenant_id = k.tenant_id and i.id = k.subject_id and k.subject_kind = 'incident'
  left join sla s on s.tenant_id = b.tenant_id and s.id = b.sla_id
  left join metric m on m.tenant_id = s.tenant_id and m.id = s.metric_id
  left join result r on r.tenant_id = b.tenant_id and r.sla_id = b.sla_id and r.month = b.month and r.latest`;

@Injectable()
export class BreachesRepository {
  /** Newest month first, then the newest breach. */
  list(tx: TenantTransaction, search: BreachSearch): Promise<BreachRow[]> {
    const parameters: unknown[] = [tx.tenantId];
    const conditions = ['b.tenant_id = $1'];
    const where = (condition: (place: string) => string, value: unknown) => {
      if (value === undefined) return;
      parameters.push(value);
      conditions.push(condition(`$${parameters.length}`));
    };
    where((place) => `b.month = ${place}`, search.month === undefined ? undefined : `${search.month}-01`);
    where((place) => `b.vendor_id = ${place}`, search.vendorId);
    where((place) => `b.kind = ${place}`, search.kind);
    where((place) => `(coalesce(b.closed_at, k.met_at) is null) = ${place}`, search.open);
    if (search.after) {
      const next = parameters.length + 1;
      parameters.push(`${search.after[0]}-01`, search.after[1]);
      conditions.push(`(b.month, b.id) < ($${next}, $${next + 1})`);
    }
    parameters.push(search.limit);
    return tx.query<BreachRow>(
      `${SELECT} where ${conditions.join(' and ')} order by b.month desc, b.id desc limit $${parameters.length}`,
      parameters,
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<BreachRow | null> {
    const [row] = await tx.query<BreachRow>(`${SELECT} where b.tenant_id = $1 and b.id = $2`, [
      tx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** The revisions that opened and closed it. */
  steps(tx: TenantTransaction, ids: readonly string[]): Promise<StepRow[]> {
    return tx.query<StepRow>(
      `select r.id, r.revision, r.state, r.value::text, r.evaluated_at, ${reasonColumns}
       from result r left join kpi_file file on file.tenant_id = r.tenant_id and file.id = r.kpi_file_id
       where r.tenant_id = $1 and r.id = any ($2)`,
      [tx.tenantId, [...ids]],
    );
  }

  async duty(tx: TenantTransaction, contractVersionId: string, month: string): Promise<DutyRow | null> {
    const [row] = await tx.query<DutyRow>(
      `select d.due_at, d.received_at, file.id as file_id, file.name as file_name
       from reporting_duty d left join kpi_file file on file.tenant_id = d.tenant_id and file.id = d.kpi_file_id
       where d.tenant_id = $1 and d.contract_version_id = $2 and d.month = $3`,
      [tx.tenantId, contractVersionId, `${month}-01`],
    );
    return row ?? null;
  }

  comments(tx: TenantTransaction, breachId: string): Promise<CommentRow[]> {
    return tx.query<CommentRow>(
      `select id, side, author_name, text, created_at from breach_comment
       where tenant_id = $1 and breach_id = $2 order by created_at, id`,
      [tx.tenantId, breachId],
    );
  }

  async addComment(
    tx: TenantTransaction,
    breach: BreachRow,
    { id, side, author_name, text, created_at }: CommentRow,
  ): Promise<void> {
    await tx.query(
      `insert into breach_comment (tenant_id, id, breach_id, vendor_id, side, author_id, author_name, text, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.tenantId, id, breach.id, breach.vendor_id, side, tx.actor.id, author_name, text, created_at],
    );
  }
}
