import { describe, expect, it } from '@jest/globals';
import type { MetricFamily } from '../kpis/default-metric';
import { valueOf } from '../value-of.fixture';
import { checkSpeedWeight } from './check-speed-weight';

const of = (
  speed: number,
  quality: number,
  compliance: number,
): { family: MetricFamily; weight: number }[] => [
  { family: 'speed', weight: speed },
  { family: 'quality', weight: quality },
  { family: 'compliance', weight: compliance },
  { family: 'efficiency', weight: 100 - speed - quality - compliance },
];

describe('K10: speed must not outweigh quality and compliance without a recorded reason', () => {
  it.each([
    ['less than both together', of(40, 30, 20), '40', '50'],
    ['as much as both together', of(50, 30, 20), '50', '50'],
    ['no family counts as neither', [{ weight: 100 }], '0', '0'],
  ])('passes: %s', (_, weights, speed, trust) => {
    expect(valueOf(checkSpeedWeight(weights))).toEqual({
      speed,
      qualityAndCompliance: trust,
      excepted: false,
      trace: [{ rule: 'score.speedBalanced', facts: { speed, qualityAndCompliance: trust, reason: null } }],
    });
  });

  it.each([
    ['no reason', null],
    ['an empty reason', '  '],
  ])('refuses more with %s', (_, reason) => {
    expect(checkSpeedWeight(of(50.01, 30, 19.99), reason)).toMatchObject({
      problem: { code: 'speed.outweighs', path: 'weights' },
    });
  });

  it('passes more with a recorded reason, and says which', () => {
    expect(valueOf(checkSpeedWeight(of(60, 20, 20), ' First year of the line '))).toEqual({
      speed: '60',
      qualityAndCompliance: '40',
      excepted: true,
      trace: [
        {
          rule: 'score.speedExcepted',
          facts: { speed: '60', qualityAndCompliance: '40', reason: 'First year of the line' },
        },
      ],
    });
  });

  it('a reason that was not needed is not an exception', () => {
    expect(valueOf(checkSpeedWeight(of(40, 30, 20), 'Just in case')).excepted).toBe(false);
  });

  it('refuses a weight that is no number', () => {
    expect(checkSpeedWeight([{ weight: 'x' }])).toMatchObject({ problem: { path: 'weights.0.weight' } });
  });
});
