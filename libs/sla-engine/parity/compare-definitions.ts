import { Exact, writeExact } from '../decimals';
import { type EffectiveTerm, effectiveTerms } from '../kpis/effective-terms';
import type { MetricDefinition } from '../kpis/metric-definition';
import { type Outcome, succeed } from '../outcome';

export const definitionParts = [
  'unit',
  'direction',
  'numerator',
  'denominator',
  'threshold',
  'shortAbandon',
  'repeatWindow',
  'sampling',
] as const;
export type DefinitionPart = (typeof definitionParts)[number];

export interface DefinitionDifference {
  readonly part: DefinitionPart;
  readonly agreed: string;
  readonly expected: string;
}

/**
 * What two definitions count differently (semantics rule 14): figures by unlike definitions must not be compared, the six
 * usual readings of one service level lie 4.9 points apart. Names, versions and sources are no difference; sums are compared
 * after the short-abandon rule, by measure.
 */
export function compareDefinitions(
  agreed: MetricDefinition,
  expected: MetricDefinition,
): Outcome<DefinitionDifference[]> {
  const [ours, theirs] = [partsOf(agreed), partsOf(expected)];
  if (!ours.ok) return ours;
  if (!theirs.ok) return theirs;
  return succeed(
    definitionParts.flatMap((part) =>
      ours.value[part] === theirs.value[part]
        ? []
        : [{ part, agreed: ours.value[part], expected: theirs.value[part] }],
    ),
  );
}

function partsOf(definition: MetricDefinition): Outcome<Record<DefinitionPart, string>> {
  const terms = effectiveTerms(definition);
  if (!terms.ok) return terms;
  const { threshold, shortAbandon, repeatWindowDays, sampled = false } = definition;
  return succeed({
    unit: definition.unit,
    direction: definition.direction,
    numerator: sumOf(terms.value.numerator),
    denominator: sumOf(terms.value.denominator),
    threshold: threshold === undefined ? '' : `${threshold.comparison} ${threshold.seconds} s`,
    shortAbandon:
      shortAbandon === undefined || terms.value.shortAbandon === null ? '' : `< ${shortAbandon.seconds} s`,
    repeatWindow: repeatWindowDays === undefined ? '' : `${repeatWindowDays} d`,
    sampling: sampled ? 'sampled' : '',
  });
}

/** A sum in one spelling: each measure once, in alphabetical order. */
function sumOf(terms: readonly EffectiveTerm[]): string {
  const weights = new Map<string, Exact>();
  for (const { measure, weight } of terms) {
    weights.set(measure, (weights.get(measure) ?? new Exact(0)).plus(weight));
  }
  return [...weights]
    .filter(([, weight]) => !weight.isZero())
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([measure, weight]) => (weight.eq(1) ? measure : `${writeExact(weight)} × ${measure}`))
    .join(' + ');
}
