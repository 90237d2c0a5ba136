import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { ResultState, RevisionReason } from '@plumbline/slas/schema';
import type { WindowKind } from '@plumbline/sla-engine';
import type { Judged } from './judge-sla';
import { columnOfState } from './state-columns';
import { type WindowRow, windowSelect } from './window-columns';

export interface ResultSearch {
  readonly month: string | undefined;
  readonly vendorId: string | undefined;
  readonly metricId: string | undefined;
  readonly slaId: string | undefined;
  readonly state: ResultState | undefined;
  readonly window: WindowKind | undefined;
  /** Month, vendor name, SLA name, first day and id of the last result of the page before. */
  readonly after: readonly [month: string, vendor: string, sla: string, first: string, id: string] | null;
  readonly limit: number;
}

/** The columns of a result's figure. */
export interface FigureRow {
  readonly state: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly claimed_value: string | null;
  readonly interval_low: string | null;
  readonly interval_high: string | null;
  readonly rows_counted: number;
}

/** What opened a revision. */
export interface ReasonRow {
  readonly reason: RevisionReason['code'];
  readonly file_id: string | null;
  readonly file_name: string | null;
  readonly restatement_reason: string | null;
}

export interface ResultRow extends FigureRow, ReasonRow, WindowRow {
  readonly id: string;
  readonly month: string;
  readonly revision: number;
  readonly latest: boolean;
  readonly evaluated_at: Date;
  readonly metric_version: number;
  readonly grain: number | null;
  readonly as_of_load: number;
  readonly vendor_id: string;
  readonly vendor_code: string;
  readonly vendor_name: string;
  readonly sla_id: string;
  readonly sla_name: string;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly comparator: '>=' | '>' | '<=' | '<' | null;
  readonly target: string | null;
  readonly band_low: string | null;
  readonly band_high: string | null;
  readonly metric_id: string;
  readonly metric_code: string;
  readonly metric_name: string;
  readonly unit: 'ratio' | 'seconds' | 'count' | 'points';
  readonly direction: 'higher' | 'lower' | 'band';
  readonly underlying: string | null;
  readonly exclusions: Judged['exclusions'] | null;
  readonly without_exclusions: Judged['withoutExclusions'];
  readonly waiver: Judged['waiver'];
}

export const figureColumns = `r.state, r.value::text, r.numerator::text, r.denominator::text, r.claimed_value::text,
  r.interval_low::text, r.interval_high::text, r.rows_counted::int`;

/** A vendor sees a file's name only where the file is its own: the insurer may have loaded it for many. */
export const reasonColumns = `r.reason, file.id as file_id, file.name as file_name, file.restatement_reason`;

/** The first day of a result's window. */
const FIRST = 'coalesce(r.window_from, r.month)';

type SlaWindow = Pick<ResultRow, 'sla_id' | 'month' | 'window_first'>;

const SELECT = `
  select r.id, to_char(r.month, 'YYYY-MM') as month, ${windowSelect('r', 's')},
         r.revision, r.latest, r.evaluated_at, r.metric_version, r.grain,
         r.as_of_load::int, r.underlying, r.exclusions, r.without_exclusions, r.waiver, ${figureColumns}, ${reasonColumns},
         v.id as vendor_id, v.code as vendor_code, v.name as vendor_name,
         s.id as sla_id, s.name as sla_name, s.line_of_business, s.channel, s.queue, s.language,
         s.comparator, s.target::text, s.band_low::text, s.band_high::text,
         m.id as metric_id, m.code as metric_code, m.name as metric_name, m.unit, m.direction
  from result r
  join vendor v on v.tenant_id = r.tenant_id and v.id = r.vendor_id
  join sla s on s.tenant_id = r.tenant_id and s.id = r.sla_id
  join metric m on m.tenant_id = s.tenant_id and m.id = s.metric_id
  left join kpi_file file on file.tenant_id = r.tenant_id and file.id = r.kpi_file_id`;

@Injectable()
export class ResultsRepository {
  /** Newest revisions: newest month first, then by vendor, SLA, first day of the window and id. */
  list(tx: TenantTransaction, search: ResultSearch): Promise<ResultRow[]> {
    const parameters: unknown[] = [tx.tenantId];
    const conditions = ['r.tenant_id = $1', 'r.latest'];
    const where = (condition: (place: string) => string, value: unknown) => {
      if (value === undefined) return;
      parameters.push(value);
      conditions.push(condition(`$${parameters.length}`));
    };
    where((place) => `r.month = ${place}`, search.month === undefined ? undefined : `${search.month}-01`);
    where((place) => `r.vendor_id = ${place}`, search.vendorId);
    where((place) => `r.sla_id = ${place}`, search.slaId);
    where((place) => `s.metric_id = ${place}`, search.metricId);
    where((place) => `r.state = ${place}`, search.state && columnOfState(search.state));
    where((place) => `r.window_kind = ${place}`, search.window);
    if (search.after) {
      const [month, ...rest] = search.after;
      const next = parameters.length + 1;
      parameters.push(`${month}-01`, ...rest);
      conditions.push(
        `(r.month < $${next} or (r.month = $${next} and (v.name, s.name, ${FIRST}, r.id) > ($${next + 1}, $${next + 2}, $${next + 3}::date, $${next + 4}::uuid)))`,
      );
    }
    parameters.push(search.limit);
    return tx.query<ResultRow>(
      `${SELECT} where ${conditions.join(' and ')} order by r.month desc, v.name, s.name, ${FIRST}, r.id limit $${parameters.length}`,
      parameters,
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<ResultRow | null> {
    const [row] = await tx.query<ResultRow>(`${SELECT} where r.tenant_id = $1 and r.id = $2`, [
      tx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** All revisions of a result's window, newest first. */
  revisions(tx: TenantTransaction, of: SlaWindow): Promise<ResultRow[]> {
    return tx.query<ResultRow>(
      `${SELECT} where r.tenant_id = $1 and r.sla_id = $2 and r.month = $3 and ${FIRST} = $4 order by r.revision desc`,
      [tx.tenantId, of.sla_id, `${of.month}-01`, of.window_first],
    );
  }

  async breachId(tx: TenantTransaction, of: SlaWindow): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `select id from breach where tenant_id = $1 and sla_id = $2 and month = $3 and coalesce(window_from, month) = $4`,
      [tx.tenantId, of.sla_id, `${of.month}-01`, of.window_first],
    );
    return row?.id ?? null;
  }

  /** What was written beside the figure: trace and exclusions. */
  async reasoning(
    tx: TenantTransaction,
    id: string,
  ): Promise<{
    trace: { rule: string; facts: Record<string, never> }[];
    excluded: { reason: string; rows: number; measures: string[]; amounts: Record<string, string> }[];
  }> {
    const [row] = await tx.query<Awaited<ReturnType<ResultsRepository['reasoning']>>>(
      'select trace, excluded from result where tenant_id = $1 and id = $2',
      [tx.tenantId, id],
    );
    return row ?? { trace: [], excluded: [] };
  }
}
