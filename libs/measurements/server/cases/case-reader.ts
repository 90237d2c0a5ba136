import type { KpiMapping } from '@plumbline/measurements/schema';
import type { Calendar } from '@plumbline/sla-engine';
import type { KeptBounds } from '../retention/kept-bounds';
import { type RowSubjectOptions, RowSubjects } from '../reading/row-subjects';
import { type CaseDeadline, CaseDeadlines } from './case-deadlines';
import { type CaseMoment, CaseMoments, parametersOf } from './case-moments';

export interface CaseReaderOptions extends RowSubjectOptions {
  /** By which business days are counted; null where none are. */
  readonly calendar: Calendar | null;
  readonly now: Temporal.Instant;
  /** What is counted on days before is not loaded: it would be dropped again. */
  readonly kept: Pick<KeptBounds, 'months' | 'loadFrom'>;
}

/** A case as one row states it. Vendor and segment are ordinals of the file. */
export interface ReadCase {
  readonly line: number;
  readonly vendor: number;
  readonly segment: number;
  readonly number: string;
  readonly opened: CaseMoment;
  readonly closed: CaseMoment | null;
  readonly acknowledged: CaseMoment | null;
  readonly due: CaseDeadline;
  /** Null: acknowledging is not looked at. */
  readonly acknowledgementDue: CaseDeadline | null;
}

const LONGEST_NUMBER = 80;

/** Rows of a file of cases: what each says of its case, or what is wrong with it. Knows nothing of other rows. */
export class CaseReader extends RowSubjects {
  private readonly terms;
  private readonly columns;
  private readonly kept: CaseReaderOptions['kept'];
  private readonly deadlines: CaseDeadlines;
  private readonly opened: CaseMoments;
  private readonly closed: CaseMoments;
  private readonly acknowledged: CaseMoments | null;

  constructor(options: CaseReaderOptions) {
    super(options);
    const { mapping, calendar } = options;
    if (mapping.cases === undefined) throw new Error('a mapping without terms of cases reads no cases');
    this.terms = mapping.cases;
    this.kept = options.kept;
    this.columns = {
      number: this.columnOf('case_number'),
      opened: this.columnOf('case_opened'),
      closed: this.columnOf('case_closed'),
      acknowledged: this.columnOf('case_acknowledged'),
    };
    const dayZone = calendar?.zone ?? mapping.timezone;
    this.deadlines = new CaseDeadlines(this.terms.openedWhenClosed, calendar, dayZone);
    const hours = {
      close: this.terms.close.unit === 'hours',
      acknowledge: this.terms.acknowledge?.unit === 'hours',
    };
    const moments = (column: number, needsTime: boolean) =>
      new CaseMoments({
        format: formatOf(mapping, column),
        zone: mapping.timezone,
        dayZone,
        needsTime,
        now: options.now,
      });
    this.opened = moments(this.columns.opened, hours.close || hours.acknowledge);
    this.closed = moments(this.columns.closed, hours.close);
    this.acknowledged =
      this.columns.acknowledged === -1 ? null : moments(this.columns.acknowledged, hours.acknowledge);
  }

  /** Null where the row is skipped or wrong. */
  read(row: readonly string[], line: number): ReadCase | null {
    if (!this.takes(row, line)) return null;
    const before = this.problems.found;
    const vendor = this.vendor(row, line);
    const segment = this.segment(row, line);
    const number = this.number(row, line);
    const { columns } = this;
    const opened = this.moment(this.opened, columns.opened, row, line);
    const closed = this.end(this.closed, columns.closed, opened, row, line);
    const acknowledged =
      this.acknowledged === null
        ? null
        : this.end(this.acknowledged, columns.acknowledged, opened, row, line);
    if (opened === null || this.problems.found !== before) return null;
    const due = this.deadline(opened, this.terms.close, row, line);
    const acknowledgementDue = this.terms.acknowledge
      ? this.deadline(opened, this.terms.acknowledge, row, line)
      : null;
    if (due !== null) this.refuseOld([due.dueOn, closed?.date, acknowledgementDue?.dueOn], row, line);
    if (due === null || this.problems.found !== before) return null;
    return { line, vendor, segment, number, opened, closed, acknowledged, due, acknowledgementDue };
  }

  private number(row: readonly string[], line: number): string {
    const number = (row[this.columns.number] ?? '').trim();
    if (number === '') this.add(line, this.columns.number, row, 'no-case-number', {});
    if (number.length > LONGEST_NUMBER)
      this.add(line, this.columns.number, row, 'too-long', { what: 'case', most: LONGEST_NUMBER });
    this.refuseSpreadsheetText(number, line, this.columns.number, row);
    return number;
  }

  private moment(
    moments: CaseMoments,
    column: number,
    row: readonly string[],
    line: number,
  ): CaseMoment | null {
    const found = moments.read(row[column] ?? '');
    if (typeof found !== 'string') return found;
    this.add(line, column, row, found, parametersOf(found));
    return null;
  }

  /** Closing or acknowledging: blank while it has not happened. */
  private end(
    moments: CaseMoments,
    column: number,
    opened: CaseMoment | null,
    row: readonly string[],
    line: number,
  ): CaseMoment | null {
    if ((row[column] ?? '').trim() === '') return null;
    const found = this.moment(moments, column, row, line);
    if (found === null || opened === null) return found;
    // a date beside a time of day says no more than its day
    if (found.date < opened.date || (found.date === opened.date && isEarlier(found, opened)))
      this.add(line, column, row, 'before-opened', { opened: opened.date });
    return found;
  }

  /** A case is counted on these days, and counts of months that are no longer kept stay as they are. */
  private refuseOld(days: readonly (string | undefined)[], row: readonly string[], line: number): void {
    const { months, loadFrom } = this.kept;
    if (days.every((day) => day === undefined || day.slice(0, 7) >= loadFrom)) return;
    this.add(line, this.columns.opened, row, 'no-longer-kept', { what: 'case', months, from: loadFrom });
  }

  private deadline(
    opened: CaseMoment,
    allowed: Parameters<CaseDeadlines['of']>[1],
    row: readonly string[],
    line: number,
  ): CaseDeadline | null {
    const due = this.deadlines.of(opened, allowed);
    if (due.ok) return due.value;
    this.add(line, this.columns.opened, row, 'no-deadline', {
      why: due.problem.code === 'calendar.neverOpen' ? 'never' : 'far',
    });
    return null;
  }
}

/** Of two moments of one day; the beginning of a day may be one that was written without a time. */
function isEarlier(one: CaseMoment, other: CaseMoment): boolean {
  return one.timed && other.timed && Temporal.Instant.compare(one.instant, other.instant) < 0;
}

function formatOf({ columns }: KpiMapping, column: number) {
  const means = columns[column]?.means;
  if (means === undefined || !('format' in means)) throw new Error(`column ${column} holds no date`);
  return means.format;
}
