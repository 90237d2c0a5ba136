import { describe, expect, it } from '@jest/globals';
import { mayExtend, parseClockTerms } from './parse-clock-terms';

const hour = 3_600_000_000_000n;

describe('the terms of a clock', () => {
  it('that state only what they must: due at the end of the day, counted from a closed day, never paused', () => {
    expect(parseClockTerms({ unit: 'businessDays', amount: 2, zone: 'america/new_york' })).toEqual({
      ok: true,
      value: {
        unit: 'businessDays',
        amount: 2n,
        zone: 'America/New_York',
        cutOff: 86_400,
        originRule: 'count',
        pauseReasons: [],
        extension: null,
      },
    });
  });

  it('that state everything', () => {
    expect(
      parseClockTerms({
        unit: 'elapsedHours',
        amount: '72',
        zone: 'UTC',
        cutOff: '00:00:01',
        originRule: 'roll',
        pauseReasons: ['waiting for the member'],
        extension: { unit: 'calendarDays', maximum: 14 },
      }),
    ).toEqual({
      ok: true,
      value: {
        unit: 'elapsedHours',
        amount: 72n * hour,
        zone: 'UTC',
        cutOff: 1,
        originRule: 'roll',
        pauseReasons: ['waiting for the member'],
        extension: { unit: 'calendarDays', maximum: 14n },
      },
    });
  });

  it('extend a clock in its own unit unless they say another', () => {
    const outcome = parseClockTerms({
      unit: 'businessHours',
      amount: 8,
      zone: 'UTC',
      extension: { maximum: 4 },
    });
    expect(outcome.ok && outcome.value.extension).toEqual({ unit: 'businessHours', maximum: 4n * hour });
  });
});

describe('units are never mixed, but for calendar days granted on elapsed hours (rule 5; 42 CFR 422.572)', () => {
  it.each([
    ['elapsedHours', ['elapsedHours', 'calendarDays']],
    ['businessHours', ['businessHours']],
    ['businessDays', ['businessDays']],
    ['calendarDays', ['calendarDays']],
  ] as const)('%s may be extended in %j', (unit, extensions) => {
    const units = ['elapsedHours', 'businessHours', 'businessDays', 'calendarDays'] as const;
    expect(units.filter((other) => mayExtend(unit, other))).toEqual(extensions);
  });
});
