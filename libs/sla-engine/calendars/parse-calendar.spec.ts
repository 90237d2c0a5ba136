import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { parseLocalDate } from './epoch-day';
import { parseCalendar } from './parse-calendar';

const week = { mon: [['09:00', '17:00']] };
const base = { timezone: 'America/New_York', hours: week };

describe('parseCalendar', () => {
  it('reads every part, ranges in order, the zone in its registered spelling', () => {
    const outcome = parseCalendar({
      name: 'Member line',
      timezone: 'america/new_york',
      hours: {
        mon: [
          ['13:00', '17:00'],
          ['09:00', '13:00'],
        ],
        fri: [['22:00', '30:00']],
        sun: [],
      },
      holidays: ['2026-12-25', { date: '2026-07-03', name: 'Independence Day (observed)' }],
      overrides: { '2026-12-24': [['09:00', '12:00:30']], '2026-12-31': [] },
      breaks: { '2026-03-02': [['12:00', '13:00']] },
    });
    expect(outcome).toEqual({
      ok: true,
      value: {
        zone: 'America/New_York',
        weekly: [
          [
            { from: 32_400, to: 46_800 },
            { from: 46_800, to: 61_200 },
          ],
          [],
          [],
          [],
          [{ from: 79_200, to: 108_000 }],
          [],
          [],
        ],
        holidays: new Map([
          [parseLocalDate('2026-12-25'), ''],
          [parseLocalDate('2026-07-03'), 'Independence Day (observed)'],
        ]),
        overrides: new Map([
          [parseLocalDate('2026-12-24'), [{ from: 32_400, to: 43_230 }]],
          [parseLocalDate('2026-12-31'), []],
        ]),
        breaks: new Map([[parseLocalDate('2026-03-02'), [{ from: 43_200, to: 46_800 }]]]),
      },
    });
  });

  it.each([
    ['a list', [], 'input.notAnObject', ''],
    ['nothing', undefined, 'input.notAnObject', ''],
    ['no zone', { hours: week }, 'input.missing', 'timezone'],
    ['a zone that is a number', { ...base, timezone: 5 }, 'input.notText', 'timezone'],
    ['an unknown zone', { ...base, timezone: 'America/Gotham' }, 'zone.unknown', 'timezone'],
    ['a fixed offset (rule 1)', { ...base, timezone: '-05:00' }, 'zone.fixedOffset', 'timezone'],
    ['no hours', { timezone: 'UTC' }, 'input.missing', 'hours'],
    ['hours as a list', { ...base, hours: [] }, 'input.notAnObject', 'hours'],
    ['an unknown weekday', { ...base, hours: { monday: [] } }, 'calendar.weekdayUnknown', 'hours.monday'],
    ['a weekday that is null', { ...base, hours: { mon: null } }, 'input.missing', 'hours.mon'],
    ['a weekday that is no list', { ...base, hours: { mon: '09:00' } }, 'input.notAList', 'hours.mon'],
    ['a misspelt field', { ...base, holiday: ['2026-12-25'] }, 'calendar.fieldUnknown', 'holiday'],
    ['a range that is text', { ...base, hours: { mon: ['09:00'] } }, 'calendar.rangeInvalid', 'hours.mon.0'],
    ['a range of one', { ...base, hours: { mon: [['09:00']] } }, 'calendar.rangeInvalid', 'hours.mon.0'],
    [
      'a range of three',
      { ...base, hours: { mon: [['09:00', '10:00', '11:00']] } },
      'calendar.rangeInvalid',
      'hours.mon.0',
    ],
    ['a range of numbers', { ...base, hours: { mon: [[9, 17]] } }, 'calendar.rangeInvalid', 'hours.mon.0'],
    [
      'no such time',
      { ...base, hours: { mon: [['09:60', '17:00']] } },
      'calendar.timeInvalid',
      'hours.mon.0.0',
    ],
    [
      'a start at 24:00',
      { ...base, hours: { mon: [['24:00', '25:00']] } },
      'calendar.timeInvalid',
      'hours.mon.0.0',
    ],
    [
      'an end beyond the next day',
      { ...base, hours: { mon: [['09:00', '48:01']] } },
      'calendar.timeInvalid',
      'hours.mon.0.1',
    ],
    [
      'an empty range',
      { ...base, hours: { mon: [['09:00', '09:00']] } },
      'calendar.rangeEmpty',
      'hours.mon.0',
    ],
    [
      'end before start',
      { ...base, hours: { mon: [['22:00', '06:00']] } },
      'calendar.rangeReversed',
      'hours.mon.0',
    ],
    [
      'overlapping ranges, in any order',
      {
        ...base,
        hours: {
          mon: [
            ['12:00', '17:00'],
            ['09:00', '12:01'],
          ],
        },
      },
      'calendar.rangeOverlap',
      'hours.mon.0',
    ],
    [
      'a holiday that is no date',
      { ...base, holidays: ['2026-02-29'] },
      'calendar.dateInvalid',
      'holidays.0',
    ],
    [
      'a named holiday without a date',
      { ...base, holidays: [{ name: 'x' }] },
      'input.missing',
      'holidays.0.date',
    ],
    [
      'a named holiday on no date',
      { ...base, holidays: [{ date: 'x' }] },
      'calendar.dateInvalid',
      'holidays.0.date',
    ],
    ['holidays as an object', { ...base, holidays: {} }, 'input.notAList', 'holidays'],
    [
      'an override on no date',
      { ...base, overrides: { '24-12-2026': [] } },
      'calendar.dateInvalid',
      'overrides.24-12-2026',
    ],
    [
      'a break with a bad range',
      { ...base, breaks: { '2026-03-02': [['13:00', '12:00']] } },
      'calendar.rangeReversed',
      'breaks.2026-03-02.0',
    ],
  ])('refuses %s', (_, input, code, path) => {
    expect(parseCalendar(input)).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });

  it('may describe itself', () => {
    const described = {
      id: 'c',
      name: 'Member line',
      description: 'Calls of members',
      version: 3,
      knownFrom: '2026-01-01T00:00:00Z',
      source: 'Contract 4.2',
    };
    expect(parseCalendar({ ...base, ...described })).toEqual(parseCalendar(base));
  });

  it.each([
    [
      'a misspelt field',
      { ...base, holiday: [] },
      'A calendar has timezone, hours, holidays, overrides, breaks; not "holiday".',
    ],
    [
      'an unknown weekday',
      { ...base, hours: { monday: [] } },
      'Weekdays are mon, tue, wed, thu, fri, sat, sun; not "monday".',
    ],
    ['no date', { ...base, holidays: ['x'] }, '"x" is not a date of the form 2026-12-25.'],
    [
      'no pair',
      { ...base, hours: { mon: [5] } },
      'Expected a pair of local times such as ["09:00", "17:00"].',
    ],
    [
      'no opening time',
      { ...base, hours: { mon: [['24:00', '25:00']] } },
      '"24:00" is not a time from 00:00 to 23:59:59.',
    ],
    [
      'no closing time',
      { ...base, hours: { mon: [['09:00', '49:00']] } },
      '"49:00" is not a time from 00:00 to 48:00.',
    ],
    [
      'nothing',
      { ...base, hours: { mon: [['09:00', '09:00']] } },
      '09:00 to 09:00 is empty; a whole day is 00:00 to 24:00.',
    ],
    [
      'reversed',
      { ...base, hours: { mon: [['22:00', '06:00']] } },
      '06:00 is before 22:00; a range across midnight adds 24 hours to its end, such as "30:00" for 6 in the morning.',
    ],
    [
      'overlapping',
      {
        ...base,
        hours: {
          mon: [
            ['09:00', '12:01'],
            ['12:00', '13:00'],
          ],
        },
      },
      'Ranges of one day must not overlap.',
    ],
  ])('says what is wrong with a range or name: %s', (_, input, detail) => {
    expect(parseCalendar(input)).toMatchObject({ problem: { detail } });
  });

  it('ranges may touch, and one may last two days', () => {
    const outcome = parseCalendar({
      timezone: 'UTC',
      hours: {
        mon: [['00:00', '48:00']],
        wed: [
          ['09:00', '12:00'],
          ['12:00', '13:00'],
        ],
      },
    });
    expect(outcome.ok && [outcome.value.weekly[0], outcome.value.weekly[2]?.length]).toEqual([
      [{ from: 0, to: 172_800 }],
      2,
    ]);
  });
});
