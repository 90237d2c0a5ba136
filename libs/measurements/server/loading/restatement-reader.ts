import { dimensionNames, grains, isInterval, type MeasuredSegment } from '@plumbline/measurements/schema';
import type { RoleConnection } from '@plumbline/platform/database';
import type { ClaimChange, RestatedFigure, SumChange, VendorRestatement } from '../restatement';
import type { RestatedListing } from './restated-listing';
import type { FigureSql } from './figure-sql';
import type { MergeTarget } from './merge';
import type { StagedFile } from './staged-file';

/** Figures that are fetched at a time: as many as a page of the listing holds. */
const FIGURES_A_PAGE = 1_000;
/** Kinds of rows and claims that are kept: what a correction changes fits in easily, a history in another shape may not. */
const CHANGES_KEPT = 20_000;
/** Up to so many changed rows are told apart by when they are, so that what an exclusion takes out of them can be said. */
const ROWS_PLACED = 10_000;

/** The stored row of a changed one; the days let the planner look at the months concerned only. */
const STORED = `measurement m on m.tenant_id = $1 and m.grain = $2 and m.local_date between $3 and $4
         and m.vendor_id = c.vendor_id and m.local_date = c.local_date and m.starts_at = c.starts_at and m.segment_id = c.segment_id`;

/**
 * Reads from `changed`, after each comparison of a merge, which figures of earlier files are replaced and what each month
 * gains and loses. Of a file with several versions of a row, every version is a change of the one before.
 */
export class RestatementReader {
  private readonly sums: Of<SumChange>[] = [];
  private readonly claims: Of<ClaimChange>[] = [];

  private constructor(
    private readonly connection: RoleConnection,
    private readonly target: MergeTarget,
    private readonly file: StagedFile,
    private readonly sql: FigureSql,
    private readonly listing: RestatedListing,
    private readonly asOfLoad: number,
  ) {}

  /** Before the comparison: a load that commits in between then shows as a later one. */
  static async open(
    connection: RoleConnection,
    target: MergeTarget,
    file: StagedFile,
    sql: FigureSql,
    listing: RestatedListing,
  ): Promise<RestatementReader> {
    const { rows } = await connection.query<{ last: number }>(
      'select last_number::integer as last from load_counter where tenant_id = $1',
      [target.tenantId],
    );
    return new RestatementReader(connection, target, file, sql, listing, rows[0]?.last ?? 0);
  }

  async read(): Promise<void> {
    await this.connection.query('analyze changed');
    await this.readFigures();
    await this.readSums();
    await this.readClaims();
  }

  /** What was read so far, by vendor. */
  found(): VendorRestatement[] {
    const complete = this.sums.length <= CHANGES_KEPT && this.claims.length <= CHANGES_KEPT;
    const figures = this.listing.counts;
    const changes = [...this.sums, ...this.claims].map(({ vendorId }) => vendorId);
    const vendorIds = new Set([...figures.keys(), ...changes]);
    return [...vendorIds].map((vendorId) => ({
      vendorId,
      asOfLoad: this.asOfLoad,
      figures: figures.get(vendorId) ?? 0,
      sums: complete ? of(vendorId, this.sums) : [],
      claims: complete ? of(vendorId, this.claims) : [],
      complete,
    }));
  }

  private async readFigures(): Promise<void> {
    const { sql } = this;
    const amounts = sql.measures.map(
      ({ position, staged }, index) =>
        `(${index}, m.amounts[${position}], c.${staged}, coalesce(m.files[${position}], m.kpi_file_id),
          coalesce(m.lines[${position}], m.line), ${sql.long ? `coalesce(c.line_${staged}, c.line)` : 'c.line'})`,
    );
    const claims = sql.claims.map(
      ({ staged }, index) =>
        `(${sql.measures.length + index}, c.old_${staged}, c.${staged}, c.old_file_${staged}, c.old_line_${staged},
          ${sql.long ? `coalesce(c.line_${staged}, c.line)` : 'c.line'})`,
    );
    // however many they are, no more than a page of them is in memory, and all of them are wanted
    await this.connection.query('set local cursor_tuple_fraction = 1');
    await this.connection.query(
      `declare restated_figure no scroll cursor for
       select c.vendor_id, c.segment, c.local_date::text, c.starts_at, f.at, f.before::text, f.after::text, f.file_id,
              f.before_line::integer, f.line::integer
       from changed c
       left join ${STORED}
       cross join lateral (values ${[...amounts, ...claims].join(', ')}) f (at, before, after, file_id, before_line, line)
       where c.restated and c.of_earlier_file and f.before is not null and f.before is distinct from f.after
       order by f.line, f.at`,
      this.range(),
    );
    const named = [
      ...sql.measures.map(({ code }) => ({ code, claimed: false })),
      ...sql.claims.map(({ metric }) => ({ code: metric, claimed: true })),
    ];
    for (;;) {
      const { rows } = await this.connection.query<FigureRow>(`fetch ${FIGURES_A_PAGE} from restated_figure`);
      if (rows.length === 0) break;
      await this.listing.add(rows.map((row) => this.figure(row, named[row.at])));
    }
    await this.connection.query('close restated_figure');
  }

  private figure(row: FigureRow, named: NamedFigure | undefined): Of<RestatedFigure> {
    if (!named) throw new Error(`no figure ${row.at} was staged`);
    const { line, before, after } = row;
    const source = { beforeFileId: row.file_id, beforeLine: row.before_line };
    return { ...this.place(row), ...named, line, before, after, ...source };
  }

  private async readSums(): Promise<void> {
    const { connection, target, sql } = this;
    const { rows: widths } = await connection.query<{ width: number | null; rows: number }>(
      `select max(width) filter (where fact_changed) as width, count(*)::integer as rows
       from changed where added or fact_changed`,
    );
    const width = Math.max(widths[0]?.width ?? 0, sql.width);
    const rowsChanged = widths[0]?.rows ?? 0;
    const placed = rowsChanged <= ROWS_PLACED && this.sums.length + 2 * rowsChanged <= CHANGES_KEPT;
    if (width === 0) return;
    const positions = Array.from({ length: width }, (_, index) => index + 1);
    const sum = (position: number) => `coalesce(sum(side.sign * side.amounts[${position}]), 0)`;
    const { rows } = await connection.query<SumRow>(
      `select c.vendor_id, c.segment, to_char(c.local_date, 'YYYY-MM') as month, ${this.startsAt(placed)} as starts_at,
              ${this.localDate(placed)} as local_date, kind.blank,
              sum(side.sign)::integer as rows, array[${positions.map((position) => `${sum(position)}::text`).join(', ')}] as amounts
       from changed c left join ${STORED}
       cross join lateral (values (1, case when c.added then ${sql.amounts('c')} else ${sql.mergedAmounts(width)} end), (-1, m.amounts))
         side (sign, amounts)
       cross join lateral (select ${positions.map((position) => `(side.amounts[${position}] is null)::integer::text`).join(' || ')} as blank) kind
       where (c.added or c.fact_changed) and side.amounts is not null
       group by 1, 2, 3, 4, 5, 6
       having sum(side.sign) <> 0 or ${positions.map((position) => `${sum(position)} <> 0`).join(' or ')}
       limit $5`,
      [...this.range(), CHANGES_KEPT + 1],
    );
    for (const row of rows)
      this.sums.push({
        vendorId: row.vendor_id,
        month: row.month,
        grain: target.grain,
        segment: this.segment(row.segment),
        startsAt: row.starts_at?.toISOString() ?? null,
        localDate: row.local_date,
        blank: row.blank,
        rows: row.rows,
        amounts: Object.fromEntries(
          row.amounts.flatMap((amount, index) =>
            Number(amount) === 0 ? [] : [[String(index + 1), amount] as const],
          ),
        ),
      });
  }

  /** Zones are at most 14 hours ahead of UTC and 12 behind: any other interval is of the same month in all of them. */
  private startsAt(placed: boolean): string {
    if (!isInterval(this.target.grain)) return 'null::timestamptz';
    if (placed) return 'c.starts_at';
    const month = (shift: string) => `date_trunc('month', c.starts_at at time zone 'UTC' ${shift})`;
    return `case when ${month(`+ interval '14 hours'`)} <> ${month(`- interval '12 hours'`)} then c.starts_at end`;
  }

  private localDate(placed: boolean): string {
    return placed && this.target.grain === grains.day ? 'c.local_date::text' : 'null::text';
  }

  private async readClaims(): Promise<void> {
    const { connection, sql } = this;
    for (const { metric, staged } of sql.claims) {
      const { rows } = await connection.query<ClaimRow>(
        `select c.vendor_id, c.segment, c.local_date::text, c.starts_at, c.${staged}::text as value,
                ${sql.long ? `coalesce(c.line_${staged}, c.line)` : 'c.line'}::integer as line
         from changed c where c.${staged} is distinct from c.old_${staged} limit $1`,
        [CHANGES_KEPT + 1],
      );
      for (const row of rows)
        this.claims.push({
          ...this.place(row),
          metricCode: metric,
          value: row.value,
          grain: this.target.grain,
          line: row.line,
        });
    }
  }

  private range(): unknown[] {
    const { days } = this.file;
    return [this.target.tenantId, this.target.grain, days[0] ?? null, days.at(-1) ?? null];
  }

  private place(row: PlacedRow) {
    return {
      vendorId: row.vendor_id,
      localDate: row.local_date,
      startsAt: row.starts_at.toISOString(),
      segment: this.segment(row.segment),
    };
  }

  private segment(ordinal: number): MeasuredSegment {
    const values = this.file.segments[ordinal] ?? [];
    return Object.fromEntries(
      dimensionNames.map((name, index) => [name, values[index] ?? null]),
    ) as MeasuredSegment;
  }
}

type NamedFigure = Pick<RestatedFigure, 'code' | 'claimed'>;

type Of<Change> = Change & { readonly vendorId: string };

interface PlacedRow {
  readonly vendor_id: string;
  readonly segment: number;
  readonly local_date: string;
  readonly starts_at: Date;
}

interface FigureRow extends PlacedRow {
  readonly at: number;
  readonly before: string;
  readonly after: string | null;
  readonly file_id: string;
  readonly before_line: number;
  readonly line: number;
}

interface SumRow {
  readonly vendor_id: string;
  readonly segment: number;
  readonly month: string;
  readonly starts_at: Date | null;
  readonly local_date: string | null;
  readonly blank: string;
  readonly rows: number;
  readonly amounts: readonly string[];
}

interface ClaimRow extends PlacedRow {
  readonly value: string | null;
  readonly line: number;
}

function of<Change>(vendorId: string, changes: readonly Of<Change>[]): Change[] {
  return changes.flatMap(({ vendorId: vendor, ...change }) =>
    vendor === vendorId ? [change as unknown as Change] : [],
  );
}
