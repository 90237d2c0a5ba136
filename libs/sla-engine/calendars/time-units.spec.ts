import { describe, expect, it } from '@jest/globals';
import { horizonDays, inUnits, nanosecondsPerHour, nanosecondsPerSecond, secondsPerDay } from './time-units';

describe('inUnits', () => {
  it.each([
    ['one and a half hours', 5_400_000_000_000n, nanosecondsPerHour, 1.5],
    ['nothing', 0n, nanosecondsPerHour, 0],
    ['overdue', -1_800_000_000_000n, nanosecondsPerHour, -0.5],
    [
      'seconds that a double of nanoseconds would round',
      9_007_199_254_740_993n * 1_000n,
      1_000n,
      9_007_199_254_740_992,
    ],
    ['the nanosecond', 1n, nanosecondsPerSecond, 1e-9],
  ])('%s', (_, nanoseconds, unit, expected) => {
    expect(inUnits(nanoseconds, unit)).toBe(expected);
  });

  it('a fraction stays beside a large whole part', () => {
    expect(inUnits(4_000_000_000n * nanosecondsPerSecond + 500_000_000n, nanosecondsPerSecond)).toBe(
      4_000_000_000.5,
    );
  });
});

it('a day has 86,400 seconds, an hour 3,600, and nothing is looked for beyond 100 years', () => {
  expect([secondsPerDay, nanosecondsPerHour / nanosecondsPerSecond, horizonDays]).toEqual([
    86_400,
    3_600n,
    100 * 365.25,
  ]);
});
