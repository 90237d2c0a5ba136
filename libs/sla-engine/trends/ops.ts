import { Exact, parseExact } from '../decimals';
import type { Outcome } from '../outcome';
import { InputProblem, InputReader, type Ops, readInput } from '../reading';
import { type Proportion, pChart } from './p-chart';
import { xmrChart } from './xmr-chart';

const longestSeries = 10_000;

/**
 * `kpi.xmr`: `{series}` of numbers, decimal strings or null for a period without a value (or `{value}` objects) →
 * `{centre, limits: {lower, upper}, movingRange: {mean, upper}, signals: [{rule, side, index, points}], trace}`.
 */
function xmr(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const series = readSeries(request, readValue);
    const { centre, limits, movingRange, signals, trace } = request.expect(xmrChart(series), 'series');
    return {
      centre: centre.toNumber(),
      limits: { lower: limits.lower.toNumber(), upper: limits.upper.toNumber() },
      movingRange: { mean: movingRange.mean.toNumber(), upper: movingRange.upper.toNumber() },
      signals,
      trace,
    };
  });
}

/**
 * `kpi.pchart`: `{series: [{count, n}]}` (also `numerator` and `denominator`, `passes` and `n`; null for a gap) →
 * `{centre, limits: [{lower, upper} | null], values, signals, trace}`: limits differ with the size of each period.
 */
function pchart(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const series = readSeries(request, readProportion);
    const { centre, points, signals, trace } = request.expect(pChart(series), 'series');
    return {
      centre: centre.toNumber(),
      limits: points.map(
        (point) => point && { lower: point.lower.toNumber(), upper: point.upper.toNumber() },
      ),
      values: points.map((point) => point && point.value.toNumber()),
      signals,
      trace,
    };
  });
}

function readSeries<T>(request: InputReader, read: (item: unknown, path: string) => T): T[] {
  const series = request.list(read, 'series', 'values');
  return series.length > longestSeries
    ? request.refuse('trend.tooLong', `At most ${longestSeries} periods.`, 'series')
    : series;
}

function readValue(item: unknown, path: string): Exact | null {
  const value = typeof item === 'object' && item !== null ? new InputReader(item, path).raw('value') : item;
  return value === null || value === undefined ? null : exactAt(value, path);
}

function readProportion(item: unknown, path: string): Proportion | null {
  if (item === null) {
    return null;
  }
  const period = new InputReader(item, path);
  const [count, of] = [
    period.decimal('count', 'numerator', 'passes'),
    period.decimal('n', 'denominator', 'of'),
  ].map((text) => new Exact(text)) as [Exact, Exact];
  if (count.isNegative() || count.greaterThan(of)) {
    period.refuse('trend.notAProportion', 'The count must lie between 0 and the number counted.');
  }
  return { count, of };
}

function exactAt(value: unknown, path: string): Exact {
  const exact = parseExact(value, path);
  if (!exact.ok) {
    throw new InputProblem(exact.problem);
  }
  return exact.value;
}

/** The trend operations of the engine as a command (engine-cli). */
export const ops: Ops = { 'kpi.xmr': xmr, 'kpi.pchart': pchart };
