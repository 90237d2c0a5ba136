import { InvalidError } from '@plumbline/platform/errors';
import {
  fieldOfHeader,
  importColumns,
  type ImportKind,
  type ImportProblem,
  type ImportResult,
} from '@plumbline/vendors/schema';
import type { ImportTable } from './import-tables';

/** A row by field, and where its cells stand. */
export interface ReadRow {
  readonly line: number;
  readonly problems: ImportProblem[];
  /** Cells that hold something; a blank one says nothing. */
  readonly cells: ReadonlyMap<string, string>;
  problem(code: ImportProblem['code'], field: string | null, parameters?: ImportProblem['parameters']): void;
}

export interface ReadTable {
  readonly columns: ImportResult['columns'];
  readonly rows: readonly ReadRow[];
  /** Of the table as a whole. */
  readonly problems: readonly ImportProblem[];
}

/** The rows of a table by the fields that its headers name; a required column that is missing is said once. */
export function readTable(kind: ImportKind, { columns, rows }: ImportTable): ReadTable {
  const mapped = columns.map((header) => ({ header, field: fieldOfHeader(kind, header) }));
  const headers = new Map(
    mapped.flatMap(({ header, field }) => (field === null ? [] : [[field, header] as const])),
  );
  const twice = mapped.find(
    ({ field }, at) => field !== null && mapped.findIndex((each) => each.field === field) !== at,
  );
  if (twice)
    throw InvalidError.field(
      'file',
      'column-twice',
      `Two columns say the same: “${twice.header}” and another.`,
    );
  const problems = importColumns[kind]
    .filter(({ field, required }) => required && !headers.has(field))
    .map(({ field, headers: [english, spanish] }) => ({
      line: 1,
      column: null,
      field,
      value: null,
      code: 'column-missing' as const,
      parameters: { english, spanish },
    }));
  const read = rows.map(({ line, cells, brokenQuotes }) => {
    const filled = new Map<string, string>();
    mapped.forEach(({ field }, at) => {
      const cell = (cells[at] ?? '').trim();
      if (field !== null && cell !== '') filled.set(field, cell);
    });
    const row = rowOf(line, filled, headers);
    if (brokenQuotes) row.problem('broken-quotes', null);
    if (cells.length > columns.length) row.problem('row-too-wide', null);
    return row;
  });
  return { columns: mapped, rows: read, problems };
}

function rowOf(
  line: number,
  cells: ReadonlyMap<string, string>,
  headers: ReadonlyMap<string, string>,
): ReadRow {
  const problems: ImportProblem[] = [];
  return {
    line,
    cells,
    problems,
    problem(code, field, parameters = {}) {
      const column = field === null ? null : (headers.get(field) ?? null);
      const value = field === null ? null : (cells.get(field)?.slice(0, 200) ?? null);
      problems.push({ line, column, field, value, code, parameters });
    },
  };
}
