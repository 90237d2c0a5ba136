import { Injectable } from '@nestjs/common';
import { caseMeasures, dimensions, grains, type MeasuredSegment } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { CaseWay, CountedCase } from '@plumbline/slas/schema';
import type { WindowQuestion } from './window-rows.repository';

/** So many stretches of lines are listed of one case. */
const STRETCHES = 100;

interface Way {
  readonly by: CaseWay;
  readonly measures: readonly string[];
  readonly date: string;
  readonly inTime: string;
  /** The load from which the case counts on that day. */
  readonly since: string;
}

/** What counts a case, and on which day: as the loader derives it. */
export const ways: readonly Way[] = [
  {
    by: 'due',
    measures: [caseMeasures.due, caseMeasures.dueInTime],
    ...{ date: 'due_on', inTime: 'in_time', since: 'due_load' },
  },
  {
    by: 'closed',
    measures: [caseMeasures.closed, caseMeasures.closedInTime],
    ...{ date: 'closed_on', inTime: 'in_time', since: 'load_number' },
  },
  {
    by: 'acknowledgement',
    measures: [caseMeasures.acknowledgementDue, caseMeasures.acknowledgedInTime],
    ...{ date: 'ack_due_on', inTime: 'ack_in_time', since: 'ack_due_load' },
  },
];

export type CasePosition = readonly [countedOn: string, number: string, reporterId: string, by: string];

/** A case and where it stands in the list. */
export interface ListedCase {
  readonly case: CountedCase;
  readonly position: CasePosition;
}

/** The cases behind a result, as of its load. */
@Injectable()
export class CountedCases {
  /** In order of day and number; none where the figure counts nothing that cases are counted as. */
  async list(
    tx: TenantTransaction,
    { vendorId, window, grain, segment, measures, asOfLoad }: WindowQuestion,
    { date, after, limit }: { date?: string | undefined; after: CasePosition | null; limit: number },
  ): Promise<ListedCase[]> {
    const counting = ways.filter((way) => measures.some(({ code }) => way.measures.includes(code)));
    if (grain !== grains.day || counting.length === 0) return [];
    const standing = counting.flatMap((way) =>
      ['kpi_case', 'kpi_case_superseded'].map(
        (
          table,
        ) => `select reporter_id, number, segment_id, opened_on, closed_on, due_on, ${way.date} as counted_on,
             coalesce(${way.inTime}, false) as in_time, '${way.by}' as counted_by, kpi_file_id, lines
           from ${table} where tenant_id = $1 and vendor_id = $2 and ${way.date} between $3 and $4
             and load_number <= $5 and ${way.since} <= $5 ${table === 'kpi_case' ? '' : 'and superseded_by > $5'}`,
      ),
    );
    const rows = await tx.query<CaseRow>(
      `select c.reporter_id, c.number, c.opened_on::text, c.closed_on::text, c.due_on::text, c.counted_on::text, c.in_time, c.counted_by,
              file.id as file_id, file.name as file_name, s.line_of_business, s.channel, s.queue, s.language,
              array(select array[lower(part), upper(part) - 1]::int[] from unnest(c.lines) part limit ${STRETCHES}) as lines
       from (${standing.join(' union all ')}) c
       join segment s on s.tenant_id = $1 and s.id = c.segment_id
       left join kpi_file file on file.tenant_id = $1 and file.id = c.kpi_file_id
       where ($6::text is null or s.line_of_business = $6) and ($7::text is null or s.channel = $7)
         and ($8::text is null or s.queue = $8) and ($9::text is null or s.language = $9)
         and ($10::date is null or (c.counted_on, c.number, c.reporter_id, c.counted_by) > ($10::date, $11, $12::uuid, $13))
       order by c.counted_on, c.number, c.reporter_id, c.counted_by limit $14`,
      [
        ...[tx.tenantId, vendorId, date ?? window.firstDate, date ?? window.lastDate, asOfLoad],
        ...[segment.lineOfBusiness, segment.channel, segment.queue, segment.language],
        ...(after ?? [null, null, null, null]),
        limit,
      ],
    );
    return rows.map((row) => ({
      case: toCountedCase(row),
      position: [row.counted_on, row.number, row.reporter_id, row.counted_by],
    }));
  }
}

interface CaseRow {
  readonly reporter_id: string;
  readonly number: string;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly due_on: string;
  readonly counted_on: string;
  readonly in_time: boolean;
  readonly counted_by: CaseWay;
  readonly file_id: string | null;
  readonly file_name: string | null;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly lines: readonly (readonly [number, number])[];
}

function toCountedCase(row: CaseRow): CountedCase {
  return {
    number: row.number,
    segment: segmentOf(row),
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    dueOn: row.due_on,
    countedBy: row.counted_by,
    countedOn: row.counted_on,
    inTime: row.in_time,
    file: row.file_id === null || row.file_name === null ? null : { id: row.file_id, name: row.file_name },
    lines: row.lines.map(([from, to]) => ({ from, to })),
  };
}

export function segmentOf(
  row: Readonly<Record<(typeof dimensions)[keyof typeof dimensions], string | null>>,
): MeasuredSegment {
  return {
    lineOfBusiness: row.line_of_business,
    channel: row.channel,
    queue: row.queue,
    language: row.language,
  };
}
