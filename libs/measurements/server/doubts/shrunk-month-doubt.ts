import { dimensionNames, dimensions, isInterval } from '@plumbline/measurements/schema';
import { doubt, type Doubt, type DoubtfulFile, LISTED_PLACES, NAMED, placeOf, segmentWords } from './doubt';

const SAME_ROW =
  'f.vendor_id = m.vendor_id and f.segment_id = m.segment_id and f.local_date = m.local_date and f.starts_at = m.starts_at';

/**
 * Months that this file repeats with fewer rows than are stored of the files that brought them. What it no longer has stays
 * as it is; files that each hold a part of a month (a queue, a day) do not count against each other.
 */
export async function shrunkMonthDoubt(file: DoubtfulFile): Promise<Doubt | null> {
  const { connection, staged } = file;
  const span = [staged.days[0]?.slice(0, 7), staged.days.at(-1)?.slice(0, 7)].map((month) => `${month}-01`);
  const parameters = [file.tenantId, file.grain, ...span];
  const stored = `m.tenant_id = $1 and m.grain = $2 and m.local_date >= $3::date
    and m.local_date < $4::date + interval '1 month' and m.vendor_id = any (array(select id from staged_vendor))`;
  await connection.query('drop table if exists stored_month, staged_key, repeated_month');
  // day sums stand for every stored row and are far fewer; months of which nothing is stored are not looked at again
  const { rowCount } = await connection.query(
    `create temp table stored_month on commit drop as
     select distinct vendor_id, date_trunc('month', local_date)::date as month from measurement_day m where ${stored}`,
    parameters,
  );
  if (rowCount === 0) return null;
  await connection.query(
    `create temp table staged_key on commit drop as
     select v.id as vendor_id, g.id as segment_id, s.local_date, s.starts_at from staged s ${NAMED}
     join stored_month k on k.vendor_id = v.id and s.local_date >= k.month and s.local_date < k.month + interval '1 month'
     where s.final and g.id is not null
       and s.local_date >= (select min(month) from stored_month)
       and s.local_date < (select max(month) from stored_month) + interval '1 month'`,
  );
  await connection.query('analyze staged_key');
  await connection.query(
    `create temp table repeated_month on commit drop as
     with file as (select vendor_id, date_trunc('month', local_date)::date as month, count(*) as rows from staged_key group by 1, 2),
     source as (select distinct m.vendor_id, date_trunc('month', m.local_date)::date as month, m.kpi_file_id
                from measurement m join staged_key f on ${SAME_ROW} where ${stored}),
     kept as (select m.vendor_id, source.month, count(*) as rows from measurement m
              join source on source.vendor_id = m.vendor_id and source.kpi_file_id = m.kpi_file_id
                and source.month = date_trunc('month', m.local_date)
              where ${stored} group by 1, 2)
     select source.*, kept.rows as stored, file.rows as sent
     from source join kept using (vendor_id, month) join file using (vendor_id, month) where file.rows < kept.rows`,
    parameters,
  );
  const { rows: months } = await connection.query<{ month: string; stored: string; sent: string }>(
    `select distinct to_char(month, 'YYYY-MM') as month, vendor_id, stored, sent from repeated_month order by month, vendor_id`,
  );
  const [first] = months;
  if (first === undefined) return null;
  const { rows: gone } = await connection.query<Record<string, string | null>>(
    `select m.local_date::text as date, to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as starts_at, count(*) over () as found,
            ${dimensionNames.map((name) => `g.${dimensions[name]} as "${name}"`).join(', ')}
     from measurement m
     join repeated_month r on r.vendor_id = m.vendor_id and r.kpi_file_id = m.kpi_file_id and r.month = date_trunc('month', m.local_date)
     join segment g on g.tenant_id = m.tenant_id and g.id = m.segment_id
     where ${stored} and not exists (select from staged_key f where ${SAME_ROW})
     order by m.local_date, m.starts_at limit ${LISTED_PLACES}`,
    parameters,
  );
  const found = Number(gone[0]?.['found'] ?? 0);
  const places = gone.map((row) =>
    placeOf(
      'month-shrank',
      { line: null, date: row['date'] ?? null },
      {
        startsAt: isInterval(file.grain) ? (row['starts_at'] ?? null) : null,
        segment: segmentWords(dimensionNames.map((name) => row[name] ?? null)),
      },
    ),
  );
  const { month, stored: kept, sent } = first;
  return doubt(
    'month-shrank',
    {
      ...{ month, stored: Number(kept), sent: Number(sent) },
      ...{ otherMonths: months.length - 1, gone: found },
    },
    found,
    places,
  );
}
