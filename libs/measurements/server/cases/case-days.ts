import { caseMeasures } from '@plumbline/measurements/schema';
import type { RoleConnection } from '@plumbline/platform/database';
import type { CellPlan, MeasureSlot } from '../reading/cell-plan';
import type { CaseTarget } from './case-changes';

/** By which of its dates a case is counted, and once what has come to pass. */
interface Counted {
  readonly of: 'due' | 'closed' | 'acknowledgement';
  readonly date: string;
  readonly inTime: string;
  /** Of a case `c`; `$2` is now. */
  readonly once: string;
}

const ways: readonly Counted[] = [
  // due in the window, open overdue ones included (semantics rule 18)
  { of: 'due', date: 'due_on', inTime: 'in_time', once: 'c.overdue_from < $2' },
  { of: 'closed', date: 'closed_on', inTime: 'in_time', once: 'c.closed_on is not null' },
  { of: 'acknowledgement', date: 'ack_due_on', inTime: 'ack_in_time', once: 'c.ack_overdue_from < $2' },
];

/** The counts that are made of cases, as figures of a file: in the order of `ways`, each count before those in time. */
export function planCases(measures: ReadonlyMap<string, MeasureSlot>): CellPlan {
  const { due, dueInTime, closed, closedInTime, acknowledgementDue, acknowledgedInTime } = caseMeasures;
  const figures = [due, dueInTime, closed, closedInTime, acknowledgementDue, acknowledgedInTime].map(
    (code, at) => {
      const measure = measures.get(code);
      if (!measure) throw new Error(`cases are counted as ${code}, which this tenant does not have`);
      return { staged: STAGED[at] ?? '', measure, metric: null };
    },
  );
  return { figures, cells: [], byName: null, parts: [] };
}

const STAGED = ways.flatMap(({ of }) => [`${of}_count`, `${of}_in_time`]);

/**
 * Fills `staged` with the counts of every day that `case_new`, `case_old` or a deadline gone by touches, derived anew from
 * all cases of that day as they would stand; answers those days. A day on which no case is left counts 0. Acknowledgement
 * is blank on days of which no case says how long it may take.
 */
export async function caseDays(
  connection: RoleConnection,
  { tenantId, timezone, now, countedFrom }: CaseTarget,
): Promise<string[]> {
  await connection.query('drop table if exists case_touched, staged');
  const vendors = '(select min(ordinal) as vendor, id from staged_vendor group by id)';
  const segments =
    '(select min(ordinal) as segment, id from staged_segment where id is not null group by id)';
  const named = `join ${vendors} v on v.id = c.vendor_id join ${segments} g on g.id = c.segment_id`;
  const touched = ways.flatMap(({ of, date, once }) => [
    `select c.vendor, c.segment, c.${date} as date from case_new c where ${once}`,
    `select v.vendor, g.segment, c.${date} from case_old c ${named} where ${once}`,
    ...(of === 'closed'
      ? []
      : [
          `select v.vendor, g.segment, c.${date} from kpi_case c ${named}
             where c.tenant_id = $1 and c.${of === 'due' ? 'due_load' : 'ack_due_load'} is null and ${once}`,
        ]),
  ]);
  await connection.query(
    `create temp table case_touched on commit drop as
     select t.*, v.id as vendor_id, g.id as segment_id from (${touched.join(' union ')}) t
     join staged_vendor v on v.ordinal = t.vendor join staged_segment g on g.ordinal = t.segment
     where t.date >= $3::date`,
    [tenantId, now, `${countedFrom}-01`],
  );
  await connection.query('analyze case_touched');
  const counts = ways.map(
    ({ of, date, inTime, once }) => `left join (
       select vendor, segment, date, count(*) as counted, count(*) filter (where in_time) as in_time from (
         select t.vendor, t.segment, t.date, c.${inTime} as in_time from case_touched t
         join kpi_case c on c.tenant_id = $1 and c.vendor_id = t.vendor_id and c.${date} = t.date and c.segment_id = t.segment_id
         where ${once} and not exists (select from case_old o
           where o.reporter_id = c.reporter_id and o.number = c.number and o.vendor_id = c.vendor_id)
         union all
         select c.vendor, c.segment, c.${date}, c.${inTime} from case_new c where ${once} and c.${date} is not null
       ) each_case group by 1, 2, 3
     ) ${of} using (vendor, segment, date)`,
  );
  const amounts = ways.flatMap(({ of }) => {
    const [count, inTime] = [`${of}_count`, `${of}_in_time`];
    return of === 'acknowledgement'
      ? [`${of}.counted::numeric as ${count}`, `${of}.in_time::numeric as ${inTime}`]
      : [
          `coalesce(${of}.counted, 0)::numeric as ${count}`,
          `coalesce(${of}.in_time, 0)::numeric as ${inTime}`,
        ];
  });
  const lines = ways.map(
    ({ date, once }) => `select c.vendor, c.segment, c.${date} as date, c.line from case_new c where ${once}`,
  );
  await connection.query(
    `create temp table staged on commit drop as
     select t.vendor, t.segment, 0::smallint as rank, t.date::timestamp at time zone $3 as starts_at, t.date as local_date,
            coalesce(own.line, 1)::bigint as line, ${amounts.join(', ')}, true as final
     from case_touched t ${counts.join(' ')}
     left join (select vendor, segment, date, min(line) as line from (${lines.join(' union all ')}) l group by 1, 2, 3) own
       using (vendor, segment, date)`,
    [tenantId, now, timezone],
  );
  const { rows } = await connection.query<{ day: string }>(
    'select distinct local_date::text as day from staged order by day',
  );
  return rows.map(({ day }) => day);
}
