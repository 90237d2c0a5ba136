import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { newId } from '@plumbline/platform/database';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { intervalRows, segments, startOf } from './interval-rows';

export const LIMIT =
  'one COPY of the same rows, already parsed, into a table of the same shape with its month partitions, primary key and index, by one connection, without row level security';

const TABLE = 'bench_measurement';

/** The fastest way there is to get parsed rows into such a table: a single COPY by the owner. */
export class LimitCopy {
  private readonly client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });

  constructor(
    private readonly count: number,
    /** Place of each of the file's figures in the array of amounts, from 1. */
    private readonly positions: readonly number[],
  ) {}

  async open(): Promise<void> {
    await this.client.connect();
  }

  async close(): Promise<void> {
    await this.client.query(`drop table if exists ${TABLE}`);
    await this.client.end();
  }

  /** The rows as COPY text, as our own loader would hold them. */
  *lines(): Generator<string> {
    const [tenant, vendor, file] = [newId(), newId(), newId()];
    const segmentIds = segments.map(() => newId());
    const width = Math.max(...this.positions);
    let slot = -1;
    let [start, day] = ['', ''];
    let line = 1;
    for (const row of intervalRows(this.count)) {
      if (row.slot !== slot) {
        slot = row.slot;
        start = `${startOf(slot).toString()}Z`;
        day = start.slice(0, 10);
      }
      line += 1;
      const amounts: (number | 'NULL')[] = Array.from({ length: width }, () => 'NULL');
      for (const [index, position] of this.positions.entries())
        amounts[position - 1] = row.figures[index] ?? 'NULL';
      const array = `{${amounts.join(',')}}`;
      yield `${tenant}\t${vendor}\t${day}\t${start}\t30\t${segmentIds[row.segment]}\t${file}\t${line}\t1\t${array}\n`;
    }
  }

  /** Milliseconds that the COPY took; making and dropping the table is not part of it. */
  async run(copyText: string): Promise<number> {
    await this.makeTable();
    const begun = performance.now();
    const columns =
      'tenant_id, vendor_id, local_date, starts_at, grain, segment_id, kpi_file_id, line, load_number, amounts';
    const copy = this.client.query(copyFrom(`copy ${TABLE} (${columns}) from stdin`));
    await pipeline(createReadStream(copyText, { highWaterMark: 256 * 1024 }), copy);
    return performance.now() - begun;
  }

  private async makeTable(): Promise<void> {
    await this.client.query(`drop table if exists ${TABLE}`);
    await this.client.query(
      `create table ${TABLE} (like measurement including all) partition by range (local_date)`,
    );
    const last = startOf(Math.floor((this.count - 1) / segments.length)).toPlainDate();
    for (let month = startOf(0).toPlainDate().toPlainYearMonth(); ; month = month.add({ months: 1 })) {
      const from = month.toPlainDate({ day: 1 });
      if (Temporal.PlainDate.compare(from, last) > 0) return;
      await this.client.query(
        `create table ${TABLE}_${month.toString().replace('-', '_')} partition of ${TABLE}
         for values from ('${from.toString()}') to ('${from.add({ months: 1 }).toString()}')`,
      );
    }
  }
}
