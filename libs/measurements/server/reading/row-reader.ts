import { dimensionNames, type KpiMapping } from '@plumbline/measurements/schema';
import type { KeptBounds } from '../retention/kept-bounds';
import { amountProblems, type ReadAmount, readClaimed, readDuration, readNumber, weighted } from './amounts';
import { type CellPlan, fold, type PlannedCell } from './cell-plan';
import { SkippedRows } from './footers';
import { Ordinals } from './ordinals';
import { RowProblems } from './row-problems';
import { asMeant, type SegmentAliases } from './segment-aliases';
import { spreadsheetProblem } from './spreadsheet-problem';
import { type ZonedPeriod, ZonedPeriods } from './zoned-periods';

export interface RowReaderOptions {
  readonly mapping: KpiMapping;
  readonly plan: CellPlan;
  /** The code of the vendor that a file without a vendor column is about. */
  readonly vendorCode: string;
  readonly tenantZone: string;
  readonly now: Temporal.Instant;
  readonly kept: KeptBounds;
  /** What is remembered of the vendor's own names; none when not said. */
  readonly aliases?: SegmentAliases;
}

const MOST_VENDORS = 5_000;
const MOST_SEGMENTS = 10_000;
const LONGEST_NAME = 80;
/** Beyond so many series, duplicates are looked for in the database instead. */
const WATCHED = 100_000;
const SEPARATOR = '\u0001';
const BLANK = '\\N';
const EQUALS = 0x3d;
const HASH = 0x23;

/**
 * One row of a file to one line of COPY text: vendor, segment and version as small numbers, beginning, day, line, then
 * the figures of the plan. Says what is wrong instead where a row cannot be taken. Allocates next to nothing a row.
 */
export class RowReader {
  readonly problems = new RowProblems();
  readonly vendors = new Ordinals(
    MOST_VENDORS,
    'too-many-vendors',
    `There are more than ${MOST_VENDORS} different vendor codes: is that the right column?`,
  );
  readonly segments = new Ordinals(
    MOST_SEGMENTS,
    'too-many-segments',
    `There are more than ${MOST_SEGMENTS} different segments: is a column of times or numbers mapped as queue or language?`,
  );
  readonly vendorNames = new Map<number, string>();
  rowsRead = 0;
  rowsSkipped = 0;
  /** Days (YYYY-MM-DD) and versions of the rows that can be taken. */
  readonly days = new Set<string>();
  readonly ranks = new Set<number>();
  /** True while no two rows can have the same key, because time only moves one way within each vendor and segment. */
  get distinct(): boolean {
    return this.rising || this.falling;
  }
  private lastDay = '';
  private lastRank = -1;
  private rising = true;
  private falling = true;

  private readonly columns;
  private readonly constantSegment: readonly (string | null)[];
  private readonly segmentColumns: readonly { readonly at: number; readonly column: number }[];
  private readonly footers: SkippedRows | null;
  private readonly filters: readonly { readonly column: number; readonly skip: ReadonlySet<string> }[];
  private readonly versions: ReadonlyMap<string, number>;
  private readonly periods: ZonedPeriods;
  private readonly values: (string | null)[];
  private readonly lastStart = new Map<number, number>();
  private readonly repeated = new Map<string, number>();

  constructor(private readonly options: RowReaderOptions) {
    const { mapping } = options;
    const find = (kind: string) => mapping.columns.findIndex(({ means }) => means.kind === kind);
    this.columns = {
      vendor: find('vendor'),
      vendorName: find('vendor_name'),
      period: find('period'),
      time: find('time_of_day'),
      version: find('version'),
      measureName: find('measure_name'),
      value: find('value'),
    };
    this.constantSegment = dimensionNames.map((name) => mapping.constants[name] ?? null);
    this.segmentColumns = mapping.columns.flatMap(({ means }, column) =>
      means.kind === 'segment' ? [{ at: dimensionNames.indexOf(means.dimension), column }] : [],
    );
    this.filters = mapping.columns.flatMap(({ means }, column) =>
      means.kind === 'filter' ? [{ column, skip: new Set(means.skip.map((value) => value.trim())) }] : [],
    );
    this.footers = mapping.skipRows?.length ? new SkippedRows(mapping.skipRows) : null;
    const version = mapping.columns[this.columns.version]?.means;
    this.versions = new Map(
      version?.kind === 'version' ? version.order.map((value, rank) => [value.trim(), rank]) : [],
    );
    const period = mapping.columns[this.columns.period]?.means;
    if (period?.kind !== 'period') throw new Error('a mapping without a period is not valid');
    this.periods = new ZonedPeriods({
      format: period.format,
      grain: mapping.grain,
      zone: mapping.timezone,
      tenantZone: options.tenantZone,
      repeatedHour: mapping.repeatedHour,
      now: options.now,
      kept: options.kept,
    });
    this.values = options.plan.figures.map(() => null);
  }

  /** COPY text of the row; empty when it is skipped or wrong. */
  read(row: readonly string[], line: number): string {
    if (isEmpty(row)) return '';
    this.rowsRead += 1;
    // before anything else: a total below the table is often not as wide as the table
    if (this.footers?.has(row)) {
      this.rowsSkipped += 1;
      return '';
    }
    if (row.length !== this.options.mapping.columns.length) return this.wrongLength(row, line);
    for (const { column, skip } of this.filters) {
      if (skip.has((row[column] ?? '').trim())) {
        this.rowsSkipped += 1;
        return '';
      }
    }
    const before = this.problems.found;
    const vendor = this.vendor(row, line);
    const rank = this.rank(row, line);
    const segment = this.segment(row, line);
    const period = this.period(row, line, vendor, segment, rank);
    if (this.options.plan.byName === null) this.wide(row, line);
    else this.long(row, line);
    if (period === null || this.problems.found !== before) return '';
    this.watchOrder(vendor, segment, rank, period.epochMinutes);
    if (period.localDate !== this.lastDay) {
      this.lastDay = period.localDate;
      this.days.add(period.localDate);
    }
    if (rank !== this.lastRank) {
      this.lastRank = rank;
      this.ranks.add(rank);
    }
    let text = `${vendor}\t${segment}\t${rank}\t${period.startsAt}\t${period.localDate}\t${line}`;
    for (const value of this.values) text += value === null ? `\t${BLANK}` : `\t${value}`;
    return `${text}\n`;
  }

  /** A row whose quotes are wrong: which text belongs to which column is anybody's guess. */
  malformed(line: number, detail: string): void {
    this.rowsRead += 1;
    this.problems.add({ line, column: null, columnName: null, value: null, code: 'quotes', detail });
  }

  private vendor(row: readonly string[], line: number): number {
    if (this.columns.vendor === -1) return this.vendors.of(this.options.vendorCode, line);
    const code = (row[this.columns.vendor] ?? '').trim();
    if (code === '' || code.length > LONGEST_NAME) {
      this.add(
        line,
        this.columns.vendor,
        row,
        code === '' ? 'no-vendor' : 'too-long',
        code === '' ? 'No vendor code stands here.' : `A vendor code has at most ${LONGEST_NAME} characters.`,
      );
      return 0;
    }
    this.refuseSpreadsheetText(code, line, this.columns.vendor, row);
    const ordinal = this.vendors.of(code, line);
    if (this.columns.vendorName !== -1 && !this.vendorNames.has(ordinal))
      this.vendorNames.set(ordinal, (row[this.columns.vendorName] ?? '').trim().slice(0, 120));
    return ordinal;
  }

  private rank(row: readonly string[], line: number): number {
    if (this.columns.version === -1) return 0;
    const rank = this.versions.get((row[this.columns.version] ?? '').trim());
    if (rank === undefined)
      this.add(
        line,
        this.columns.version,
        row,
        'unknown-version',
        'The mapping does not say which version this is.',
      );
    return rank ?? 0;
  }

  private segment(row: readonly string[], line: number): number {
    if (this.segmentColumns.length === 0) return this.segments.of('', line);
    let key = '';
    for (const { at, column } of this.segmentColumns) {
      const value = (row[column] ?? '').trim();
      if (value.length > LONGEST_NAME)
        this.add(line, column, row, 'too-long', `A segment name has at most ${LONGEST_NAME} characters.`);
      this.refuseSpreadsheetText(value, line, column, row);
      key += `${at}${value.slice(0, LONGEST_NAME)}${SEPARATOR}`;
    }
    return this.segments.of(key, line);
  }

  /** The segment of a key that `segments` has numbered, in the order of the dimensions. */
  segmentOf(key: string): readonly (string | null)[] {
    const values = [...this.constantSegment];
    for (const part of key.split(SEPARATOR)) {
      if (part === '') continue;
      values[Number(part[0])] = part.slice(1) === '' ? null : part.slice(1);
    }
    return this.options.aliases === undefined ? values : asMeant(values, this.options.aliases);
  }

  private period(
    row: readonly string[],
    line: number,
    vendor: number,
    segment: number,
    rank: number,
  ): ZonedPeriod | null {
    const { period: column, time } = this.columns;
    const found = this.periods.read(row[column] ?? '', time === -1 ? null : (row[time] ?? ''));
    if (typeof found === 'string') {
      this.add(
        line,
        found === 'not-a-time' && time !== -1 ? time : column,
        row,
        found,
        this.periods.said(found),
      );
      return null;
    }
    if (found.later === null) return found;
    const name = this.columns.measureName === -1 ? '' : fold(row[this.columns.measureName] ?? '');
    const key = `${found.startsAt} ${vendor} ${segment} ${rank} ${name}`;
    const times = (this.repeated.get(key) ?? 0) + 1;
    this.repeated.set(key, times);
    return times === 1 ? found : found.later;
  }

  private wide(row: readonly string[], line: number): void {
    for (const cell of this.options.plan.cells)
      this.values[cell.slot] = this.amount(row, line, cell.column, cell);
    for (const [part, whole] of this.options.plan.parts) {
      const [some, all] = [this.values[part], this.values[whole]];
      if (some == null || all == null || Number(some) <= Number(all)) continue;
      const [counted, of] = [this.figureName(part), this.figureName(whole)];
      const column = this.options.plan.cells.find((cell) => cell.slot === part)?.column ?? 0;
      this.add(
        line,
        column,
        row,
        'impossible-count',
        `${counted} (${some}) cannot be more than ${of} (${all}).`,
      );
    }
  }

  private long(row: readonly string[], line: number): void {
    this.values.fill(null);
    const cell = this.options.plan.byName?.get(fold(row[this.columns.measureName] ?? ''));
    if (cell === undefined)
      this.add(
        line,
        this.columns.measureName,
        row,
        'unknown-measure',
        'The mapping does not say what this measure is.',
      );
    else if (cell !== null) this.values[cell.slot] = this.amount(row, line, this.columns.value, cell);
  }

  private amount(
    row: readonly string[],
    line: number,
    column: number,
    { means, weightSlot }: PlannedCell,
  ): string | null {
    const text = row[column] ?? '';
    const { decimal } = this.options.mapping;
    let read: ReadAmount;
    if (means.kind === 'claimed') read = readClaimed(text, means.unit, decimal);
    else if (means.unit === undefined) read = readNumber(text, decimal);
    else read = readDuration(text, means.unit, decimal);
    if ('problem' in read) {
      this.add(line, column, row, read.problem, amountProblems[read.problem]);
      return null;
    }
    return means.kind === 'average' ? weighted(read.amount, this.values[weightSlot] ?? null) : read.amount;
  }

  private figureName(slot: number): string {
    const figure = this.options.plan.figures[slot];
    return figure?.measure?.code ?? figure?.metric ?? '';
  }

  private watchOrder(vendor: number, segment: number, rank: number, start: number): void {
    if (!this.distinct) return;
    if (this.lastStart.size > WATCHED) {
      this.rising = this.falling = false;
      this.lastStart.clear();
      return;
    }
    const key = (vendor * MOST_SEGMENTS + segment) * 32 + rank;
    const last = this.lastStart.get(key);
    this.lastStart.set(key, start);
    if (last === undefined) return;
    if (start <= last) this.rising = false;
    if (start >= last) this.falling = false;
  }

  private wrongLength(row: readonly string[], line: number): string {
    const detail = `The row has ${row.length} columns, the header ${this.options.mapping.columns.length}.`;
    this.problems.add({
      line,
      column: null,
      columnName: null,
      value: row.join(' | '),
      code: 'column-count',
      detail,
    });
    return '';
  }

  /** What a spreadsheet could not calculate is no name. */
  private refuseSpreadsheetText(value: string, line: number, column: number, row: readonly string[]): void {
    const first = value.charCodeAt(0);
    if (first !== EQUALS && first !== HASH) return;
    const problem = spreadsheetProblem(value);
    if (problem) this.add(line, column, row, problem.code, problem.detail);
  }

  private add(line: number, column: number, row: readonly string[], code: string, detail: string): void {
    const spreadsheet = spreadsheetProblem(row[column] ?? '');
    if (spreadsheet) [code, detail] = [spreadsheet.code, spreadsheet.detail];
    this.problems.add({
      line,
      column: column + 1,
      columnName: this.options.mapping.columns[column]?.header ?? null,
      value: row[column] ?? null,
      code,
      detail,
    });
  }
}

function isEmpty(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
