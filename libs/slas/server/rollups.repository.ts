import { Injectable } from '@nestjs/common';
import { grains } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { RollupGroup } from './counted-rows';
import type { JudgedWindow } from './judged-window';
import type { MeasurePosition } from './window-rows.repository';

/** A vendor's month as its daily rollups hold it, and the load that this is as of. */
export interface MonthRollups {
  /** The number of the tenant's last load that is in these sums; 0 before the first. */
  readonly load: number;
  /** Whether anything was ever claimed for the month. */
  readonly claimed: boolean;
  readonly groups: readonly RollupGroup[];
}

/** Sums from the daily rollups: what evaluation starts from, whatever the number of rows. */
@Injectable()
export class RollupsRepository {
  /**
   * Sums and load number in one statement, so that they are of one snapshot: a load that commits a moment later is in
   * neither.
   */
  async month(
    tx: TenantTransaction,
    vendorId: string,
    { firstDate, lastDate }: Pick<JudgedWindow, 'firstDate' | 'lastDate'>,
    measures: readonly MeasurePosition[],
  ): Promise<MonthRollups> {
    const sums = measures.map((_, index) => `sum(d.amounts[$${5 + index}::int])::text`);
    const missing = measures.map((_, index) => `sum(coalesce(d.missing[$${5 + index}::int], d.rows))::int`);
    const rows = await tx.prepared<TotalRow>(
      `select coalesce(counter.last_number, 0)::int as load,
              exists (select from claimed_figure c where c.tenant_id = $1 and c.vendor_id = $2
                        and c.local_date between $3 and $4) as claimed, total.*
       from (select $1::uuid as tenant_id) tenant
       left join load_counter counter on counter.tenant_id = tenant.tenant_id and counter.tenant_id = $1
       left join (
         select d.grain, s.line_of_business, s.channel, s.queue, s.language, sum(d.rows)::int as rows,
                bit_or(1 << (extract(day from d.local_date)::int - 1)) as days,
                array[${sums.join(', ')}]::text[] as sums, array[${missing.join(', ')}]::int[] as missing
         from measurement_day d join segment s on s.tenant_id = d.tenant_id and s.id = d.segment_id
         where d.tenant_id = $1 and s.tenant_id = $1 and d.vendor_id = $2 and d.local_date between $3 and $4
         group by d.grain, s.line_of_business, s.channel, s.queue, s.language
       ) total on true`,
      [tx.tenantId, vendorId, firstDate, lastDate, ...measures.map(({ position }) => position)],
    );
    return {
      load: rows[0]?.load ?? 0,
      claimed: rows[0]?.claimed ?? false,
      groups: rows.filter(isTotal).map((row) => toGroup(row, measures)),
    };
  }

  /**
   * Which intervals stand under a date of this month and lie outside it by the window's zone, or the other way round:
   * a file stated another zone. Where there are none, the daily rollups are exact.
   */
  async strays(tx: TenantTransaction, vendorId: string, window: JudgedWindow): Promise<Strays> {
    // a file whose zone is more than a day off strays under these four dates as well
    const before = Temporal.PlainDate.from(window.firstDate).subtract({ days: 1 }).toString();
    const after = Temporal.PlainDate.from(window.lastDate).add({ days: 1 }).toString();
    const probes = [
      { date: window.firstDate, from: '-infinity', to: window.start, place: 'before' },
      { date: window.lastDate, from: window.end, to: 'infinity', place: 'after' },
      { date: before, from: window.start, to: 'infinity', place: 'in' },
      { date: after, from: '-infinity', to: window.end, place: 'in' },
    ];
    const found = await tx.prepared<{ place: 'before' | 'after' | 'in' }>(
      probes
        .map(
          ({ place }, index) =>
            `(select '${place}' as place from measurement where tenant_id = $1 and vendor_id = $2 and grain < $3
                and local_date = $${4 + index * 3} and starts_at >= $${5 + index * 3} and starts_at < $${6 + index * 3} limit 1)`,
        )
        .join(' union all '),
      [tx.tenantId, vendorId, grains.day, ...probes.flatMap(({ date, from, to }) => [date, from, to])],
    );
    const has = (place: string) => found.some((row) => row.place === place);
    return { before: has('before'), after: has('after'), any: found.length > 0 };
  }
}

export interface Strays {
  /** Rows under this month's dates belong to the month before, or the month after. */
  readonly before: boolean;
  readonly after: boolean;
  readonly any: boolean;
}

interface TotalRow {
  readonly load: number;
  readonly claimed: boolean;
  readonly grain: number | null;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly rows: number;
  readonly days: number;
  readonly sums: readonly (string | null)[];
  readonly missing: readonly number[];
}

function isTotal(row: TotalRow): row is TotalRow & { grain: number } {
  return row.grain !== null;
}

function toGroup(row: TotalRow & { grain: number }, measures: readonly MeasurePosition[]): RollupGroup {
  return {
    grain: row.grain,
    segment: {
      lineOfBusiness: row.line_of_business,
      channel: row.channel,
      queue: row.queue,
      language: row.language,
    },
    rows: row.rows,
    days: [row.days],
    sums: new Map(measures.map(({ code }, index) => [code, row.sums[index] ?? null])),
    missing: new Map(measures.map(({ code }, index) => [code, row.missing[index] ?? row.rows])),
  };
}
