import { Injectable } from '@nestjs/common';
import type { MeasuredSegment } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { ClosingReason, RevisionReason } from '@plumbline/slas/schema';
import type { AgreedSla } from './agreed-sla';
import type { Judged } from './judge-sla';
import { type JudgedWindow, kindOf } from './judged-window';
import { columnOfState, stateOfColumn } from './state-columns';

/** A segment that a KPI file touched since the last evaluation. */
export interface DirtySegment {
  readonly segment: MeasuredSegment;
  readonly fileId: string | null;
  /** One bit a touched day of the month, the first being bit 0; null: any of them. */
  readonly days: number | null;
}

/** The newest revision of an SLA's window, as far as a new one depends on it; not `latest` once its terms were replaced. */
export interface PreviousResult {
  readonly id: string;
  readonly slaId: string;
  /** The first day of the window; null for a month. */
  readonly windowFrom: string | null;
  /** `YYYY-MM`, in which the window ends. */
  readonly month: string;
  readonly revision: number;
  readonly state: Judged['state'];
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly claimedValue: string | null;
  readonly metricVersion: number;
  readonly rowsCounted: number;
  readonly reconsiderAt: Date | null;
  readonly exclusions: Judged['exclusions'] | null;
  readonly waiver: Judged['waiver'];
  readonly latest: boolean;
  /** The one breach record of this SLA and window, where there is one. */
  readonly breachId: string | null;
  readonly breachOpen: boolean;
}

/** One revision to be written. */
export interface NewRevision {
  readonly id: string;
  readonly sla: AgreedSla;
  readonly window: JudgedWindow;
  readonly revision: number;
  readonly judged: Judged;
  readonly grain: number | null;
  readonly rowsCounted: number;
  readonly asOfLoad: number;
  readonly reason: RevisionReason['code'];
  readonly fileId: string | null;
}

const PREVIOUS = `r.id, r.sla_id as "slaId", r.window_from::text as "windowFrom",
  to_char(r.month, 'YYYY-MM') as month, r.revision, r.state, r.value::text,
  r.numerator::text, r.denominator::text, r.claimed_value::text as "claimedValue", r.metric_version as "metricVersion",
  r.rows_counted::int as "rowsCounted", r.reconsider_at as "reconsiderAt", r.latest, r.exclusions, r.waiver,
  b.id as "breachId", b.id is not null and b.closed_at is null as "breachOpen"`;

/** What evaluation reads of its own tables and writes to them. */
@Injectable()
export class EvaluationRepository {
  /**
   * Evaluations of one vendor wait for each other, so that what one reads as the newest revision is still the newest when
   * it writes. Null: there is no such vendor.
   */
  async lockVendor(
    tx: TenantTransaction,
    vendorId: string,
  ): Promise<{ readonly otherWindows: boolean } | null> {
    const [vendor] = await tx.prepared<{ otherWindows: boolean }>(
      `select exists (select from sla where tenant_id = $1 and vendor_id = $2 and "window" <> 'month') as "otherWindows"
       from vendor where tenant_id = $1 and id = $2 for no key update of vendor`,
      [tx.tenantId, vendorId],
    );
    return vendor ?? null;
  }

  /** Takes what is dirty in a vendor's month: a merge that commits later marks it anew. */
  async claimDirty(tx: TenantTransaction, vendorId: string, firstDate: string): Promise<DirtySegment[]> {
    const [rows] = (await tx.query(
      `delete from dirty_window d using segment s
       where d.tenant_id = $1 and d.vendor_id = $2 and d.month = $3 and s.tenant_id = $1 and s.id = d.segment_id
       returning s.line_of_business, s.channel, s.queue, s.language, d.kpi_file_id, d.days`,
      [tx.tenantId, vendorId, firstDate],
    )) as unknown as [readonly DirtyRow[], number];
    return rows.map((row) => ({
      segment: {
        lineOfBusiness: row.line_of_business,
        channel: row.channel,
        queue: row.queue,
        language: row.language,
      },
      fileId: row.kpi_file_id,
      days: row.days,
    }));
  }

  async newest(tx: TenantTransaction, vendorId: string, firstDate: string): Promise<PreviousResult[]> {
    const rows = await tx.prepared<PreviousResult & { state: string }>(
      `select distinct on (r.sla_id) ${PREVIOUS}
       from result r
       left join breach b on b.tenant_id = $1 and b.vendor_id = $2 and b.month = $3 and b.sla_id = r.sla_id
       where r.tenant_id = $1 and r.vendor_id = $2 and r.month = $3 and r.window_kind = 'month'
       order by r.sla_id, r.revision desc`,
      [tx.tenantId, vendorId, firstDate],
    );
    return rows.map((row) => ({ ...row, state: stateOfColumn(row.state) }));
  }

  /** The newest revisions of all windows that are no months and end in the months from `first` to `last` (days). */
  async newestOfWindows(
    tx: TenantTransaction,
    vendorId: string,
    { first, last }: { readonly first: string; readonly last: string },
  ): Promise<PreviousResult[]> {
    const rows = await tx.prepared<PreviousResult & { state: string }>(
      `select distinct on (r.sla_id, r.window_from) ${PREVIOUS}
       from result r
       left join breach b on b.tenant_id = $1 and b.vendor_id = $2 and b.sla_id = r.sla_id
         and b.month = r.month and b.window_from = r.window_from
       where r.tenant_id = $1 and r.vendor_id = $2 and r.month between $3 and $4 and r.window_kind <> 'month'
       order by r.sla_id, r.window_from, r.revision desc`,
      [tx.tenantId, vendorId, `${first.slice(0, 7)}-01`, `${last.slice(0, 7)}-01`],
    );
    return rows.map((row) => ({ ...row, state: stateOfColumn(row.state) }));
  }

  /** Writes revisions and takes "latest" from those they replace, or that no terms ask for any more. */
  async writeRevisions(
    tx: TenantTransaction,
    vendorId: string,
    { revisions, replaced, at }: { revisions: readonly NewRevision[]; replaced: readonly string[]; at: Date },
  ): Promise<void> {
    if (replaced.length > 0) {
      await tx.query('update result set latest = false where tenant_id = $1 and id = any ($2)', [
        tx.tenantId,
        [...replaced],
      ]);
    }
    if (revisions.length === 0) return;
    const rows = revisions.map((revision) => revisionColumns(revision));
    const width = rows[0]?.length ?? 0;
    const values = rows.map(
      (row, index) => `($1, $2, $3, ${row.map((_, at_) => `$${4 + index * width + at_}`).join(', ')}, true)`,
    );
    await tx.query(
      `insert into result (tenant_id, vendor_id, evaluated_at, month, window_kind, window_from, window_to, id, sla_id, revision, state, value, numerator,
         denominator, claimed_value, sample_size, interval_low, interval_high, metric_version, grain, rows_counted,
         as_of_load, excluded, trace, reason, kpi_file_id, reconsider_at, underlying, exclusions, without_exclusions, waiver, latest)
       values ${values.join(', ')}`,
      [tx.tenantId, vendorId, at, ...rows.flat()],
    );
  }

  /** The figure stays, the instant at which time may change it moves. */
  async reconsider(tx: TenantTransaction, resultId: string, at: string | null): Promise<void> {
    await tx.query('update result set reconsider_at = $3 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      resultId,
      at,
    ]);
  }

  /** Writes breaches that are not there yet, in one statement. */
  async openBreaches(tx: TenantTransaction, breaches: readonly NewBreach[]): Promise<void> {
    if (breaches.length === 0) return;
    const rows = breaches.map((breach) => [
      breach.id,
      breach.vendorId,
      breach.slaId === null ? 'reporting_duty' : 'target',
      breach.contractVersionId,
      breach.slaId,
      ...windowColumns(breach.window),
      breach.openedAt,
      breach.breachedAt,
      breach.resultId,
    ]);
    await tx.query(
      `insert into breach (tenant_id, id, vendor_id, kind, contract_version_id, sla_id, month, window_kind, window_from,
                           window_to, opened_at, breached_at, opened_by_result)
       values ${rows.map((row, index) => tuple(row.length, 2 + index * row.length)).join(', ')} on conflict do nothing`,
      [tx.tenantId, ...rows.flat()],
    );
  }

  async reopenBreach(tx: TenantTransaction, id: string): Promise<void> {
    await tx.query(
      `update breach set closed_at = null, closed_by_result = null, closing_reason = null
       where tenant_id = $1 and id = $2`,
      [tx.tenantId, id],
    );
  }

  async closeBreach(
    tx: TenantTransaction,
    id: string,
    closing: { readonly at: Date; readonly resultId: string | null; readonly reason: ClosingReason },
  ): Promise<void> {
    await tx.query(
      `update breach set closed_at = $3, closed_by_result = $4, closing_reason = $5
       where tenant_id = $1 and id = $2 and closed_at is null`,
      [tx.tenantId, id, closing.at, closing.resultId, closing.reason],
    );
  }
}

export interface NewBreach {
  readonly id: string;
  readonly vendorId: string;
  readonly contractVersionId: string;
  /** Null: the duty to report. */
  readonly slaId: string | null;
  readonly window: Pick<JudgedWindow, 'code' | 'month' | 'firstDate' | 'lastDate'>;
  readonly openedAt: Date;
  /** The deadline or the window's end: late detection back-dates (semantics rule 12). */
  readonly breachedAt: string;
  readonly resultId: string | null;
}

interface DirtyRow {
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly kpi_file_id: string | null;
  readonly days: number | null;
}

/** `($1, $2, …)`: the tenant, then `width` parameters from `first` on. */
function tuple(width: number, first: number): string {
  return `($1, ${Array.from({ length: width }, (_, index) => `$${first + index}`).join(', ')})`;
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Month, kind and dates; a month says its dates itself. */
function windowColumns({ code, month, firstDate, lastDate }: NewBreach['window']): unknown[] {
  return [`${month}-01`, kindOf(code), ...(code === 'month' ? [null, null] : [firstDate, lastDate])];
}

function revisionColumns({ id, sla, window, revision, judged, ...row }: NewRevision): unknown[] {
  return [
    ...windowColumns(window),
    id,
    sla.id,
    revision,
    columnOfState(judged.state),
    judged.value,
    judged.numerator,
    judged.denominator,
    judged.claimedValue,
    judged.interval === null ? null : judged.denominator,
    judged.interval?.lower ?? null,
    judged.interval?.upper ?? null,
    sla.metric.version,
    row.grain,
    row.rowsCounted,
    row.asOfLoad,
    JSON.stringify(judged.excluded),
    JSON.stringify(judged.trace),
    row.reason,
    row.fileId,
    judged.reconsiderAt,
    columnOfState(judged.underlying),
    jsonOrNull(judged.exclusions.length === 0 ? null : judged.exclusions),
    jsonOrNull(judged.withoutExclusions),
    jsonOrNull(judged.waiver),
  ];
}
