import {
  type AgreedLimit,
  type ScheduleColumn,
  scheduleColumns,
  type ScheduleProblem,
  type ScheduleProblemCode,
  targetProblems,
} from '@plumbline/contracts/schema';
import { comparators, Exact, parseExact, windowCodePattern, writeExact } from '@plumbline/sla-engine';
import Papa from 'papaparse';
import {
  problemAt,
  type ReadSchedule,
  type ScheduledLevel,
  type ScheduledMetric,
  type ScheduleKnowledge,
  twiceProblems,
} from './schedule-level';

const mostRows = 100;
const needed: readonly ScheduleColumn[] = ['metric', 'weight'];

type Cells = ReadonlyMap<ScheduleColumn, string>;

/** A schedule of SLAs from CSV: every row that can be read, and for all others what is wrong, with line and column. */
export function readSchedule(text: string, known: ScheduleKnowledge): ReadSchedule {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiterOf(text),
  });
  const [broken] = errors.filter(({ type }) => type === 'Quotes');
  if (broken) return { levels: [], problems: [problemAt(lineOf(data, broken.row ?? 0), null, 'quotes')] };
  const records = data
    .map((cells, index) => ({ line: lineOf(data, index), cells: cells.map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...rows] = records;
  if (!header) return { levels: [], problems: [problemAt(1, null, 'no-rows')] };
  const columns = header.cells.map((name) => name.toLowerCase());
  const problems: ScheduleProblem[] = [
    ...columns
      .filter((name) => !(scheduleColumns as readonly string[]).includes(name))
      .map((name) => problemAt(header.line, null, 'column-unknown', name)),
    ...needed
      .filter((name) => !columns.includes(name))
      .map((name) => problemAt(header.line, null, 'column-missing', name)),
  ];
  if (rows.length === 0) problems.push(problemAt(header.line, null, 'no-rows'));
  if (rows.length > mostRows) problems.push(problemAt(rows[mostRows]?.line ?? 1, null, 'too-many-rows'));
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
  const weight = parseExact(cell('weight'));
  if (cell('weight') === '') wrong('weight', 'required');
  else if (!weight.ok || weight.value.lt(0) || weight.value.gt(100)) wrong('weight', 'weight-out-of-range');
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

/** `80%` and `80 %` of a share are 0.80; a decimal comma is taken where there is no point. */
function numberOf(text: string, { unit }: ScheduledMetric): string | null {
  const [, digits = '', percent] = /^(-?\d+(?:[.,]\d+)?)\s*(%)?$/.exec(text) ?? [];
  if (digits === '' || (percent && unit !== 'ratio')) return null;
  const exact = parseExact(digits.replace(',', '.'));
  if (!exact.ok) return null;
  return percent ? writeExact(exact.value.div(new Exact(100))) : digits.replace(',', '.');
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
  return cell.trim().replace(/^'(?=[=+\-@\t\r'])/, '');
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
