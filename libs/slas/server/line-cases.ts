import { Injectable } from '@nestjs/common';
import { grains, type MeasuredSegment } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { LineCase } from '@plumbline/slas/schema';
import { segmentOf, ways } from './counted-cases';
import { beginsIn, type FirstLines } from './first-lines';

/** Cases that one line speaks of: one for each vendor that it counts for, and each time it was loaded. */
const CASES = 50;

/** What a result has to cover to count something of a line. */
export interface CountableRow {
  readonly vendor_id: string;
  readonly local_date: string;
  readonly starts_at: Date;
  readonly grain: number;
  readonly segment: MeasuredSegment;
  /** From this load on, up to another one. */
  readonly load_number: number;
  readonly superseded_by: number | null;
  /** By position; what the line does not count is null. */
  readonly amounts: readonly (string | null)[];
}

/** From a line of a file of cases to its cases, and to what counts them. */
@Injectable()
export class LineCases {
  async of(tx: TenantTransaction, fileId: string, line: number, near: FirstLines): Promise<CaseOfLine[]> {
    const columns = `vendor_id, segment_id, reporter_id, number, opened_on, closed_on, due_on, in_time, ack_due_on, load_number, due_load, ack_due_load`;
    const ofLine = `tenant_id = $1 and kpi_file_id = $2 and ${beginsIn(near, 5)} and lines @> $3::bigint`;
    const next = `n.tenant_id = $1 and n.reporter_id = c.reporter_id and n.number = c.number and n.load_number = c.superseded_by`;
    return tx.query<CaseOfLine>(
      `select c.vendor_id, vendor.code as vendor_code, vendor.name as vendor_name, c.number, c.opened_on::text, c.closed_on::text,
              c.due_on::text, c.in_time, c.ack_due_on::text, c.load_number::int, c.due_load::int, c.ack_due_load::int,
              c.superseded_by::int, s.line_of_business, s.channel, s.queue, s.language,
              successor.kpi_file_id as next_file_id, successor.line::int as next_line, next_file.name as next_file_name
       from (select ${columns}, null::bigint as superseded_by from kpi_case where ${ofLine}
             union all
             select ${columns}, superseded_by from kpi_case_superseded where ${ofLine}) c
       join vendor on vendor.tenant_id = $1 and vendor.id = c.vendor_id
       join segment s on s.tenant_id = $1 and s.id = c.segment_id
       left join lateral (
         select n.kpi_file_id, n.line from kpi_case n where ${next}
         union all
         select n.kpi_file_id, n.line from kpi_case_superseded n where ${next} limit 1
       ) successor on true
       left join kpi_file next_file on next_file.tenant_id = $1 and next_file.id = successor.kpi_file_id
       order by c.load_number, c.number, vendor.code limit $4`,
      [tx.tenantId, fileId, line, CASES, ...near.flat()],
    );
  }

  /** A case counts on up to three days, each from the load on that counted it there. */
  countable(row: CaseOfLine, positions: ReadonlyMap<string, number>): CountableRow[] {
    return ways.flatMap(({ measures, date, since }): CountableRow[] => {
      const day = row[date as 'due_on' | 'closed_on' | 'ack_due_on'];
      const from = row[since as 'load_number' | 'due_load' | 'ack_due_load'];
      if (day === null || from === null) return [];
      const counted = measures.map((code) => positions.get(code) ?? 0);
      return [
        {
          vendor_id: row.vendor_id,
          local_date: day,
          starts_at: new Date(`${day}T00:00:00Z`),
          grain: grains.day,
          segment: segmentOf(row),
          load_number: Math.max(from, row.load_number),
          superseded_by: row.superseded_by,
          amounts: Array.from({ length: Math.max(...counted) }, (_, index) =>
            counted.includes(index + 1) ? '1' : null,
          ),
        },
      ];
    });
  }
}

export interface CaseOfLine {
  readonly vendor_id: string;
  readonly vendor_code: string;
  readonly vendor_name: string;
  readonly number: string;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly due_on: string;
  readonly in_time: boolean | null;
  readonly ack_due_on: string | null;
  readonly load_number: number;
  readonly due_load: number | null;
  readonly ack_due_load: number | null;
  readonly superseded_by: number | null;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly next_file_id: string | null;
  readonly next_line: number | null;
  readonly next_file_name: string | null;
}

export function toLineCase(row: CaseOfLine): LineCase {
  return {
    number: row.number,
    vendor: { id: row.vendor_id, code: row.vendor_code, name: row.vendor_name },
    segment: segmentOf(row),
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    dueOn: row.due_on,
    inTime: row.in_time,
    loadNumber: row.load_number,
    supersededBy:
      row.next_file_id === null || row.next_line === null
        ? null
        : { fileId: row.next_file_id, fileName: row.next_file_name, line: row.next_line },
  };
}
