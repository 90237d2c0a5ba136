import { Readable } from 'node:stream';
import { Global, Injectable, Module } from '@nestjs/common';
import { ImportTableSource, type ImportTable, type TableRow } from '@plumbline/vendors/server';
import { HEAD_BYTES, TAIL_BYTES } from './file-ends';
import { rowsOf } from './file-rows';
import { lookAtFile } from './look-at-file';
import { layoutOf } from './read-layout';
import { asRule } from './refusal';

/** Lists of vendors and contacts, read as KPI files are. */
@Injectable()
export class ImportTables extends ImportTableSource {
  read(name: string, bytes: Buffer, most: number): Promise<ImportTable> {
    return asRule(async () => {
      const open = () => Promise.resolve(Readable.from([bytes], { objectMode: false }));
      const [head, tail] = [bytes.subarray(0, HEAD_BYTES), bytes.subarray(-TAIL_BYTES)];
      const layout = layoutOf(await lookAtFile({ name, bytes: bytes.length, head, tail, open }));
      const rows: TableRow[] = [];
      for await (const batch of rowsOf(await open(), { layout, bytes: bytes.length, decimal: '.' })) {
        batch.rows.forEach((cells, index) => {
          if (cells.every((cell) => cell.trim() === '')) return;
          rows.push({ line: batch.lineOf(index), cells, brokenQuotes: batch.quoteProblems.has(index) });
        });
        // one more says that there are too many
        if (rows.length > most) break;
      }
      return { columns: layout.columns.map(({ header }) => header), rows: rows.slice(0, most + 1) };
    });
  }
}

/** Given to vendors, who ask for an ImportTableSource and know of no KPI files. */
@Global()
@Module({ providers: [{ provide: ImportTableSource, useClass: ImportTables }], exports: [ImportTableSource] })
export class ImportTablesModule {}
