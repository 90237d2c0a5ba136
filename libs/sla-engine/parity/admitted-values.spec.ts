import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimals';
import { defaultMetrics } from '../kpis/default-metrics';
import type { MetricDefinition, MetricUnit, Term } from '../kpis/metric-definition';
import type { ExactTarget } from '../targets/exact-target';
import { meetsTarget } from '../targets/meets-target';
import type { Comparator } from '../targets/target';
import {
  type AdmittedValues,
  type Edge,
  type SetRelation,
  admittedValues,
  possibleValues,
  relationOf,
} from './admitted-values';

const limit = (comparator: Comparator, value: number): ExactTarget => ({
  kind: 'comparator',
  comparator,
  value: new Exact(value),
});
const band = (low: number, high: number): ExactTarget => ({
  kind: 'band',
  low: new Exact(low),
  high: new Exact(high),
});
const edge = (at: number, included: boolean): Edge => ({ at: new Exact(at), included });
const closed = (at: number): Edge => edge(at, true);
const open = (at: number): Edge => edge(at, false);
const set = (low: Edge | null, high: Edge | null, empty = false): AdmittedValues => ({ low, high, empty });
const nothing = set(closed(1), closed(0), true);
const all = set(null, null);

/** `[0, 1)`, `(−∞, ∞)`, with `∅` before what is empty. */
function told({ low, high, empty }: AdmittedValues): string {
  const from = low === null ? '(−∞' : `${low.included ? '[' : '('}${low.at.toFixed()}`;
  const to = high === null ? '∞)' : `${high.at.toFixed()}${high.included ? ']' : ')'}`;
  return `${empty ? '∅ ' : ''}${from}, ${to}`;
}

describe('what values a metric can take', () => {
  const [{ definition: library } = { definition: undefined }] = defaultMetrics;
  const of = (unit: MetricUnit, numerator: Term[], denominator: Term[] = []): MetricDefinition => ({
    ...library!,
    unit,
    numerator,
    denominator,
  });

  it.each<[string, MetricDefinition, string]>([
    ['a share', of('ratio', [{ measure: 'answered' }], [{ measure: 'offered' }]), '[0, 1]'],
    [
      'a share that takes something away is still a share',
      of('ratio', [{ measure: 'answered' }], [{ measure: 'offered' }, { measure: 'short', weight: '-1' }]),
      '[0, 1]',
    ],
    ['seconds', of('seconds', [{ measure: 'talk' }], [{ measure: 'answered' }]), '[0, ∞)'],
    ['a count', of('count', [{ measure: 'answered', weight: '2' }]), '[0, ∞)'],
    [
      'a count of what is left over',
      of('count', [{ measure: 'due' }, { measure: 'closed', weight: '-1' }]),
      '(−∞, ∞)',
    ],
    ['with a weight that is a number', of('count', [{ measure: 'closed', weight: -0.5 }]), '(−∞, ∞)'],
    [
      'per something that is taken away from',
      of('seconds', [{ measure: 'talk' }], [{ measure: 'offered' }, { measure: 'short', weight: '-1' }]),
      '(−∞, ∞)',
    ],
    ['points', of('points', [{ measure: 'promoters' }], [{ measure: 'answers' }]), '(−∞, ∞)'],
  ])('%s', (_, definition, expected) => {
    expect(told(possibleValues(definition))).toBe(expected);
  });
});

describe('the values that meet a target, of those that are possible', () => {
  const share = set(closed(0), closed(1));
  it.each<[string, ExactTarget, AdmittedValues, string]>([
    ['at least', limit('>=', 0.8), all, '[0.8, ∞)'],
    ['above', limit('>', 0.8), all, '(0.8, ∞)'],
    ['at most', limit('<=', 0.8), all, '(−∞, 0.8]'],
    ['below', limit('<', 0.8), all, '(−∞, 0.8)'],
    ['a band has both its edges', band(240, 360), all, '[240, 360]'],
    ['a share ends at one', limit('>=', 0.8), share, '[0.8, 1]'],
    ['and begins at zero', limit('<', 0.05), share, '[0, 0.05)'],
    ['what is possible is not widened', band(-1, 2), share, '[0, 1]'],
    ['a band within', band(0.2, 0.4), share, '[0.2, 0.4]'],
    ['where both end, the open end holds', limit('<', 1), share, '[0, 1)'],
    ['whichever of the two it is', limit('<=', 1), set(closed(0), open(1)), '[0, 1)'],
    ['likewise below', limit('>=', 0), set(open(0), closed(1)), '(0, 1]'],
    ['exactly one value is left', limit('>=', 1), share, '[1, 1]'],
    ['just none is left', limit('>', 1), share, '∅ (1, 1]'],
    ['nor on the other side', limit('<', 0), share, '∅ [0, 0)'],
    ['nothing is possible there', limit('>=', 2), share, '∅ [2, 1]'],
    ['nothing is empty that has no end', limit('>=', 2), set(closed(0), null), '[2, ∞)'],
    ['nor beginning', limit('<=', -2), set(null, closed(1)), '(−∞, -2]'],
  ])('%s', (_, target, possible, expected) => {
    expect(told(admittedValues(target, possible))).toBe(expected);
  });
});

describe('how one set of values lies to another', () => {
  it.each<[string, AdmittedValues, AdmittedValues, SetRelation]>([
    ['all values', all, all, 'equal'],
    ['the same ends', set(closed(0), open(1)), set(closed(0), open(1)), 'equal'],
    ['a higher beginning', set(closed(2), null), set(closed(1), null), 'inside'],
    ['a lower end', set(null, closed(1)), set(null, closed(2)), 'inside'],
    ['an open end at the same place', set(null, open(1)), set(null, closed(1)), 'inside'],
    ['an open beginning at the same place', set(open(1), null), set(closed(1), null), 'inside'],
    ['an end against none', set(null, closed(1)), all, 'inside'],
    ['a beginning against none', set(closed(1), null), all, 'inside'],
    ['one inside on both sides', set(closed(2), closed(3)), set(closed(1), closed(4)), 'inside'],
    ['shifted', set(closed(1), closed(3)), set(closed(2), closed(4)), 'overlapping'],
    ['apart', set(closed(1), closed(2)), set(closed(3), closed(4)), 'overlapping'],
    ['towards either side', set(closed(1), null), set(null, closed(2)), 'overlapping'],
    ['nothing and nothing', nothing, nothing, 'equal'],
    ['nothing lies in all', nothing, all, 'inside'],
    ['nothing lies in anything', nothing, set(closed(5), closed(6)), 'inside'],
  ])('%s', (_, one, other, relation) => {
    expect(relationOf(one, other)).toBe(relation);
    const mirrored = { inside: 'contains', contains: 'inside', equal: 'equal', overlapping: 'overlapping' };
    expect(relationOf(other, one)).toBe(mirrored[relation]);
  });
});

it('law: a value is admitted exactly when it is possible and meets the target', () => {
  const targets = fc.oneof(
    fc
      .tuple(fc.constantFrom<Comparator>('>=', '>', '<=', '<'), fc.integer({ min: -3, max: 3 }))
      .map(([comparator, value]) => limit(comparator, value)),
    fc
      .tuple(fc.integer({ min: -3, max: 0 }), fc.integer({ min: 1, max: 3 }))
      .map(([low, high]) => band(low, high)),
  );
  const ends = fc.option(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.boolean()));
  const holds = ({ low, high }: AdmittedValues, value: Exact): boolean =>
    (low === null || (low.included ? value.gte(low.at) : value.gt(low.at))) &&
    (high === null || (high.included ? value.lte(high.at) : value.lt(high.at)));
  fc.assert(
    fc.property(targets, ends, ends, (target, from, to) => {
      const [low, high] = [from, to].map((end) => (end === null ? null : edge(...end))) as [
        Edge | null,
        Edge | null,
      ];
      const possible = set(low, high);
      const admitted = admittedValues(target, possible);
      // every end is whole: between two of them nothing changes, so halves stand for all values
      const values = Array.from({ length: 17 }, (_, index) => new Exact(index - 8).div(2));
      const met = values.filter(
        (value) => holds(possible, value) && meetsTarget(target, value, new Exact(1)),
      );
      expect(values.filter((value) => holds(admitted, value)).map(Number)).toEqual(met.map(Number));
      expect(admitted.empty).toBe(met.length === 0);
    }),
    { seed: 32, numRuns: 500 },
  );
});
