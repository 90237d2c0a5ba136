import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { parseClockAmount, showClockAmount } from './clock-amount';

const hour = 3_600_000_000_000n;

describe('an amount of a clock’s own unit', () => {
  it.each([
    ['hours', 1.5, 'businessHours', 5_400_000_000_000n],
    ['hours as decimal string', '0.25', 'elapsedHours', 900_000_000_000n],
    ['half a nanosecond, rounded up', '0.00000000000013888889', 'elapsedHours', 1n],
    ['less than half a nanosecond', '0.0000000000001', 'elapsedHours', 0n],
    ['nothing, written as minus nothing', '-0', 'elapsedHours', 0n],
    ['a hundred years of hours', 876_600, 'businessHours', 876_600n * hour],
    ['whole days', '15', 'businessDays', 15n],
    ['whole days with a point', '15.0', 'calendarDays', 15n],
    ['a hundred years of days', 36_525, 'calendarDays', 36_525n],
  ] as const)('%s', (_, value, unit, amount) => {
    expect(parseClockAmount(value, unit)).toEqual({ ok: true, value: amount });
  });

  it.each([
    '2 days',
    '2 day',
    '2 d',
    '2  days',
    '2d',
    '2D',
    '2days',
    '2day',
    'days: 2',
    'a day',
    'D 2',
    'P2D',
    'P10D',
    'P1.5W',
    'p1w',
    { days: 2 },
    { day: 1 },
  ])('%j on a clock of hours is a number of days, which is no number of hours (rule 5)', (value) => {
    expect(parseClockAmount(value, 'businessHours')).toMatchObject({
      problem: {
        code: 'clock.daysOnHoursClock',
        detail: 'A clock of businessHours takes hours: how many hours a day has is not ours to guess.',
      },
    });
  });

  it.each([
    '2 hours',
    '2 dozen',
    'PT2H',
    'PW',
    'PTW',
    'xP2W',
    'P2Y',
    'soon',
    'dusk',
    '',
    {},
    [2],
    null,
    true,
  ])('%j speaks of no days and is no number', (value) => {
    expect(parseClockAmount(value, 'elapsedHours')).toMatchObject({
      problem: { code: 'decimal.malformed' },
    });
  });

  it.each([
    ['days in words on a clock of days', '2 days', 'businessDays', 'decimal.malformed'],
    ['half a day', '0.5', 'businessDays', 'clock.daysNotWhole'],
    ['a negative amount', '-0.1', 'elapsedHours', 'clock.amountNegative'],
    ['a negative number of days', -1, 'calendarDays', 'clock.amountNegative'],
    ['an hour more than a hundred years', 876_601, 'elapsedHours', 'clock.amountTooLarge'],
    ['a day more than a hundred years', 36_526, 'businessDays', 'clock.amountTooLarge'],
  ] as const)('refuses %s', (_, value, unit, code) => {
    expect(parseClockAmount(value, unit)).toMatchObject({ problem: { code, detail: aSentence } });
  });

  it.each([
    ['hours', 5_400_000_000_000n, 'businessHours', 1.5],
    ['hours that are over', -900_000_000_000n, 'elapsedHours', -0.25],
    ['days', 15n, 'businessDays', 15],
  ] as const)('is shown in %s', (_, amount, unit, shown) => {
    expect(showClockAmount(amount, unit)).toBe(shown);
  });
});
