import type { KeptBounds } from '../retention/kept-bounds';
import { type ReadAmount, readClaimed, readDuration, readNumber, weighted } from './amounts';
import { type CellPlan, fold, type PlannedCell } from './cell-plan';
import { MOST_SEGMENTS, type RowSubjectOptions, RowSubjects } from './row-subjects';
import { type ZonedPeriod, ZonedPeriods } from './zoned-periods';

export interface RowReaderOptions extends RowSubjectOptions {
  readonly plan: CellPlan;
  readonly tenantZone: string;
  readonly now: Temporal.Instant;
  readonly kept: KeptBounds;
}

/** Beyond so many series, duplicates are looked for in the database instead. */
const WATCHED = 100_000;
const BLANK = '\\N';

/**
 * One row of a file to one line of COPY text: vendor, segment and version as small numbers, beginning, day, line, then
 * the figures of the plan. Says what is wrong instead where a row cannot be taken. Allocates next to nothing a row.
 */
export class RowReader extends RowSubjects {
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
  private readonly versions: ReadonlyMap<string, number>;
  private readonly periods: ZonedPeriods;
  private readonly values: (string | null)[];
  private readonly lastStart = new Map<number, number>();
  private readonly repeated = new Map<string, number>();

  constructor(private readonly options: RowReaderOptions) {
    super(options);
    const { mapping } = options;
    this.columns = {
      period: this.columnOf('period'),
      time: this.columnOf('time_of_day'),
      version: this.columnOf('version'),
      measureName: this.columnOf('measure_name'),
      value: this.columnOf('value'),
    };
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
    if (!this.takes(row, line)) return '';
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

  private rank(row: readonly string[], line: number): number {
    if (this.columns.version === -1) return 0;
    const rank = this.versions.get((row[this.columns.version] ?? '').trim());
    if (rank === undefined) this.add(line, this.columns.version, row, 'unknown-version', {});
    return rank ?? 0;
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
      const at = found === 'not-a-time' && time !== -1 ? time : column;
      this.add(line, at, row, found, this.periods.parametersOf(found));
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
      this.add(line, column, row, 'impossible-count', { part: counted, some, whole: of, all });
    }
  }

  private long(row: readonly string[], line: number): void {
    this.values.fill(null);
    const cell = this.options.plan.byName?.get(fold(row[this.columns.measureName] ?? ''));
    if (cell === undefined) this.add(line, this.columns.measureName, row, 'unknown-measure', {});
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
      this.add(line, column, row, read.problem, {});
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
}
