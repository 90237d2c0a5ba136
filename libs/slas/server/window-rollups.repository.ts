import { Injectable } from '@nestjs/common';
import { grains, type MeasuredSegment } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { RollupGroup } from './counted-rows';
import type { JudgedWindow } from './judged-window';
import type { MeasurePosition } from './window-rows.repository';

/** The daily rollups of several windows, as they stand after one load. */
export interface WindowRollups {
  readonly load: number;
  readonly claimed: boolean;
  /** By window, in the order in which they were asked for. */
  readonly groups: readonly (readonly RollupGroup[])[];
}

/** A window as rollups are asked for: a month's row cannot be split and belongs only to windows of whole months. */
export interface RolledWindow extends Pick<JudgedWindow, 'firstDate' | 'lastDate'> {
  readonly wholeMonths: boolean;
}

const BITS = 31;

/** Sums of the daily rollups over any windows: what evaluation of windows other than months starts from. */
@Injectable()
export class WindowRollupsRepository {
  /** Sums and load number in one statement, so that they are of one snapshot. */
  async read(
    tx: TenantTransaction,
    vendorId: string,
    windows: readonly RolledWindow[],
    measures: readonly MeasurePosition[],
  ): Promise<WindowRollups> {
    const firsts = windows.map(({ firstDate }) => firstDate).sort();
    const lasts = windows.map(({ lastDate }) => lastDate).sort();
    const place = (index: number) => `$${8 + index}::int`;
    const sums = measures.map((_, index) => `sum(d.amounts[${place(index)}])::text`);
    const missing = measures.map((_, index) => `sum(coalesce(d.missing[${place(index)}], d.rows))::int`);
    const rows = await tx.query<TotalRow>(
      `select coalesce((select last_number from load_counter where tenant_id = $1), 0)::int as load,
              exists (select from claimed_figure c where c.tenant_id = $1 and c.vendor_id = $2
                        and c.local_date between $3 and $4) as claimed, total.*
       from (select 1) one
       left join (
         select w.place, d.grain, s.line_of_business, s.channel, s.queue, s.language, sum(d.rows)::int as rows,
                array_agg(distinct d.local_date - w.first) as days,
                array[${sums.join(', ')}]::text[] as sums, array[${missing.join(', ')}]::int[] as missing
         from unnest($5::date[], $6::date[], $7::boolean[]) with ordinality as w (first, last, months, place)
         join measurement_day d on d.local_date between w.first and w.last and (w.months or d.grain < ${grains.month})
         join segment s on s.tenant_id = d.tenant_id and s.id = d.segment_id
         where d.tenant_id = $1 and s.tenant_id = $1 and d.vendor_id = $2 and d.local_date between $3 and $4
         group by w.place, d.grain, s.line_of_business, s.channel, s.queue, s.language
       ) total on true`,
      [
        ...[tx.tenantId, vendorId, firsts[0] ?? null, lasts.at(-1) ?? null],
        windows.map(({ firstDate }) => firstDate),
        windows.map(({ lastDate }) => lastDate),
        windows.map(({ wholeMonths }) => wholeMonths),
        ...measures.map(({ position }) => position),
      ],
    );
    const groups: RollupGroup[][] = windows.map(() => []);
    for (const row of rows)
      if (row.place !== null) groups[Number(row.place) - 1]?.push(toGroup(row, measures));
    return { load: rows[0]?.load ?? 0, claimed: rows[0]?.claimed ?? false, groups };
  }

  /**
   * Whether intervals stand under a date of a window and lie outside it by its zone, or the other way round: a file stated
   * another zone. Where there are none, the daily rollups are exact.
   */
  async strays(
    tx: TenantTransaction,
    vendorId: string,
    windows: readonly JudgedWindow[],
  ): Promise<readonly boolean[]> {
    if (windows.length === 0) return [];
    const probes = windows.flatMap(({ firstDate, lastDate, start, end }, window) => {
      // a file whose zone is more than a day off strays under these four dates as well
      const before = Temporal.PlainDate.from(firstDate).subtract({ days: 1 }).toString();
      const after = Temporal.PlainDate.from(lastDate).add({ days: 1 }).toString();
      return [
        { window, date: firstDate, from: '-infinity', to: start },
        { window, date: lastDate, from: end, to: 'infinity' },
        { window, date: before, from: start, to: 'infinity' },
        { window, date: after, from: '-infinity', to: end },
      ];
    });
    const found = await tx.query<{ window: number }>(
      `select distinct p."window" from unnest($4::int[], $5::date[], $6::timestamptz[], $7::timestamptz[])
         as p ("window", date, "from", "to")
       where exists (select from measurement m where m.tenant_id = $1 and m.vendor_id = $2 and m.grain < $3
         and m.local_date = p.date and m.starts_at >= p."from" and m.starts_at < p."to")`,
      [
        ...[tx.tenantId, vendorId, grains.day],
        probes.map(({ window }) => window),
        probes.map(({ date }) => date),
        probes.map(({ from }) => from),
        probes.map(({ to }) => to),
      ],
    );
    const strays = new Set(found.map(({ window }) => window));
    return windows.map((_, window) => strays.has(window));
  }
}

interface TotalRow {
  readonly load: number;
  readonly claimed: boolean;
  /** Null: no rollup at all. */
  readonly place: string | null;
  readonly grain: number;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly rows: number;
  readonly days: readonly number[];
  readonly sums: readonly (string | null)[];
  readonly missing: readonly number[];
}

function toGroup(row: TotalRow, measures: readonly MeasurePosition[]): RollupGroup {
  const segment: MeasuredSegment = {
    lineOfBusiness: row.line_of_business,
    channel: row.channel,
    queue: row.queue,
    language: row.language,
  };
  const days: number[] = [];
  for (const day of row.days) {
    const word = Math.floor(day / BITS);
    while (days.length <= word) days.push(0);
    days[word] = (days[word] ?? 0) | (1 << (day % BITS));
  }
  return {
    grain: row.grain,
    segment,
    rows: row.rows,
    days,
    sums: new Map(measures.map(({ code }, index) => [code, row.sums[index] ?? null])),
    missing: new Map(measures.map(({ code }, index) => [code, row.missing[index] ?? row.rows])),
  };
}
