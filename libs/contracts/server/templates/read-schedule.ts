import { decimal, readCsvCell } from '@plumbline/api/schema';
import {
  agreedWeight,
  type AgreedLimit,
  type ScheduleColumn,
  scheduleColumns,
  type ScheduleProblem,
  type ScheduleProblemCode,
  targetProblems,
} from '@plumbline/contracts/schema';
import { comparators, Exact, parseExact, windowCodePattern, writeExact } from '@plumbline/sla-engine';
import type { ImportTable } from '@plumbline/vendors/server';
import Papa from 'papaparse';
import {
  problemAt,
  type ReadSchedule,
  type ScheduledLevel,
  type ScheduledMetric,
  type ScheduleKnowledge,
  twiceProblems,
} from './schedule-level';

/** A contract has at most as many SLAs. */
export const MOST_ROWS = 100;
const needed: readonly ScheduleColumn[] = ['metric', 'weight'];

type Cells = ReadonlyMap<ScheduleColumn, string>;

/** A line of a schedule, the header among them. */
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A schedule of SLAs from CSV: every row that can be read, and for all others what is wrong, with line and column. */
export function readSchedule(text: string, known: ScheduleKnowledge): ReadSchedule {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiterOf(text),
  });
  const [broken] = errors.filter(({ type }) => type === 'Quotes');
  if (broken) return { levels: [], problems: [problemAt(lineOf(data, broken.row ?? 0), null, 'quotes')] };
  return readLines(
    data.map((cells, index) => ({ line: lineOf(data, index), cells: cells.map(plain) })),
    known,
  );
}

/** The same from a sheet, whose rows end with their last cell that holds something. */
export function readScheduleTable({ columns, rows }: ImportTable, known: ScheduleKnowledge): ReadSchedule {
  const width = columns.length;
  const lines = rows.map(({ line, cells }) => {
    const filled = cells.map(plain);
    const beyond = filled.slice(width).some((cell) => cell !== '');
    const padded = Array.from({ length: width }, (_, at) => filled[at] ?? '');
    return { line, cells: beyond ? filled : padded };
  });
  return readLines([{ line: 1, cells: columns.map(plain) }, ...lines], known);
}

function readLines(lines: readonly Line[], known: ScheduleKnowledge): ReadSchedule {
  const [header, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!header) return { levels: [], problems: [problemAt(1, null, 'no-rows')] };
  const columns = header.cells.map((name) => name.toLowerCase());
  const problems: ScheduleProblem[] = [
    ...columns
      .filter((name) => !(scheduleColumns as readonly string[]).includes(name))
      .map((name) => problemAt(header.line, null, 'column-unknown', name)),
    ...columns
      .filter((name, index) => columns.indexOf(name) !== index)
      .map((name) => problemAt(header.line, null, 'column-twice', name)),
    ...needed
      .filter((name) => !columns.includes(name))
      .map((name) => problemAt(header.line, null, 'column-missing', name)),
  ];
  if (rows.length === 0) problems.push(problemAt(header.line, null, 'no-rows'));
  if (rows.length > MOST_ROWS) problems.push(problemAt(rows[MOST_ROWS]?.line ?? 1, null, 'too-many-rows'));
  if (problems.length > 0) return { levels: [], problems };
  const read = rows.map(({ line, cells }) => {
    if (cells.length !== columns.length) return [problemAt(line, null, 'column-count', `${cells.length}`)];
    const byColumn = new Map(columns.map((name, index) => [name as ScheduleColumn, cells[index] ?? '']));
    return readRow(line, byColumn, known);
  });
  const levels = read.flatMap((row) => (Array.isArray(row) ? [] : [row as ScheduledLevel]));
  const wrong = read.flatMap((row) => (Array.isArray(row) ? (row as ScheduleProblem[]) : []));
  return { levels, problems: [...wrong, ...twiceProblems(levels)].sort(byLine) };
}

function readRow(
  line: number,
  cells: Cells,
  { metrics, clauses, usualClause }: ScheduleKnowledge,
): ScheduledLevel | ScheduleProblem[] {
  const problems: ScheduleProblem[] = [];
  const cell = (column: ScheduleColumn) => cells.get(column) ?? '';
  const wrong = (column: ScheduleColumn, code: ScheduleProblemCode, value = cell(column)) =>
    void problems.push(problemAt(line, column, code, value));
  const short = (column: ScheduleColumn, longest: number) => {
    if (cell(column).length > longest) wrong(column, 'too-long');
    if (/\p{Cc}/u.test(cell(column))) wrong(column, 'not-one-line');
    return cell(column);
  };

  const metric = metricOf(cell('metric'), metrics);
  if (cell('metric') === '') wrong('metric', 'required');
  else if (!metric) wrong('metric', 'metric-unknown');
  const clauseNumber = cell('clause') || (usualClause ?? '');
  if (!clauses.includes(clauseNumber))
    wrong('clause', clauseNumber === '' ? 'required' : 'clause-unknown', clauseNumber);
  const name = short('name', 120) || (metric?.name ?? '');
  const segment = {
    lineOfBusiness: short('line of business', 80) || null,
    channel: short('channel', 80) || null,
    queue: short('queue', 80) || null,
    language: short('language', 80) || null,
  };
  const target = metric && readTarget(cell, metric, wrong);
  if (cell('weight') === '') wrong('weight', 'required');
  else if (!agreedWeight.safeParse(cell('weight')).success) wrong('weight', 'weight-out-of-range');
  const window = cell('window').toLowerCase() || 'month';
  if (!windowCodePattern.test(window)) wrong('window', 'window-unknown');
  const sample = cell('minimum sample') || '0';
  if (!/^\d{1,7}$/.test(sample) || Number(sample) > 1_000_000) wrong('minimum sample', 'sample-not-whole');
  if (problems.length > 0 || !metric || !target) return problems;
  return {
    line,
    metric,
    level: {
      ...{ name, metricId: metric.id, clauseNumber, target, segment, window },
      ...{ minimumSample: Number(sample), weight: cell('weight') },
    },
  };
}

function readTarget(
  cell: (column: ScheduleColumn) => string,
  metric: ScheduledMetric,
  wrong: (column: ScheduleColumn, code: ScheduleProblemCode, value?: string) => void,
): AgreedLimit | null {
  const [comparator, limit] = [cell('comparator').replace('≥', '>=').replace('≤', '<='), cell('target')];
  const [low, high] = [cell('band low'), cell('band high')];
  const isBand = low !== '' || high !== '';
  if (isBand === (comparator !== '' || limit !== '')) {
    wrong('target', isBand ? 'limit-and-band' : 'required', limit);
    return null;
  }
  const edge = (column: ScheduleColumn) => {
    if (thousandsOrDecimal.test(cell(column))) {
      wrong(column, 'number-ambiguous');
      return null;
    }
    const value = numberOf(cell(column), metric);
    if (value === null) wrong(column, cell(column) === '' ? 'required' : 'not-a-number');
    return value;
  };
  let target: AgreedLimit;
  if (isBand) {
    const [from, to] = [edge('band low'), edge('band high')];
    if (from === null || to === null) return null;
    target = { band: { low: from, high: to } };
  } else {
    const known = comparators.find((each) => each === comparator);
    const value = edge('target');
    if (!known) wrong('comparator', comparator === '' ? 'required' : 'comparator-unknown');
    if (!known || value === null) return null;
    target = { comparator: known, value };
  }
  const [problem] = targetProblems({ target }, metric, '');
  if (!problem) return target;
  const column = isBand ? 'band low' : problem.code === 'target-against-direction' ? 'comparator' : 'target';
  wrong(column, problem.code as ScheduleProblemCode);
  return null;
}

/** `1,234` is 1.234 to one reader and 1234 to another; `0,234` and `80,5` are read alike by everybody. */
const thousandsOrDecimal = /^-?[1-9]\d{0,2},\d{3}(?!\d)/;

/** `80%` and `80 %` of a share are 0.80; a decimal comma is taken where there is no point. */
function numberOf(text: string, { unit }: ScheduledMetric): string | null {
  const [, digits = '', percent] = /^(-?\d+(?:[.,]\d+)?)\s*(%)?$/.exec(text) ?? [];
  if (digits === '' || (percent && unit !== 'ratio')) return null;
  const exact = parseExact(digits.replace(',', '.'));
  if (!exact.ok) return null;
  const value = percent ? writeExact(exact.value.div(new Exact(100))) : digits.replace(',', '.');
  return decimal.safeParse(value).success ? value : null;
}

function metricOf(text: string, metrics: readonly ScheduledMetric[]): ScheduledMetric | undefined {
  const meant = text.toLowerCase();
  return (
    metrics.find(({ code }) => code.toLowerCase() === meant) ??
    metrics.find(({ name }) => name.toLowerCase() === meant)
  );
}

/** The header has no commas of its own. */
function delimiterOf(text: string): ',' | ';' | '\t' {
  const [header = ''] = text.split('\n', 1);
  const count = (sign: string) => header.split(sign).length;
  if (count(';') > count(',')) return ';';
  return count('\t') > count(',') ? '\t' : ',';
}

/** What our own export wrote before a text that looks like a formula goes away again. */
function plain(cell: string): string {
  return readCsvCell(cell.trim());
}

/** The physical line of a record: cells may hold line breaks. */
function lineOf(data: readonly string[][], index: number): number {
  return data
    .slice(0, index)
    .reduce((line, cells) => line + 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0), 1);
}

function byLine(one: ScheduleProblem, other: ScheduleProblem): number {
  return (one.line ?? 0) - (other.line ?? 0);
}
