import { Injectable } from '@nestjs/common';
import type { MeasuredSegment, SegmentFilter } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type SegmentColumns, segmentColumns, segmentCondition, toSegment } from './segment-filter';

/** Which claims are asked for. `month` is YYYY-MM, a calendar month in the tenant's zone. */
export interface ClaimedQuestion {
  readonly vendorId: string;
  readonly month: string;
  readonly segment?: SegmentFilter;
  readonly metricCode?: string;
  /** As they stood after this load; absent: as they stand. */
  readonly asOfLoad?: number;
}

/** The same of any dates, both included. */
export type ClaimedDates = Omit<ClaimedQuestion, 'month'> & { readonly from: string; readonly to: string };

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

/** The read model of what was only claimed. */
@Injectable()
export class ClaimedFigures {
  /** What was claimed for a vendor's month, the newest load of each interval, by metric, date and segment. */
  ofMonth(tx: TenantTransaction, { month, ...question }: ClaimedQuestion): Promise<ClaimedFigure[]> {
    const days = Temporal.PlainYearMonth.from(month);
    const to = days.toPlainDate({ day: days.daysInMonth }).toString();
    return this.ofDates(tx, { ...question, from: `${month}-01`, to });
  }

  /** What was claimed for the dates `from` to `to`, both included. */
  async ofDates(tx: TenantTransaction, question: ClaimedDates): Promise<ClaimedFigure[]> {
    const { vendorId, from, to, segment = {}, metricCode, asOfLoad } = question;
    const inSegment = segmentCondition(segment, 's', 7);
    const rows = await tx.query<SegmentColumns & ClaimedRow>(
      `select * from (
         select distinct on (c.local_date, c.starts_at, c.grain, c.segment_id, c.metric_code)
                c.metric_code, c.value::text, c.grain, c.local_date::text, c.starts_at, c.kpi_file_id, f.name, c.line::int,
                c.load_number::int, ${segmentColumns('s')}
         from claimed_figure c join segment s on s.tenant_id = c.tenant_id and s.id = c.segment_id
         left join kpi_file f on f.tenant_id = c.tenant_id and f.id = c.kpi_file_id
         where c.tenant_id = $1 and s.tenant_id = $1 and c.vendor_id = $2
           and c.local_date between $3 and $4
           and ($5::text is null or c.metric_code = $5) and ($6::bigint is null or c.load_number <= $6)${inSegment.sql}
         order by c.local_date, c.starts_at, c.grain, c.segment_id, c.metric_code, c.load_number desc
       ) newest where value is not null
       order by metric_code, local_date, starts_at, line`,
      [tx.tenantId, vendorId, from, to, metricCode ?? null, asOfLoad ?? null, ...inSegment.parameters],
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
