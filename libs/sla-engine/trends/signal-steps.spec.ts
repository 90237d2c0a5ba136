import { describe, expect, it } from '@jest/globals';
import { Exact } from '../decimals';
import { signalSteps } from './signal-steps';
import { type Side, type SignalRule, signalRules } from './trend-signal';
import type { ChartPoint } from './western-electric';

const point = (index: number, value: number, sigma = 1): ChartPoint => ({
  index,
  value: new Exact(value),
  centre: new Exact(10),
  sigma: new Exact(sigma),
});

const lineOf = (rule: SignalRule, side: Side) =>
  signalSteps([{ rule, side, index: 0, points: [0] }], [point(0, 1)])[0]?.facts['lines'];

describe('the steps of a chart’s signals (rule 21)', () => {
  it('say that there is none', () => {
    expect(signalSteps([], [point(0, 1), null])).toEqual([{ rule: 'trend.noSignal', facts: {} }]);
  });

  it('have the points that make each, each against its own line', () => {
    const signal = { rule: 'twoOfThreeBeyondTwoSigma', side: 'above', index: 3, points: [1, 3] } as const;
    const points = [null, point(1, 13), point(2, 10), point(3, 15, 2)];
    expect(signalSteps([signal], points)).toEqual([
      {
        rule: 'trend.signal',
        facts: {
          signal: 'twoOfThreeBeyondTwoSigma',
          side: 'above',
          index: 3,
          needed: 2,
          of: 3,
          points: [1, 3],
          values: ['13', '15'],
          lines: ['12', '14'],
        },
      },
    ]);
  });

  it.each([
    ['beyondLimits', '13', '7'],
    ['twoOfThreeBeyondTwoSigma', '12', '8'],
    ['fourOfFiveBeyondOneSigma', '11', '9'],
    ['eightOnOneSide', '10', '10'],
  ] as const)('%s is beyond %s above and %s below', (rule, above, below) => {
    expect([lineOf(rule, 'above'), lineOf(rule, 'below')]).toEqual([[above], [below]]);
  });

  it('there are lines of every rule, in the order of their signals', () => {
    const signals = signalRules.map((rule) => ({ rule, side: 'below' as const, index: 0, points: [0] }));
    expect(signalSteps(signals, [point(0, 1)]).map(({ facts }) => facts['signal'])).toEqual([...signalRules]);
  });
});
