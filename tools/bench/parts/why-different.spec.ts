import { describe, expect, it } from '@jest/globals';
import { aroundTheClock, office } from './business-time-inputs';
import {
  type OpenTimeMistake,
  businessDayAnswer,
  businessDayMistakes,
  byReason,
  openTimeAnswer,
  openTimeMistakes,
  whyDifferent,
} from './why-different';

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

describe('answers with a rule taken away', () => {
  it.each<[string, typeof office, string, number, readonly OpenTimeMistake[], string]>([
    ['right', office, '2026-12-24T16:30:00-05:00', 30, [], '2026-12-24T17:00:00-05:00'],
    [
      'next opening, beyond Christmas',
      office,
      '2026-12-24T16:30:00-05:00',
      30,
      ['nextOpening'],
      '2026-12-28T09:00:00-05:00',
    ],
    [
      'next opening on a holiday counted as open',
      office,
      '2026-12-24T16:30:00-05:00',
      30,
      ['nextOpening', 'holidays'],
      '2026-12-25T09:00:00-05:00',
    ],
    [
      'an hour that the clocks skip',
      aroundTheClock,
      '2026-03-08T01:00:00-05:00',
      120,
      ['clockChange'],
      '2026-03-08T03:00:00-04:00',
    ],
    [
      'right where the clocks skip an hour',
      aroundTheClock,
      '2026-03-08T01:00:00-05:00',
      120,
      [],
      '2026-03-08T04:00:00-04:00',
    ],
    [
      'the first of two',
      aroundTheClock,
      '2025-11-02T00:00:00-04:00',
      160,
      ['firstPass'],
      '2025-11-02T01:40:00-04:00',
    ],
    [
      'seconds dropped',
      office,
      '2026-12-21T09:00:08-05:00',
      1,
      ['secondsDropped'],
      '2026-12-21T09:01:00-05:00',
    ],
    ['seconds up', office, '2026-12-21T09:00:08-05:00', 1, ['secondsUp'], '2026-12-21T09:02:00-05:00'],
  ])('%s', (_, calendar, start, minutes, without, expected) => {
    const answer = openTimeAnswer({ calendar, start: at(start), minutes }, without);
    expect(Temporal.Instant.fromEpochMilliseconds(answer)).toEqual(Temporal.Instant.from(expected));
  });

  it('business days', () => {
    const saturday = { date: '2026-12-19', days: 5 };
    expect(businessDayAnswer(saturday)).toBe('2026-12-28');
    expect(businessDayAnswer(saturday, ['holidays'])).toBe('2026-12-25');
    expect(businessDayAnswer(saturday, ['roll'])).toBe('2026-12-29');
  });
});

describe('whyDifferent', () => {
  const question = { calendar: office, start: at('2026-12-24T16:30:08-05:00'), minutes: 30 };
  const why = (theirs: string): string =>
    whyDifferent(openTimeMistakes, (without) => openTimeAnswer(question, without), at(theirs));

  it('names the fewest mistakes that give the answer', () => {
    expect(why('2026-12-28T09:00:00-05:00')).toBe(
      `${openTimeMistakes.nextOpening}; ${openTimeMistakes.secondsDropped}`,
    );
    expect(why('2026-12-24T17:00:00-05:00')).toBe(openTimeMistakes.secondsDropped);
    expect(why('2026-12-25T09:00:08-05:00')).toBe(openTimeMistakes.holidays);
  });

  it('admits that nothing explains it', () => {
    expect(why('2026-12-24T16:31:00-05:00')).toBe('unexplained');
  });

  it('tells business days apart, too', () => {
    const saturday = { date: '2026-12-19', days: 5 };
    expect(
      whyDifferent(businessDayMistakes, (without) => businessDayAnswer(saturday, without), '2026-12-25'),
    ).toBe(businessDayMistakes.holidays);
  });
});

describe('byReason', () => {
  it('counts, keeps the first example, the most frequent first', () => {
    const differing = ['rare', 'often', 'often'].map((reason, index) => ({
      reason,
      example: { input: { index }, ours: '1', theirs: '2' },
    }));
    expect(byReason(differing)).toEqual([
      { reason: 'often', count: 2, example: { input: { index: 1 }, ours: '1', theirs: '2' } },
      { reason: 'rare', count: 1, example: { input: { index: 0 }, ours: '1', theirs: '2' } },
    ]);
  });
});
