import { describe, expect, it } from '@jest/globals';
import {
  type Calendar,
  calendarFromJson,
  formatInstant,
  formatLocalDate,
  nanosecondsPerHour,
} from '../calendars';
import type { Outcome } from '../outcome';
import { valueOf } from '../value-of.fixture';
import { type ClockArithmetic, type Due, clockArithmetic } from './clock-arithmetic';
import { office } from './clock-requests.fixture';
import { type ClockTerms, type ClockUnit, countsDays } from './clock-terms';
import { parseClockTerms } from './parse-clock-terms';

const zone = 'America/New_York';
const week = valueOf(calendarFromJson(office));
const once = valueOf(
  calendarFromJson({ timezone: zone, hours: {}, overrides: { '2026-12-23': [['09:00', '17:00']] } }),
);
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const terms = (unit: ClockUnit, more: object = {}): ClockTerms =>
  valueOf(parseClockTerms({ unit, amount: 1, zone, ...more }));
const from = (
  unit: ClockUnit,
  start: string,
  more: object = {},
  calendar: Calendar | undefined = week,
): ClockArithmetic => valueOf(clockArithmetic(terms(unit, more), calendar, at(start)));
/** Hours as nanoseconds, days as they are. */
const amount = (unit: ClockUnit, count: number): bigint =>
  countsDays(unit) ? BigInt(count) : (BigInt(count * 3600) * nanosecondsPerHour) / 3600n;
const told = ({ instant, date, moved }: Due): unknown[] => [
  formatInstant(instant, zone),
  date === null ? null : formatLocalDate(date),
  moved,
];
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'none' : outcome.problem.code);

const wednesday = '2026-12-23T12:00:00-05:00';

describe('how long something took, in the clock’s own unit (rule 5)', () => {
  it.each<[string, ClockUnit, string, string, number]>([
    ['elapsed hours', 'elapsedHours', wednesday, '2026-12-26T12:00:00-05:00', 72],
    [
      'over a clock change too (rule 7)',
      'elapsedHours',
      '2026-10-31T12:00:00-04:00',
      '2026-11-01T12:00:00-05:00',
      25,
    ],
    ['open hours', 'businessHours', wednesday, '2026-12-28T10:00:00-05:00', 14],
    ['none while closed', 'businessHours', '2026-12-25T00:00:00-05:00', '2026-12-28T09:00:00-05:00', 0],
    ['business days', 'businessDays', wednesday, '2026-12-29T08:00:00-05:00', 3],
    ['none within one date', 'businessDays', '2026-12-23T13:00:00-05:00', '2026-12-23T23:59:59-05:00', 0],
    ['none over a weekend', 'businessDays', '2026-12-26T00:00:00-05:00', '2026-12-27T23:00:00-05:00', 0],
    ['calendar days', 'calendarDays', wednesday, '2026-12-29T08:00:00-05:00', 6],
    ['by local dates, not by UTC', 'calendarDays', wednesday, '2026-12-23T23:59:59-05:00', 0],
    ['a day from its first second on', 'calendarDays', wednesday, '2026-12-24T00:00:00-05:00', 1],
  ])('%s', (_, unit, one, other, count) => {
    expect(valueOf(from(unit, wednesday).measure(at(one), at(other)))).toBe(amount(unit, count));
  });

  it('nothing is used before the day a rolled clock counts from', () => {
    const rolled = from('businessDays', '2026-12-25T10:00:00-05:00', { originRule: 'roll' });
    expect(valueOf(rolled.measure(at('2026-12-25T11:00:00-05:00'), at('2026-12-28T08:00:00-05:00')))).toBe(
      0n,
    );
    expect(valueOf(rolled.measure(at('2026-12-25T11:00:00-05:00'), at('2026-12-29T08:00:00-05:00')))).toBe(
      1n,
    );
    expect(valueOf(rolled.measure(at('2026-12-25T11:00:00-05:00'), at('2026-12-27T08:00:00-05:00')))).toBe(
      0n,
    );
  });
});

describe('when an amount counted from the start is used up', () => {
  it.each<[string, ClockUnit, number, object, unknown[]]>([
    ['72 h', 'elapsedHours', 72, {}, ['2026-12-26T12:00:00-05:00', null, false]],
    ['at once', 'elapsedHours', 0, {}, [wednesday, null, false]],
    ['13 open hours', 'businessHours', 13, {}, ['2026-12-24T17:00:00-05:00', null, false]],
    ['and a quarter', 'businessHours', 13.25, {}, ['2026-12-28T09:15:00-05:00', null, false]],
    [
      'the end of the second business day (rule 6)',
      'businessDays',
      2,
      {},
      ['2026-12-29T00:00:00-05:00', '2026-12-28', false],
    ],
    [
      'or its cut-off',
      'businessDays',
      2,
      { cutOff: '17:00' },
      ['2026-12-28T17:00:00-05:00', '2026-12-28', false],
    ],
    ['the end of the second date', 'calendarDays', 2, {}, ['2026-12-26T00:00:00-05:00', '2026-12-25', false]],
    [
      'or its cut-off',
      'calendarDays',
      2,
      { cutOff: '08:30' },
      ['2026-12-25T08:30:00-05:00', '2026-12-25', false],
    ],
    ['today', 'calendarDays', 0, {}, ['2026-12-24T00:00:00-05:00', '2026-12-23', false]],
  ])('%s', (_, unit, count, more, expected) => {
    const due = from(unit, wednesday, more).due(amount(unit, count), at(wednesday));
    expect(told(valueOf(due))).toEqual(expected);
  });

  it.each<[string, ClockUnit, number, string, unknown[]]>([
    [
      'hours: to where it runs again',
      'elapsedHours',
      1,
      '2026-12-23T15:00:00-05:00',
      ['2026-12-23T15:00:00-05:00', null, true],
    ],
    [
      'not at that very instant',
      'elapsedHours',
      3,
      '2026-12-23T15:00:00-05:00',
      ['2026-12-23T15:00:00-05:00', null, false],
    ],
    [
      'open hours: likewise',
      'businessHours',
      1,
      '2026-12-26T15:00:00-05:00',
      ['2026-12-26T15:00:00-05:00', null, true],
    ],
    [
      'days: to a cut-off still to come today',
      'businessDays',
      0,
      '2026-12-28T16:00:00-05:00',
      ['2026-12-28T17:00:00-05:00', '2026-12-28', true],
    ],
    [
      'that is just reached',
      'businessDays',
      0,
      '2026-12-28T17:00:00-05:00',
      ['2026-12-28T17:00:00-05:00', '2026-12-28', true],
    ],
    [
      'else to the next counted day',
      'businessDays',
      0,
      '2026-12-24T17:00:01-05:00',
      ['2026-12-28T17:00:00-05:00', '2026-12-28', true],
    ],
    [
      'from a closed day to the next open one',
      'businessDays',
      0,
      '2026-12-26T10:00:00-05:00',
      ['2026-12-28T17:00:00-05:00', '2026-12-28', true],
    ],
    [
      'dates: to today',
      'calendarDays',
      1,
      '2026-12-26T10:00:00-05:00',
      ['2026-12-26T17:00:00-05:00', '2026-12-26', true],
    ],
    [
      'or tomorrow',
      'calendarDays',
      1,
      '2026-12-26T18:00:00-05:00',
      ['2026-12-27T17:00:00-05:00', '2026-12-27', true],
    ],
    [
      'not what is due at its cut-off itself',
      'calendarDays',
      1,
      '2026-12-24T17:00:00-05:00',
      ['2026-12-24T17:00:00-05:00', '2026-12-24', false],
    ],
  ])(
    'a deadline is moved that would lie before the clock ran again; %s',
    (_, unit, count, since, expected) => {
      const cutOff = countsDays(unit) ? { cutOff: '17:00' } : {};
      const due = from(unit, wednesday, cutOff).due(amount(unit, count), at(since));
      expect(told(valueOf(due))).toEqual(expected);
    },
  );

  it.each<[string, object, string, string]>([
    [
      'the end of a day is its last midnight',
      { zone: 'America/St_Johns' },
      '2010-11-05T12:00:00Z',
      '2010-11-07T03:30:00Z',
    ],
    [
      'a named time the first at which clocks show it',
      { zone, cutOff: '01:30' },
      '2026-10-31T12:00:00Z',
      '2026-11-01T05:30:00Z',
    ],
    [
      'a time they skip is as far behind the change',
      { zone, cutOff: '02:30' },
      '2026-03-07T12:00:00Z',
      '2026-03-08T07:30:00Z',
    ],
  ])('a cut-off where clocks change: %s', (_, more, start, expected) => {
    const due = valueOf(from('calendarDays', start, more).due(1n, at(start)));
    expect(due.instant.toString()).toBe(expected);
  });
});

describe('what is left', () => {
  it.each<[string, ClockUnit, number, string, number]>([
    ['hours', 'elapsedHours', 72, '2026-12-24T12:00:00-05:00', 48],
    ['overdue hours', 'elapsedHours', 24, '2026-12-24T15:00:00-05:00', -3],
    ['open hours', 'businessHours', 8, '2026-12-24T10:00:00-05:00', 2],
    ['overdue open hours', 'businessHours', 8, '2026-12-28T10:00:00-05:00', -6],
    ['business days', 'businessDays', 3, '2026-12-24T23:00:00-05:00', 2],
    ['none on the last day', 'businessDays', 1, '2026-12-24T23:59:59-05:00', 0],
    ['overdue business days', 'businessDays', 1, '2026-12-29T01:00:00-05:00', -2],
    ['dates', 'calendarDays', 10, '2026-12-24T23:00:00-05:00', 9],
    ['overdue dates', 'calendarDays', 1, '2026-12-29T01:00:00-05:00', -5],
  ])('%s', (_, unit, count, when, left) => {
    const arithmetic = from(unit, wednesday);
    const due = valueOf(arithmetic.due(amount(unit, count), at(wednesday)));
    expect(valueOf(arithmetic.left(at(when), due))).toBe(amount(unit, left));
  });

  it('of days counted to a deadline of another clock is counted to its local date', () => {
    const due: Due = { instant: at('2026-12-29T03:00:00Z'), date: null, moved: false };
    expect(valueOf(from('calendarDays', wednesday).left(at(wednesday), due))).toBe(5n);
  });
});

describe('how the start was understood (rule 6)', () => {
  const saturday = '2026-12-26T10:00:00-05:00';
  const rolled = {
    rule: 'clock.originRolled',
    facts: { received: '2026-12-26', to: '2026-12-28' },
  };

  it.each<[string, ClockUnit, string, object, unknown[], string]>([
    ['a closed day rolls', 'businessDays', saturday, { originRule: 'roll' }, [rolled], '2026-12-29'],
    ['or counts', 'businessDays', saturday, { originRule: 'count' }, [], '2026-12-28'],
    ['an open day never rolls', 'businessDays', wednesday, { originRule: 'roll' }, [], '2026-12-24'],
    ['dates know no closed day', 'calendarDays', saturday, { originRule: 'roll' }, [], '2026-12-27'],
  ])('%s', (_, unit, start, more, origin, date) => {
    const arithmetic = from(unit, start, more);
    expect(arithmetic.origin).toEqual(origin);
    expect(told(valueOf(arithmetic.due(1n, at(start))))[1]).toBe(date);
  });

  it.each<ClockUnit>(['elapsedHours', 'businessHours'])('%s need not say it', (unit) => {
    expect(from(unit, saturday).origin).toEqual([]);
  });
});

describe('what the calendar refuses', () => {
  const [start, centuryOn] = [at(wednesday), at('2127-01-01T00:00:00Z')];

  it.each<[ClockUnit, unknown]>([
    ['elapsedHours', { ok: true }],
    ['calendarDays', { ok: true }],
    [
      'businessHours',
      {
        problem: {
          code: 'clock.calendarMissing',
          detail: 'A clock of businessHours needs a calendar.',
          path: 'calendar',
        },
      },
    ],
    [
      'businessDays',
      {
        problem: {
          code: 'clock.calendarMissing',
          detail: 'A clock of businessDays needs a calendar.',
          path: 'calendar',
        },
      },
    ],
  ])('%s without a calendar', (unit, expected) => {
    expect(clockArithmetic(terms(unit), undefined, start)).toMatchObject(expected as object);
  });

  it.each<[string, Outcome<unknown>, string]>([
    [
      'a start that never rolls to an open day',
      clockArithmetic(terms('businessDays', { originRule: 'roll' }), once, at('2026-12-24T12:00:00-05:00')),
      'calendar.neverOpen',
    ],
    [
      'more open hours than there are',
      from('businessHours', wednesday, {}, once).due(amount('businessHours', 6), start),
      'calendar.neverOpen',
    ],
    [
      'more business days than there are',
      from('businessDays', wednesday, {}, once).due(1n, start),
      'calendar.neverOpen',
    ],
    [
      'no business day is left when it runs again',
      from('businessDays', wednesday, {}, once).due(0n, at('2026-12-28T12:00:00-05:00')),
      'calendar.neverOpen',
    ],
    [
      'running again after a hundred years',
      from('businessDays', wednesday).due(0n, centuryOn),
      'calendar.beyondHorizon',
    ],
    [
      'open hours over a hundred years',
      from('businessHours', wednesday).measure(start, centuryOn),
      'calendar.beyondHorizon',
    ],
    [
      'business days over a hundred years',
      from('businessDays', wednesday).measure(start, centuryOn),
      'calendar.beyondHorizon',
    ],
  ])('%s', (_, outcome, code) => {
    expect(codeOf(outcome)).toBe(code);
  });
});
