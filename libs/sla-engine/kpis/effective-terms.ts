import { Exact, parseExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import { measureCatalogue } from './measure-catalogue';
import type { MetricDefinition, Term } from './metric-definition';

export interface EffectiveTerm {
  readonly measure: string;
  readonly weight: Exact;
}

export interface EffectiveTerms {
  readonly numerator: readonly EffectiveTerm[];
  readonly denominator: readonly EffectiveTerm[];
  /** How often a short abandon leaves each sum; null where the definition keeps them. */
  readonly shortAbandon: {
    readonly measure: string;
    readonly fromNumerator: Exact;
    readonly fromDenominator: Exact;
  } | null;
}

const measuresWithShortAbandons: ReadonlySet<string> = new Set(
  measureCatalogue.filter((measure) => measure.countsShortAbandons).map((measure) => measure.code),
);
const knownMeasures: ReadonlySet<string> = new Set(measureCatalogue.map((measure) => measure.code));

/**
 * The terms of a definition after its short-abandon rule (semantics rule 14): a short abandon leaves a sum as many
 * times as that sum counts it, so a sum that never counted abandoned calls stays what it is.
 */
export function effectiveTerms(definition: MetricDefinition): Outcome<EffectiveTerms> {
  const numerator = weighted(definition.numerator, 'numerator');
  if (!numerator.ok) {
    return numerator;
  }
  const denominator = weighted(definition.denominator, 'denominator');
  if (!denominator.ok) {
    return denominator;
  }
  if (numerator.value.length === 0) {
    return fail('definition.noNumerator', 'A metric needs at least one numerator term.', 'numerator');
  }
  const rule = definition.shortAbandon?.rule ?? 'kept';
  const measure = definition.shortAbandon?.measure ?? 'short_abandoned';
  if (rule === 'kept') {
    return succeed({ numerator: numerator.value, denominator: denominator.value, shortAbandon: null });
  }
  const fromNumerator = timesCounted(definition.numerator, numerator.value);
  const fromDenominator =
    rule === 'outOfBoth' ? timesCounted(definition.denominator, denominator.value) : new Exact(0);
  return succeed({
    numerator: without(numerator.value, measure, fromNumerator),
    denominator: without(denominator.value, measure, fromDenominator),
    shortAbandon: { measure, fromNumerator, fromDenominator },
  });
}

function weighted(terms: readonly Term[], path: string): Outcome<EffectiveTerm[]> {
  const effective: EffectiveTerm[] = [];
  for (const [index, term] of terms.entries()) {
    const weight = parseExact(term.weight ?? 1, `${path}.${index}.weight`);
    if (!weight.ok) {
      return weight;
    }
    effective.push({ measure: term.measure, weight: weight.value });
  }
  return succeed(effective);
}

function timesCounted(terms: readonly Term[], effective: readonly EffectiveTerm[]): Exact {
  return effective.reduce((sum, { weight }, index) => {
    const term = terms[index];
    return term !== undefined && countsShortAbandons(term) ? sum.plus(weight) : sum;
  }, new Exact(0));
}

function countsShortAbandons(term: Term): boolean {
  return knownMeasures.has(term.measure)
    ? measuresWithShortAbandons.has(term.measure)
    : (term.countsShortAbandons ?? false);
}

function without(terms: readonly EffectiveTerm[], measure: string, times: Exact): readonly EffectiveTerm[] {
  return times.isZero() ? terms : [...terms, { measure, weight: times.negated() }];
}
