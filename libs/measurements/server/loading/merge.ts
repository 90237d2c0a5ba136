import type { RoleConnection } from '@plumbline/platform/database';
import { FigureSql } from './figure-sql';
import type { RestatementReader } from './restatement-reader';
import type { StagedFile } from './staged-file';

export interface MergeTarget {
  readonly tenantId: string;
  readonly kpiFileId: string;
  readonly grain: number;
}

/** Keys of a file against what is stored. */
export interface MergeCounts {
  readonly added: number;
  readonly unchanged: number;
  /** Keys whose stored amounts this file replaces. */
  readonly restated: number;
  /** Those of them that an earlier file had reported: a person must say why. */
  readonly restatedOfEarlierFiles: number;
}

export interface MergeResult extends MergeCounts {
  /** The number of the last load of this file; null: nothing changed. */
  readonly loadNumber: number | null;
  /** Vendor and month (YYYY-MM) of every window that has to be evaluated anew. */
  readonly dirty: readonly { readonly vendorId: string; readonly month: string }[];
}

const NAMED = 'join staged_vendor v on v.ordinal = s.vendor join staged_segment g on g.ordinal = s.segment';
const FACT =
  'tenant_id, vendor_id, local_date, starts_at, grain, segment_id, kpi_file_id, line, load_number, amounts, lines, files';
const SAME_FACT =
  'm.vendor_id = c.vendor_id and m.local_date = c.local_date and m.starts_at = c.starts_at and m.segment_id = c.segment_id';

/**
 * Compares what is staged with what is stored, and merges it: new facts, replaced values kept, day sums, dirty windows.
 * Expects `staged`, `staged_vendor` and `staged_segment` in this connection's transaction.
 */
export class Merge {
  /** `restatements` reads what each comparison finds to be replaced; null: nobody has to be told any more. */
  constructor(
    private readonly connection: RoleConnection,
    private readonly target: MergeTarget,
    private readonly file: StagedFile,
    private readonly sql: FigureSql,
    private readonly restatements: RestatementReader | null,
  ) {}

  /** What a merge would do, for a file that holds one version of each row; nothing is written or locked. */
  async preview(): Promise<MergeCounts> {
    const [rank = 0] = this.file.ranks;
    const total = await this.rowsOf(rank);
    if (await this.untouched()) return { added: total, unchanged: 0, restated: 0, restatedOfEarlierFiles: 0 };
    const found = await this.compare(rank, total);
    if (found.restatedOfEarlierFiles > 0) await this.restatements?.read();
    return found;
  }

  /**
   * Merges version by version, each as a load of its own; the caller holds the tenant's load counter, at `lastLoad`. `now`
   * is asked late: a window that looks old already would be swept up before its own job comes to it.
   */
  async run(lastLoad: number, now: () => Date): Promise<MergeResult> {
    if (this.file.ranks.length === 1 && (await this.untouched())) return this.runFresh(lastLoad + 1, now);
    const counts = { added: 0, unchanged: 0, restated: 0, restatedOfEarlierFiles: 0 };
    const windows = new Map<string, { vendorId: string; month: string }>();
    let load = lastLoad;
    for (const rank of this.file.ranks) {
      const found = await this.compare(rank, await this.rowsOf(rank));
      if (found.restatedOfEarlierFiles > 0 || this.file.ranks.length > 1) await this.restatements?.read();
      if (found.added + found.restated > 0) {
        load += 1;
        await this.insertChanged(load);
        const touched = await this.markDirty(
          `select distinct vendor_id, date_trunc('month', local_date)::date as month, segment_id from changed`,
          [],
          now(),
        );
        for (const window of touched) windows.set(`${window.vendorId}/${window.month}`, window);
      }
      counts.added += found.added;
      counts.unchanged += found.unchanged;
      counts.restated += found.restated;
      counts.restatedOfEarlierFiles += found.restatedOfEarlierFiles;
    }
    return { ...counts, loadNumber: load === lastLoad ? null : load, dirty: [...windows.values()] };
  }

  /** Nothing is there yet: every row is new, and the day sums are those of the file. */
  private async runFresh(load: number, now: () => Date): Promise<MergeResult> {
    const added = await this.insertAll(load);
    const dirty = await this.markDirty(
      `select distinct d.vendor_id, date_trunc('month', d.local_date)::date as month, d.segment_id from measurement_day d
       where d.tenant_id = $1 and d.grain = $4 and d.local_date between $5 and $6
         and d.vendor_id = any (array(select id from staged_vendor))`,
      this.range().slice(1),
      now(),
    );
    return { added, unchanged: 0, restated: 0, restatedOfEarlierFiles: 0, loadNumber: load, dirty };
  }

  private async rowsOf(rank: number): Promise<number> {
    const { rows } = await this.connection.query<{ rows: string }>(
      'select count(*) as rows from staged where rank = $1',
      [rank],
    );
    return Number(rows[0]?.rows);
  }

  /** True when nothing is stored for these vendors, days and grain: then every row is new, and no row is looked up. */
  private async untouched(): Promise<boolean> {
    if (this.sql.claims.length > 0) return false;
    // day sums stand for every stored row and are far fewer; `any (array(…))` makes the planner look vendor by vendor in the
    // key, where `in (select …)` may read every other vendor's days (0.8 s beside a million rows, more with each million)
    const { rows } = await this.connection.query<{ stored: boolean }>(
      `select exists (select from measurement_day d where d.tenant_id = $1 and d.grain = $2
         and d.local_date between $3 and $4 and d.vendor_id = any (array(select id from staged_vendor))) as stored`,
      this.range(),
    );
    return rows[0]?.stored === false;
  }

  /** Fills `changed` with the rows of one version that differ from what is stored. */
  private async compare(rank: number, total: number): Promise<MergeCounts> {
    const { sql } = this;
    const factChanged = sql.any((staged, position) => `m.amounts[${position}] is distinct from s.${staged}`);
    const factRestated = sql.any(
      (staged, position) =>
        `m.amounts[${position}] is not null and m.amounts[${position}] is distinct from s.${staged}`,
    );
    const claimChanged = sql.anyClaim((staged) => `old_${staged}.value is distinct from s.${staged}`);
    const claimRestated = sql.anyClaim(
      (staged) => `old_${staged}.value is not null and old_${staged}.value is distinct from s.${staged}`,
    );
    await this.connection.query('drop table if exists changed');
    await this.connection.query('analyze staged');
    await this.connection.query(
      `create temp table changed on commit drop as
       select s.*, v.id as vendor_id, g.id as segment_id, m.starts_at is null as added, cardinality(m.amounts) as width,
              m.starts_at is not null and (${factChanged}) as fact_changed,
              (m.starts_at is not null and (${factRestated})) or ${claimRestated} as restated,
              m.kpi_file_id is distinct from $5 as of_earlier_file
              ${sql.claims.map(({ staged }) => `, old_${staged}.value as old_${staged}, old_${staged}.kpi_file_id as old_file_${staged}, old_${staged}.line as old_line_${staged}`).join('')}
       from staged s ${NAMED}
       left join measurement m on m.tenant_id = $1 and m.vendor_id = v.id and m.local_date = s.local_date
         and m.starts_at = s.starts_at and m.grain = $2 and m.segment_id = g.id and m.local_date between $3 and $4
       ${sql.claims.map(({ staged }, index) => this.newestClaims(`old_${staged}`, 7 + index)).join(' ')}
       where s.rank = $6 and (s.final or m.starts_at is null or m.kpi_file_id = $5)
         and (m.starts_at is null or ${factChanged} or ${claimChanged})`,
      [...this.range(), this.target.kpiFileId, rank, ...sql.claims.map(({ metric }) => metric)],
    );
    const { rows } = await this.connection.query<
      Record<'added' | 'changed' | 'restated' | 'earlier', string>
    >(
      `select count(*) as changed, count(*) filter (where restated) as restated,
              count(*) filter (where restated and of_earlier_file) as earlier from changed`,
    );
    const changed = Number(rows[0]?.changed);
    const restated = Number(rows[0]?.restated);
    return {
      added: changed - restated,
      unchanged: total - changed,
      restated,
      restatedOfEarlierFiles: Number(rows[0]?.earlier),
    };
  }

  /** The newest claim of each key, as `alias`; the metric is parameter `at`. */
  private newestClaims(alias: string, at: number): string {
    return `left join (
        select distinct on (vendor_id, local_date, starts_at, segment_id) vendor_id, local_date, starts_at, segment_id, value, kpi_file_id, line
        from claimed_figure where tenant_id = $1 and grain = $2 and local_date between $3 and $4 and metric_code = $${at}
        order by vendor_id, local_date, starts_at, segment_id, load_number desc
      ) ${alias} on ${alias}.vendor_id = v.id and ${alias}.local_date = s.local_date
        and ${alias}.starts_at = s.starts_at and ${alias}.segment_id = g.id`;
  }

  private async insertAll(load: number): Promise<number> {
    const { sql, target, connection } = this;
    const { rowCount } = await connection.query(
      `insert into measurement (${FACT})
       select $1, v.id, s.local_date, s.starts_at, $2, g.id, $3, s.line, $4, ${sql.amounts('s')}, ${sql.lines('s')}, null
       from staged s ${NAMED}`,
      [target.tenantId, target.grain, target.kpiFileId, load],
    );
    const sums = sql.array(
      'numeric',
      sql.width,
      (staged) => `sum(${staged})`,
      () => 'null',
    );
    const blanks = sql.array(
      'integer',
      sql.width,
      (staged) => `count(*) - count(${staged})`,
      () => 'count(*)',
    );
    await connection.query(
      `insert into measurement_day (tenant_id, vendor_id, local_date, grain, segment_id, rows, amounts, missing)
       select $1, v.id, s.local_date, $2, g.id, s.rows, s.amounts, s.missing
       from (select vendor, segment, local_date, count(*)::integer as rows, ${sums} as amounts, ${blanks} as missing
             from staged group by vendor, segment, local_date) s ${NAMED}`,
      [target.tenantId, target.grain],
    );
    return rowCount ?? 0;
  }

  private async insertChanged(load: number): Promise<void> {
    const { sql, target, connection } = this;
    const { rows } = await connection.query<{ width: number | null }>(
      'select max(width) as width from changed where fact_changed',
    );
    const width = Math.max(rows[0]?.width ?? 0, sql.width);
    const sameFact = `m.tenant_id = $1 and m.grain = $2 and m.local_date between $3 and $4 and ${SAME_FACT}`;
    await connection.query('analyze changed');
    await connection.query(
      `insert into measurement_superseded (${FACT}, superseded_by)
       select m.${FACT.replaceAll(', ', ', m.')}, $5 from measurement m join changed c on ${sameFact} where c.fact_changed`,
      [...this.range(), load],
    );
    // what this file does not report stays, with the file and line it came from
    await connection.query(
      `update measurement m set amounts = ${sql.mergedAmounts(width)}, lines = ${sql.mergedLines(width)},
         files = ${sql.mergedFiles(width)}, kpi_file_id = $5, line = c.line, load_number = $6
       from changed c where ${sameFact} and c.fact_changed`,
      [...this.range(), target.kpiFileId, load],
    );
    await connection.query(
      `insert into measurement (${FACT})
       select $1, c.vendor_id, c.local_date, c.starts_at, $2, c.segment_id, $3, c.line, $4, ${sql.amounts('c')}, ${sql.lines('c')}, null
       from changed c where c.added`,
      [target.tenantId, target.grain, target.kpiFileId, load],
    );
    for (const { metric, staged } of sql.claims) {
      await connection.query(
        `insert into claimed_figure (tenant_id, vendor_id, local_date, starts_at, grain, segment_id, metric_code, value, kpi_file_id, line, load_number)
         select $1, c.vendor_id, c.local_date, c.starts_at, $2, c.segment_id, $3, c.${staged}, $4,
                ${sql.long ? `coalesce(c.line_${staged}, c.line)` : 'c.line'}, $5
         from changed c where c.${staged} is distinct from c.old_${staged}`,
        [target.tenantId, target.grain, metric, target.kpiFileId, load],
      );
    }
    await this.rollUpTouched();
  }

  /** Day sums of exactly the days whose facts changed, computed anew from the facts. */
  private async rollUpTouched(): Promise<void> {
    const { connection, target } = this;
    await connection.query('drop table if exists touched');
    await connection.query(
      `create temp table touched on commit drop as
       select distinct vendor_id, local_date, segment_id from changed where added or fact_changed`,
    );
    await connection.query('analyze touched');
    const sameDay =
      'm.vendor_id = t.vendor_id and m.local_date = t.local_date and m.segment_id = t.segment_id';
    const facts = `from measurement m join touched t on ${sameDay} where m.tenant_id = $1 and m.grain = $2 and m.local_date between $3 and $4`;
    const { rows } = await connection.query<{ width: number | null }>(
      `select max(cardinality(m.amounts)) as width ${facts}`,
      this.range(),
    );
    const positions = Array.from({ length: rows[0]?.width ?? 0 }, (_, index) => index + 1);
    await connection.query(
      `delete from measurement_day m using touched t where m.tenant_id = $1 and m.grain = $2 and ${sameDay}`,
      [target.tenantId, target.grain],
    );
    await connection.query(
      `insert into measurement_day (tenant_id, vendor_id, local_date, grain, segment_id, rows, amounts, missing)
       select $1, m.vendor_id, m.local_date, $2, m.segment_id, count(*),
              array[${positions.map((position) => `sum(m.amounts[${position}])`).join(', ')}]::numeric[],
              array[${positions.map((position) => `count(*) - count(m.amounts[${position}])`).join(', ')}]::integer[]
       ${facts} group by m.vendor_id, m.local_date, m.segment_id`,
      this.range(),
    );
  }

  /** `windows` selects what was touched, its own parameters count from $4. Answers the months that are dirty now. */
  private async markDirty(
    windows: string,
    parameters: readonly unknown[],
    markedAt: Date,
  ): Promise<{ vendorId: string; month: string }[]> {
    const { target, connection } = this;
    // in the order of the key, so that two writers never wait for each other crosswise
    const { rows } = await connection.query<{ vendor_id: string; month: string }>(
      `insert into dirty_window (tenant_id, vendor_id, month, segment_id, marked_at, kpi_file_id)
       select $1, vendor_id, month, segment_id, $2, $3 from (${windows}) w order by vendor_id, month, segment_id
       on conflict (tenant_id, vendor_id, month, segment_id)
         do update set marked_at = excluded.marked_at, kpi_file_id = excluded.kpi_file_id
       returning vendor_id, to_char(month, 'YYYY-MM') as month`,
      [target.tenantId, markedAt, target.kpiFileId, ...parameters],
    );
    // a vendor's month is evaluated once, however many of its segments were touched
    const months = new Map(
      rows.map(({ vendor_id: vendorId, month }) => [`${vendorId}/${month}`, { vendorId, month }]),
    );
    return [...months.values()];
  }

  /** Tenant, grain and days: days let the planner look at the months concerned only. */
  private range(): unknown[] {
    const { days } = this.file;
    return [this.target.tenantId, this.target.grain, days[0] ?? null, days.at(-1) ?? null];
  }
}
