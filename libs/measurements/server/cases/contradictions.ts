import type { ColumnMeaning, KpiMapping, RowProblemParameters } from '@plumbline/measurements/schema';
import type { RoleConnection } from '@plumbline/platform/database';
import { LISTED_PROBLEMS, type RowProblem, rowProblem } from '../reading/row-problems';

type Field = RowProblemParameters['contradicting-case']['field'];

const columnOf: Readonly<Record<Field, ColumnMeaning['kind']>> = {
  vendor: 'vendor',
  segment: 'segment',
  opened: 'case_opened',
  closed: 'case_closed',
  acknowledged: 'case_acknowledged',
};
const fields = Object.keys(columnOf) as readonly Field[];

/**
 * The rows of cases that contradict themselves in what they are counted by, each with another line of its case that says
 * something else: of a row that differs from the case's first, that first one; of the others, the first that differs.
 */
export async function contradictions(
  connection: RoleConnection,
  eachVendor: boolean,
  mapping: KpiMapping,
): Promise<{ readonly problems: readonly RowProblem[]; readonly rows: number }> {
  const key = eachVendor ? 'number, vendor' : 'number';
  const between = (one: string, other: string) =>
    `case ${fields.map((field) => `when ${one}.${field} is distinct from ${other}.${field} then '${field}'`).join(' ')} end`;
  await connection.query('drop table if exists contradicting');
  await connection.query(
    `create temp table contradicting on commit drop as
     select r.* from case_row r join (select ${key} from staged_case where contradicted) c using (${key})`,
  );
  const { rows: counted } = await connection.query<{ rows: number }>(
    'select coalesce(sum(last_line - line + 1), 0)::integer as rows from contradicting',
  );
  const rows = counted[0]?.rows ?? 0;
  if (rows === 0) return { problems: [], rows };
  const { rows: found } = await connection.query<{
    line: number;
    number: string;
    other: number;
    field: Field;
  }>(
    `with first as (select distinct on (${key}) * from contradicting order by ${key}, line),
          second as (select distinct on (${key}) * from (
                       select r.* from contradicting r join first f using (${key}) where ${between('r', 'f')} is not null) d
                     order by ${key}, line)
     select each.line::integer, r.number, coalesce(differs.line, s.line)::integer as other,
            coalesce(differs.field, ${between('s', 'f')}) as field
     from contradicting r join first f using (${key}) join second s using (${key})
     cross join lateral (select case when ${between('r', 'f')} is not null then f.line end as line, ${between('r', 'f')} as field) differs
     cross join lateral generate_series(r.line, r.last_line) each (line)
     order by 1 limit $1`,
    [LISTED_PROBLEMS],
  );
  return { rows, problems: found.map((each) => problemOf(each, mapping)) };
}

function problemOf(
  { line, number, other, field }: { line: number; number: string; other: number; field: Field },
  { columns }: KpiMapping,
): RowProblem {
  const column = columns.findIndex(({ means }) => means.kind === columnOf[field]);
  const place = {
    ...{ line, value: null, column: column === -1 ? null : column + 1 },
    columnName: columns[column]?.header ?? null,
  };
  return rowProblem(place, 'contradicting-case', { line: other, case: number, field });
}
