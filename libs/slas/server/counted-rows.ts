import { effectiveTerms, Exact, type KpiRow, type MetricDefinition, writeExact } from '@plumbline/sla-engine';
import type { MeasuredSegment } from '@plumbline/measurements/schema';

/** Σ over the rows of one grain and segment in a window, as the daily rollups hold it. */
export interface RollupGroup {
  readonly grain: number;
  readonly segment: MeasuredSegment;
  readonly rows: number;
  /** One bit a day of the window that has rows, the first day being bit 0, in words of 31 bits. */
  readonly days: readonly number[];
  /** Null where no row carries the measure. */
  readonly sums: ReadonlyMap<string, string | null>;
  /** How many of the rows leave the measure blank. */
  readonly missing: ReadonlyMap<string, number>;
}

/** What a figure is computed from: sums over the rows that carry every measure, and what was set aside (rule 13). */
export interface CountedRows {
  /** Minutes a row covers; null where there is no row of the metric at all. */
  readonly grain: number | null;
  readonly counted: number;
  readonly sums: ReadonlyMap<string, string>;
  /** Rows that carry some of the measures but not all: a blank is not a zero. */
  readonly setAside: readonly { readonly rows: number; readonly measures: readonly string[] }[];
  readonly daysReported: number;
  /** Grains that carry the metric as well and were not mixed in. */
  readonly otherGrains: readonly { readonly grain: number; readonly rows: number }[];
}

/** The measures a definition reads, each once. */
export function measuresOf(definition: MetricDefinition): readonly string[] {
  const terms = effectiveTerms(definition);
  if (!terms.ok) throw new Error(`metric ${definition.id} cannot be computed: ${terms.problem.detail}`);
  return [...new Set([...terms.value.numerator, ...terms.value.denominator].map((term) => term.measure))];
}

/**
 * The grains in which rows of the metric came, those that can carry it whole first, then finest first: a window is
 * summed in one grain only, as a day's row and its half-hours count the same calls.
 */
export function grainsByPreference(groups: readonly RollupGroup[], measures: readonly string[]): number[] {
  const carrying = groups.filter((group) => carriesAny(group, measures));
  const whole = new Set(carrying.filter((group) => carriesAll(group, measures)).map((group) => group.grain));
  return [...new Set(carrying.map((group) => group.grain))].sort(
    (a, b) => Number(whole.has(b)) - Number(whole.has(a)) || a - b,
  );
}

/**
 * Sums the rollups of one grain. Null where a rollup cannot tell which of its rows are whole (a measure is blank in some
 * of them): then only the rows themselves answer.
 */
export function sumRollups(
  groups: readonly RollupGroup[],
  grain: number,
  measures: readonly string[],
): CountedRows | null {
  const own = groups.filter((group) => group.grain === grain && carriesAny(group, measures));
  const sums = new Map<string, Exact>(measures.map((measure) => [measure, new Exact(0)]));
  const setAside: { rows: number; measures: readonly string[] }[] = [];
  let counted = 0;
  const days: number[] = [];
  for (const group of own) {
    const blanks = measures.map((measure) => blanksOf(group, measure));
    if (blanks.some((blank) => blank > 0 && blank < group.rows)) return null;
    const blankMeasures = measures.filter((_, index) => blanks[index] !== 0);
    if (blankMeasures.length > 0) {
      setAside.push({ rows: group.rows, measures: blankMeasures });
      continue;
    }
    counted += group.rows;
    for (const [word, bits] of group.days.entries()) days[word] = (days[word] ?? 0) | bits;
    for (const measure of measures) {
      sums.set(measure, (sums.get(measure) ?? new Exact(0)).plus(group.sums.get(measure) ?? 0));
    }
  }
  return {
    grain,
    counted,
    sums: new Map([...sums].map(([measure, sum]) => [measure, writeExact(sum)])),
    setAside: together(setAside),
    daysReported: days.reduce((count, bits) => count + bitCount(bits), 0),
    otherGrains: otherGrains(groups, grain, measures),
  };
}

export function otherGrains(
  groups: readonly RollupGroup[],
  grain: number,
  measures: readonly string[],
): CountedRows['otherGrains'] {
  const rows = new Map<number, number>();
  for (const group of groups) {
    if (group.grain !== grain && carriesAny(group, measures)) {
      rows.set(group.grain, (rows.get(group.grain) ?? 0) + group.rows);
    }
  }
  return [...rows].map(([other, count]) => ({ grain: other, rows: count }));
}

/**
 * The rows as the engine is given them: one for the sums (a sum of sums is the sum of the rows) and one blank for each
 * set of measures that was missing.
 */
export function asKpiRows({ counted, sums, setAside }: CountedRows, measures: readonly string[]): KpiRow[] {
  const rows: KpiRow[] = counted > 0 ? [{ id: 'sums', amounts: Object.fromEntries(sums) }] : [];
  for (const { measures: blank } of setAside) {
    rows.push({
      amounts: Object.fromEntries(measures.map((measure) => [measure, blank.includes(measure) ? null : '0'])),
    });
  }
  return rows;
}

export const noRows: CountedRows = {
  grain: null,
  counted: 0,
  sums: new Map(),
  setAside: [],
  daysReported: 0,
  otherGrains: [],
};

function blanksOf(group: RollupGroup, measure: string): number {
  return group.missing.get(measure) ?? group.rows;
}

function carriesAny(group: RollupGroup, measures: readonly string[]): boolean {
  return measures.some((measure) => blanksOf(group, measure) < group.rows);
}

function carriesAll(group: RollupGroup, measures: readonly string[]): boolean {
  return measures.every((measure) => blanksOf(group, measure) < group.rows);
}

function together(setAside: CountedRows['setAside']): CountedRows['setAside'] {
  const byMeasures = new Map<string, { rows: number; measures: readonly string[] }>();
  for (const { rows, measures } of setAside) {
    const key = measures.join(' ');
    byMeasures.set(key, { measures, rows: rows + (byMeasures.get(key)?.rows ?? 0) });
  }
  return [...byMeasures.values()];
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest > 0; rest >>>= 1) count += rest & 1;
  return count;
}
