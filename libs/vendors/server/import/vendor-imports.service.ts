import { Injectable } from '@nestjs/common';
import { Door } from '@plumbline/platform/database';
import { NotAllowedError, RuleBrokenError } from '@plumbline/platform/errors';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  type ImportResult,
  type ImportRow,
  MOST_IMPORT_ROWS,
  type VendorImport,
} from '@plumbline/vendors/schema';
import { VendorCodes } from '../vendor-codes';
import { ImportPlanning, type PlannedRow } from './import-planning';
import { type ReadTable, readTable } from './import-rows';
import { type ImportTable, ImportTableSource } from './import-tables';

/** Lists of vendors and their contacts: looked at as a whole, entered as a whole (V1). */
@Injectable()
export class VendorImportsService {
  constructor(
    private readonly door: Door,
    private readonly tables: ImportTableSource,
    private readonly codes: VendorCodes,
    private readonly planning: ImportPlanning,
  ) {}

  /** Writes nothing. */
  async preview(actor: Actor, wanted: VendorImport): Promise<ImportResult> {
    const read = await this.read(actor, wanted);
    return this.door.withTenant(actor, async (tx) =>
      resultOf(wanted, read, await this.planning.plan(tx, wanted.kind, read), false),
    );
  }

  /** In one transaction; with a wrong row nothing is written, unless wrong rows are to be left out. */
  async apply(actor: Actor, wanted: VendorImport): Promise<ImportResult> {
    const read = await this.read(actor, wanted);
    if (read.problems.length > 0)
      throw new RuleBrokenError(
        'import-columns-missing',
        'A column is missing that a row is nothing without.',
      );
    return this.door.withTenant(actor, async (tx) => {
      const planned = await this.planning.plan(tx, wanted.kind, read);
      const wrong = planned.filter(({ act }) => act === 'wrong').length;
      if (wrong > 0 && wanted.wrongRows === 'refuse')
        throw new RuleBrokenError(
          'import-rows-wrong',
          `${wrong} rows are wrong: nothing was entered. Correct them, or say that wrong rows are left out.`,
          [],
          422,
          undefined,
          { wrong },
        );
      const made = planned.flatMap(({ vendor }) => vendor ?? []);
      if (made.length > 0) await this.codes.createMany(tx, made, () => 'file');
      for (const { write } of planned) await write?.(tx);
      return resultOf(wanted, read, planned, true);
    });
  }

  private async read(actor: Actor, { kind, file, rows }: VendorImport): Promise<ReadTable> {
    if (actor.vendorScope !== '*')
      throw new NotAllowedError('insurer-only', 'Lists of vendors are entered by the insurer.');
    const table = file
      ? await this.tables.read(file.name, Buffer.from(file.content, 'base64'), MOST_IMPORT_ROWS)
      : tableOf(rows ?? []);
    if (table.rows.length > MOST_IMPORT_ROWS)
      throw new RuleBrokenError(
        'import-too-long',
        `A list has at most ${MOST_IMPORT_ROWS} rows: send it in parts.`,
      );
    return readTable(kind, table);
  }
}

function resultOf(
  { kind }: VendorImport,
  { columns, rows, problems }: ReadTable,
  planned: readonly PlannedRow[],
  applied: boolean,
): ImportResult {
  const count = (act: ImportRow['act']) => planned.filter((row) => row.act === act).length;
  return {
    kind,
    columns: [...columns],
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      wrong: count('wrong'),
    },
    rows: planned.map(({ line, name, act, changed }) => ({ line, name, act, changed: [...changed] })),
    problems: [...problems, ...rows.flatMap((row) => row.problems)],
    applied,
  };
}

/** Rows of the API as a table: the first row of a file would be the line of headers. */
function tableOf(rows: readonly Readonly<Record<string, string>>[]): ImportTable {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    columns,
    rows: rows.map((row, index) => ({
      line: index + 2,
      cells: columns.map((column) => row[column] ?? ''),
      brokenQuotes: false,
    })),
  };
}
