import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimals';
import { valueOf } from '../value-of.fixture';
import type { KpiRow } from './kpi-row';
import { kpiValue } from './kpi-value';
import type { MetricDefinition } from './metric-definition';

const definition: MetricDefinition = {
  id: 'service_level',
  version: 1,
  unit: 'ratio',
  direction: 'higher',
  numerator: [{ measure: 'answered_within_threshold' }],
  denominator: [{ measure: 'offered' }],
  shortAbandon: { seconds: 5, rule: 'outOfBoth' },
  source: 'law',
};

const row: fc.Arbitrary<KpiRow> = fc
  .record({ offered: fc.nat({ max: 5000 }), inTime: fc.nat({ max: 5000 }), short: fc.nat({ max: 50 }) })
  .map(({ offered, inTime, short }) => ({
    amounts: { offered: offered + short, answered_within_threshold: inTime, short_abandoned: short },
  }));
const rows = fc.array(row, { maxLength: 40 });
const seeded = { seed: 13, numRuns: 200 };

function sums(counted: readonly KpiRow[]): { numerator: Exact; denominator: Exact } {
  const { numerator, denominator } = valueOf(kpiValue({ definition, rows: counted }));
  return { numerator: new Exact(numerator), denominator: new Exact(denominator ?? 0) };
}

describe('laws of a metric over rows (semantics rule 13)', () => {
  it('splitting a window anywhere changes no additive count', () => {
    fc.assert(
      fc.property(rows, fc.nat({ max: 40 }), (all, at) => {
        const [whole, left, right] = [sums(all), sums(all.slice(0, at)), sums(all.slice(at))];
        expect(left.numerator.plus(right.numerator).equals(whole.numerator)).toBe(true);
        expect(left.denominator.plus(right.denominator).equals(whole.denominator)).toBe(true);
      }),
      seeded,
    );
  });

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const reversed = kpiValue({ definition, rows: [...all].reverse() });
        expect(valueOf(reversed).value).toBe(valueOf(kpiValue({ definition, rows: all })).value);
      }),
      seeded,
    );
  });

  it('the value lies between the smallest and the largest ratio of its rows', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const ratios = all.map((one) => sums([one])).filter(({ denominator }) => denominator.gt(0));
        const { value } = valueOf(kpiValue({ definition, rows: all }));
        fc.pre(value !== null && ratios.length === all.length);
        const sorted = ratios
          .map(({ numerator, denominator }) => numerator.div(denominator))
          .sort((a, b) => a.cmp(b));
        const tolerance = '1e-30';
        expect(new Exact(value ?? 0).gte(new Exact(sorted.at(0) ?? 0).minus(tolerance))).toBe(true);
        expect(new Exact(value ?? 0).lte(new Exact(sorted.at(-1) ?? 0).plus(tolerance))).toBe(true);
      }),
      seeded,
    );
  });

  it('what short abandons take out is what was counted as short', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const kept = valueOf(
          kpiValue({ definition: { ...definition, shortAbandon: { seconds: 5, rule: 'kept' } }, rows: all }),
        );
        const short = all.reduce((sum, { amounts }) => sum + Number(amounts['short_abandoned']), 0);
        expect(sums(all).denominator.plus(short).toFixed()).toBe(kept.denominator);
      }),
      seeded,
    );
  });
});
