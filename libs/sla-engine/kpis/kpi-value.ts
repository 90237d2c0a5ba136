import { Exact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace, TraceStep } from '../trace';
import { applyExclusions } from './apply-exclusions';
import { type EffectiveTerm, type EffectiveTerms, effectiveTerms } from './effective-terms';
import type { ExcludedUnits, Exclusion, KpiRow } from './kpi-row';
import type { MetricDefinition } from './metric-definition';
import { sumRows } from './sum-rows';

export interface KpiFigure {
  /** Null where nothing was counted: see `basis`. */
  readonly value: string | null;
  readonly numerator: string;
  /** Null for a metric that is a plain total. */
  readonly denominator: string | null;
}

export interface KpiValue extends KpiFigure {
  /** `noVolume`: rows came, the denominator is zero. `notReported`: no row carried what the definition needs. */
  readonly basis: 'counted' | 'noVolume' | 'notReported';
  /** False where a row was set aside because a measure was blank. */
  readonly complete: boolean;
  readonly rowsCounted: number;
  readonly excluded: readonly ExcludedUnits[];
  /** The same figure had no exclusion been approved; null where none took anything out (semantics rule 20). */
  readonly withoutExclusions: KpiFigure | null;
  readonly trace: Trace;
}

export interface KpiValueInput {
  readonly definition: MetricDefinition;
  readonly rows: readonly KpiRow[];
  readonly exclusions?: readonly Exclusion[];
}

/**
 * The value of a metric over the rows of a window: the sum of its numerator over all rows divided by the sum of its
 * denominator, in exact decimals (semantics rule 13), never a mean of the rows' ratios. A row that lacks a needed
 * measure is set aside and named; a zero denominator is `noVolume`; negative amounts and exclusions of more than
 * was counted are problems.
 *
 * @example
 * kpiValue({ definition, rows: [{ amounts: { answered_within_threshold: 860, offered: 1060 } }] })
 * // value '0.8113207547169811320754716981132075'
 */
export function kpiValue(input: KpiValueInput): Outcome<KpiValue> {
  const terms = effectiveTerms(input.definition);
  if (!terms.ok) {
    return prefixed(terms.problem, 'definition');
  }
  const measures = measuresOf(terms.value);
  const sums = sumRows(input.rows, measures);
  if (!sums.ok) {
    return sums;
  }
  const applied = applyExclusions(sums.value, input.exclusions ?? []);
  if (!applied.ok) {
    return applied;
  }
  const figure = figureOf(terms.value, applied.value.amounts);
  if (!figure.ok) {
    return figure;
  }
  const full = figureOf(terms.value, sums.value.amounts);
  if (!full.ok) {
    return full;
  }
  const { basis, ...shown } = figureWithBasis(
    figure.value,
    sums.value.rows.length,
    applied.value.rowsCounted,
  );
  const shortAbandons = shortAbandonUnits(terms.value, applied.value.amounts);
  const tookOut = applied.value.excluded.length > 0;
  return succeed({
    ...shown,
    basis,
    complete: sums.value.setAside.length === 0,
    rowsCounted: applied.value.rowsCounted,
    excluded: [...sums.value.setAside, ...applied.value.excluded, ...shortAbandons],
    withoutExclusions: tookOut ? full.value : null,
    trace: [
      definitionStep(input.definition),
      { rule: 'kpi.rowsCounted', facts: { rows: input.rows.length, counted: sums.value.rows.length } },
      ...setAsideSteps(sums.value.setAside),
      ...applied.value.trace,
      ...shortAbandonSteps(input.definition, terms.value, shortAbandons),
      arithmeticStep(shown, basis),
      ...(tookOut ? [{ rule: 'kpi.withoutExclusions', facts: { ...full.value } }] : []),
    ],
  });
}

function prefixed(problem: { code: string; detail: string; path: string }, prefix: string): Outcome<never> {
  return fail(problem.code, problem.detail, `${prefix}.${problem.path}`);
}

function measuresOf(terms: EffectiveTerms): readonly string[] {
  return [...new Set([...terms.numerator, ...terms.denominator].map((term) => term.measure))];
}

function totalOf(terms: readonly EffectiveTerm[], amounts: ReadonlyMap<string, Exact>): Exact {
  return terms.reduce(
    (sum, term) => sum.plus((amounts.get(term.measure) ?? new Exact(0)).times(term.weight)),
    new Exact(0),
  );
}

function figureOf(terms: EffectiveTerms, amounts: ReadonlyMap<string, Exact>): Outcome<KpiFigure> {
  const numerator = totalOf(terms.numerator, amounts);
  if (terms.denominator.length === 0) {
    return succeed({ value: writeExact(numerator), numerator: writeExact(numerator), denominator: null });
  }
  const denominator = totalOf(terms.denominator, amounts);
  if (denominator.isNegative() && !denominator.isZero()) {
    return fail(
      'kpi.negativeDenominator',
      `More is taken out of the denominator than was counted: ${writeExact(denominator)}.`,
      'rows',
    );
  }
  return succeed({
    value: denominator.isZero() ? null : writeExact(numerator.div(denominator)),
    numerator: writeExact(numerator),
    denominator: writeExact(denominator),
  });
}

function figureWithBasis(
  figure: KpiFigure,
  rowsReported: number,
  rowsLeft: number,
): KpiFigure & { basis: KpiValue['basis'] } {
  if (rowsReported === 0) {
    return { ...figure, value: null, basis: 'notReported' };
  }
  const empty = figure.value === null || rowsLeft === 0;
  return empty ? { ...figure, value: null, basis: 'noVolume' } : { ...figure, basis: 'counted' };
}

function shortAbandonUnits(
  terms: EffectiveTerms,
  amounts: ReadonlyMap<string, Exact>,
): readonly ExcludedUnits[] {
  const measure = terms.shortAbandon?.measure;
  const amount = measure === undefined ? undefined : amounts.get(measure);
  if (measure === undefined || amount === undefined || amount.isZero()) {
    return [];
  }
  return [
    { reason: 'shortAbandon', rows: [], measures: [measure], amounts: { [measure]: writeExact(amount) } },
  ];
}

function definitionStep(definition: MetricDefinition): TraceStep {
  const { threshold } = definition;
  return {
    rule: 'kpi.definition',
    facts: {
      id: definition.id,
      version: definition.version,
      numerator: definition.numerator.map((term) => termFact(term.measure, term.weight)),
      denominator: definition.denominator.map((term) => termFact(term.measure, term.weight)),
      threshold:
        threshold === undefined ? null : { seconds: threshold.seconds, comparison: threshold.comparison },
      source: definition.source,
    },
  };
}

function termFact(measure: string, weight: string | number | undefined): { measure: string; weight: string } {
  return { measure, weight: `${weight ?? 1}` };
}

function setAsideSteps(setAside: readonly ExcludedUnits[]): readonly TraceStep[] {
  return setAside.map(({ rows, measures }) => ({
    rule: 'kpi.rowsSetAside',
    facts: { rows: [...rows], measures: [...measures] },
  }));
}

function shortAbandonSteps(
  definition: MetricDefinition,
  terms: EffectiveTerms,
  units: readonly ExcludedUnits[],
): readonly TraceStep[] {
  const { shortAbandon } = definition;
  const taken = terms.shortAbandon;
  if (shortAbandon === undefined || taken === null) {
    return [];
  }
  const amount = units[0]?.amounts[taken.measure] ?? '0';
  return [
    {
      rule: 'kpi.shortAbandons',
      facts: {
        rule: shortAbandon.rule,
        seconds: shortAbandon.seconds,
        fromNumerator: writeExact(taken.fromNumerator.times(amount)),
        fromDenominator: writeExact(taken.fromDenominator.times(amount)),
      },
    },
  ];
}

function arithmeticStep(figure: KpiFigure, basis: KpiValue['basis']): TraceStep {
  if (basis === 'notReported') {
    return { rule: 'kpi.notReported', facts: {} };
  }
  if (basis === 'noVolume') {
    return { rule: 'kpi.noVolume', facts: { numerator: figure.numerator } };
  }
  return figure.denominator === null
    ? { rule: 'kpi.total', facts: { value: figure.value } }
    : { rule: 'kpi.ratioOfSums', facts: { ...figure } };
}
