import type { ColumnMeaning, KpiFile } from '@plumbline/measurements/schema';
import type { MeasuredTenant, MeasurementsBench, StatedMapping } from '../measurements-bench';

const meanings: Record<string, ColumnMeaning> = {
  start: { kind: 'period', format: 'YYYY-MM-DD HH:mm' },
  queue: { kind: 'segment', dimension: 'queue' },
  offered: { kind: 'measure', measure: 'offered' },
  answered: { kind: 'measure', measure: 'answered' },
  abandoned: { kind: 'measure', measure: 'abandoned' },
  rate: { kind: 'claimed', metric: 'abandonment_rate', unit: 'percent' },
};

/** The mapping of a half-hour file, by its header. */
export function mapping(
  text: string,
  rest: object = {},
  also: Record<string, ColumnMeaning> = {},
): StatedMapping {
  const known = { ...meanings, ...also };
  const headers = (text.split('\n')[0] ?? '').split(',');
  const columns = headers.map((header) => ({ header, means: known[header] ?? { kind: 'ignore' } }));
  return { columns, grain: '30min', timezone: 'America/New_York', ...rest };
}

/** Half-hour files loaded one after the other, and what then stands in the tables. */
export class IntervalHistory {
  constructor(private readonly bench: MeasurementsBench) {}

  /** Uploads, checks, confirms and loads; answers the file as it ended. */
  async load(of: MeasuredTenant, text: string, reason?: string): Promise<KpiFile> {
    const file = await this.bench.checked(of, text, mapping(text));
    if (file.state !== 'checked') return file;
    return this.bench.loaded(of, file, reason === undefined ? {} : { restatementReason: reason });
  }

  facts(of: MeasuredTenant) {
    return this.bench.query<{ start: string; queue: string; amounts: (string | null)[]; load: number }>(
      of,
      `select to_char(m.starts_at at time zone 'America/New_York', 'YYYY-MM-DD HH24:MI') as start, s.queue,
              array[m.amounts[p.offered], m.amounts[p.answered], m.amounts[p.abandoned]]::text[] as amounts, m.load_number::int as load
       from measurement m join segment s on s.tenant_id = m.tenant_id and s.id = m.segment_id cross join (
         select max(position) filter (where code = 'offered') as offered, max(position) filter (where code = 'answered') as answered,
                max(position) filter (where code = 'abandoned') as abandoned from measure where tenant_id = $1) p
       where m.tenant_id = $1 order by m.starts_at, s.queue`,
    );
  }

  /** `YYYY-MM queue` of every window that waits to be evaluated. */
  async dirty(of: MeasuredTenant): Promise<string[]> {
    const rows = await this.bench.query<{ key: string }>(
      of,
      `select to_char(d.month, 'YYYY-MM') || ' ' || s.queue as key from dirty_window d
         join segment s on s.tenant_id = d.tenant_id and s.id = d.segment_id where d.tenant_id = $1 order by 1`,
    );
    return rows.map(({ key }) => key);
  }

  async clean(of: MeasuredTenant): Promise<void> {
    await this.bench.query(of, 'delete from dirty_window where tenant_id = $1');
  }

  /** Days whose kept sums are not those of their facts. */
  differences(of: MeasuredTenant) {
    return this.bench.query(
      of,
      `with fact as (
         select m.vendor_id, m.local_date, m.grain, m.segment_id, count(*)::int as rows, p.position,
                sum(m.amounts[p.position]) as amount, count(*)::int - count(m.amounts[p.position])::int as missing
         from measurement m cross join (select position from measure where tenant_id = $1 and position <= 4) p
         where m.tenant_id = $1 group by 1, 2, 3, 4, p.position
       ), kept as (
         select d.vendor_id, d.local_date, d.grain, d.segment_id, d.rows, p.position, d.amounts[p.position] as amount,
                coalesce(d.missing[p.position], d.rows) as missing
         from measurement_day d cross join (select position from measure where tenant_id = $1 and position <= 4) p where d.tenant_id = $1
       )
       select * from ((select * from fact except all select * from kept) union all (select * from kept except all select * from fact)) d`,
    );
  }
}
