import { Injectable } from '@nestjs/common';
import type { MeasuredSegment, SegmentFilter } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type SegmentColumns, segmentColumns, segmentCondition, toSegment } from './segment-filter';

/** Which sums are asked for. `month` is YYYY-MM, a calendar month in the tenant's zone. */
export interface MonthQuestion {
  readonly vendorId: string;
  readonly month: string;
  readonly segment?: SegmentFilter;
  /** Measure codes; absent: all that any row reports. */
  readonly measures?: readonly string[];
}

/** What one vendor's rows of one grain and one exact segment add up to. */
export interface MonthTotal {
  /** 15, 30, 60, 1440 (day) or 32767 (month): never add totals of different grains, they may be the same calls twice. */
  readonly grain: number;
  readonly segmentId: string;
  readonly segment: MeasuredSegment;
  /** Rows reported. */
  readonly rows: number;
  /** By measure code, exact decimal text; a measure that no row reports is absent. */
  readonly amounts: Readonly<Record<string, string>>;
  /**
   * Rows that leave the measure blank, for the measures in `amounts`. Where it is not 0 for a measure of a metric, the
   * sums of its other measures hold rows that the engine sets aside: sum over the rows (`MeasurementRows`) instead.
   */
  readonly missing: Readonly<Record<string, number>>;
}

/** A percentage or average that a file states without its counts; stands beside, is never summed (rule 13). */
export interface ClaimedFigure {
  readonly metricCode: string;
  /** A share of one for ratios, seconds for averages; exact decimal text. */
  readonly value: string;
  readonly grain: number;
  readonly segment: MeasuredSegment;
  readonly localDate: string;
  readonly startsAt: string;
  readonly fileId: string;
  /** Null when the reader may not see the file (it was reported by another vendor). */
  readonly fileName: string | null;
  readonly line: number;
  readonly loadNumber: number;
}

/** Sums per month from the day rollups: the read model that evaluation starts from. */
@Injectable()
export class MeasurementTotals {
  /** One total per grain and exact segment inside the filter, finest grain first; empty: nothing was reported. */
  async monthTotals(tx: TenantTransaction, question: MonthQuestion): Promise<MonthTotal[]> {
    const { vendorId, month, segment = {}, measures } = question;
    const inSegment = segmentCondition(segment, 's', 5);
    const parameters = [tx.tenantId, vendorId, `${month}-01`, measures ?? null, ...inSegment.parameters];
    const rows = await tx.query<SegmentColumns & TotalRow>(
      `with day as (
         select d.grain, d.segment_id, d.rows, d.amounts, d.missing
         from measurement_day d join segment s on s.tenant_id = d.tenant_id and s.id = d.segment_id
         where d.tenant_id = $1 and s.tenant_id = $1 and d.vendor_id = $2
           and d.local_date >= $3::date and d.local_date < $3::date + interval '1 month'${inSegment.sql}
       ), total as (
         select grain, segment_id, sum(rows)::int as rows from day group by grain, segment_id
       ), amount as (
         select day.grain, day.segment_id, m.code, sum(day.amounts[m.position])::text as amount,
                sum(day.rows - coalesce(day.missing[m.position], day.rows))::int as reported
         from day join measure m on m.tenant_id = $1 and ($4::text[] is null or m.code = any ($4))
         where day.missing[m.position] < day.rows
         group by day.grain, day.segment_id, m.code
       )
       select t.grain, t.segment_id, t.rows, ${segmentColumns('s')},
              coalesce(jsonb_object_agg(a.code, a.amount) filter (where a.code is not null), '{}') as amounts,
              coalesce(jsonb_object_agg(a.code, t.rows - a.reported) filter (where a.code is not null), '{}') as missing
       from total t join segment s on s.tenant_id = $1 and s.id = t.segment_id
       left join amount a on a.grain = t.grain and a.segment_id = t.segment_id
       group by t.grain, t.segment_id, t.rows, ${segmentColumns('s')}
       order by t.grain, t.segment_id`,
      parameters,
    );
    return rows.map((row) => ({
      grain: row.grain,
      segmentId: row.segment_id,
      segment: toSegment(row),
      rows: row.rows,
      amounts: row.amounts,
      missing: row.missing,
    }));
  }

  /** What was claimed for a vendor's month, the newest load of each interval, by metric, date and segment. */
  async claimedFigures(
    tx: TenantTransaction,
    question: Omit<MonthQuestion, 'measures'> & { readonly metricCode?: string; readonly asOfLoad?: number },
  ): Promise<ClaimedFigure[]> {
    const { vendorId, month, segment = {}, metricCode, asOfLoad } = question;
    const inSegment = segmentCondition(segment, 's', 6);
    const rows = await tx.query<SegmentColumns & ClaimedRow>(
      `select * from (
         select distinct on (c.local_date, c.starts_at, c.grain, c.segment_id, c.metric_code)
                c.metric_code, c.value::text, c.grain, c.local_date::text, c.starts_at, c.kpi_file_id, f.name, c.line::int,
                c.load_number::int, ${segmentColumns('s')}
         from claimed_figure c join segment s on s.tenant_id = c.tenant_id and s.id = c.segment_id
         left join kpi_file f on f.tenant_id = c.tenant_id and f.id = c.kpi_file_id
         where c.tenant_id = $1 and s.tenant_id = $1 and c.vendor_id = $2
           and c.local_date >= $3::date and c.local_date < $3::date + interval '1 month'
           and ($4::text is null or c.metric_code = $4) and ($5::bigint is null or c.load_number <= $5)${inSegment.sql}
         order by c.local_date, c.starts_at, c.grain, c.segment_id, c.metric_code, c.load_number desc
       ) newest where value is not null
       order by metric_code, local_date, starts_at, line`,
      [tx.tenantId, vendorId, `${month}-01`, metricCode ?? null, asOfLoad ?? null, ...inSegment.parameters],
    );
    return rows.map((row) => ({
      metricCode: row.metric_code,
      value: row.value,
      grain: row.grain,
      segment: toSegment(row),
      localDate: row.local_date,
      startsAt: row.starts_at.toISOString(),
      fileId: row.kpi_file_id,
      fileName: row.name,
      line: row.line,
      loadNumber: row.load_number,
    }));
  }

  /**
   * The number of the tenant's newest merge, 0 before the first. Read it before the totals of an evaluation, in the same
   * transaction: what is loaded later has a higher number and marks its own windows dirty.
   */
  async currentLoad(tx: TenantTransaction): Promise<number> {
    const [row] = await tx.query<{ last: number }>(
      'select last_number::int as last from load_counter where tenant_id = $1',
      [tx.tenantId],
    );
    return row?.last ?? 0;
  }
}

interface TotalRow {
  readonly grain: number;
  readonly segment_id: string;
  readonly rows: number;
  readonly amounts: Record<string, string>;
  readonly missing: Record<string, number>;
}

interface ClaimedRow {
  readonly metric_code: string;
  readonly value: string;
  readonly grain: number;
  readonly local_date: string;
  readonly starts_at: Date;
  readonly kpi_file_id: string;
  readonly name: string | null;
  readonly line: number;
  readonly load_number: number;
}
