import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimals';
import { defaultMetrics } from '../kpis/default-metrics';
import type { Direction, MetricDefinition } from '../kpis/metric-definition';
import { exactTarget } from '../targets/exact-target';
import { meetsTarget } from '../targets/meets-target';
import type { Target } from '../targets/target';
import { valueOf } from '../value-of.fixture';
import { parity, type ParitySide } from './parity';

const seeded = { seed: 30, numRuns: 500 };
const hundredths = fc.nat({ max: 100 }).map((value) => new Exact(value).div(100));
const [library] = defaultMetrics;
if (library === undefined) throw new Error('no metric');

const bands = fc
  .tuple(hundredths, hundredths)
  .filter(([one, other]) => !one.eq(other))
  .map(([one, other]): Target => ({
    band: { low: Exact.min(one, other).toFixed(), high: Exact.max(one, other).toFixed() },
  }));
const limits = (...comparators: ('>=' | '>' | '<=' | '<')[]) =>
  fc
    .tuple(fc.constantFrom(...comparators), hundredths)
    .map(([comparator, value]): Target => ({ comparator, value: value.toFixed() }));
const targetsOf: Readonly<Record<Direction, fc.Arbitrary<Target>>> = {
  higher: fc.oneof(limits('>=', '>'), bands),
  lower: fc.oneof(limits('<=', '<'), bands),
  band: fc.oneof(limits('>=', '>', '<=', '<'), bands),
};
const pairs = fc
  .constantFrom<Direction>('higher', 'lower', 'band')
  .chain((direction) => fc.tuple(fc.constant(direction), targetsOf[direction], targetsOf[direction]));

function sides(direction: Direction, one: Target, other: Target): [ParitySide, ParitySide] {
  const definition: MetricDefinition = { ...library!.definition, direction };
  const side = (target: Target): ParitySide => ({ definition, target, segment: {}, window: 'month' });
  return [side(one), side(other)];
}

const verdictOf = (agreed: ParitySide, expected: ParitySide): string =>
  valueOf(parity({ agreed, expected })).verdict;
const mirrored: Readonly<Record<string, string>> = { stricter: 'weaker', weaker: 'stricter' };

describe('laws of parity', () => {
  it('anything equals itself', () => {
    fc.assert(
      fc.property(pairs, ([direction, target]) => {
        const [one, same] = sides(direction, target, target);
        expect(verdictOf(one, same)).toBe('equal');
      }),
      seeded,
    );
  });

  it('stricter and weaker are two sides of one thing, every other verdict is its own mirror', () => {
    fc.assert(
      fc.property(pairs, ([direction, ...targets]) => {
        const [one, other] = sides(direction, ...targets);
        const verdict = verdictOf(one, other);
        expect(verdictOf(other, one)).toBe(mirrored[verdict] ?? verdict);
      }),
      seeded,
    );
  });

  it('stricter than a stricter one is stricter', () => {
    fc.assert(
      fc.property(pairs, hundredths, ([direction, a, b], edge) => {
        const c: Target =
          direction === 'lower'
            ? { comparator: '<=', value: edge.toFixed() }
            : { comparator: '>=', value: edge.toFixed() };
        const [one, two] = sides(direction, a, b);
        const [, three] = sides(direction, a, c);
        fc.pre(verdictOf(one, two) === 'stricter' && verdictOf(two, three) === 'stricter');
        expect(verdictOf(one, three)).toBe('stricter');
      }),
      seeded,
    );
  });

  it('a verdict is what the values that pass say', () => {
    fc.assert(
      fc.property(pairs, ([direction, ...targets]) => {
        const [one, other] = sides(direction, ...targets);
        // every limit is a hundredth: between two of them nothing changes, so halves of hundredths stand for all values
        const passes = targets.map((target) => {
          const exact = valueOf(exactTarget(target));
          return Array.from({ length: 201 }, (_, index) =>
            meetsTarget(exact, new Exact(index), new Exact(200)),
          );
        });
        const [ours = [], theirs = []] = passes;
        const inside = ours.every((met, index) => !met || theirs[index]);
        const contains = theirs.every((met, index) => !met || ours[index]);
        const expected = inside ? (contains ? 'equal' : 'stricter') : contains ? 'weaker' : 'incomparable';
        expect(verdictOf(one, other)).toBe(expected);
      }),
      seeded,
    );
  });
});
