import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import {
  days2,
  days60,
  extended,
  hours24,
  hours8,
  met,
  office,
  paused,
  replay,
  resumed,
  started,
} from './clock-requests.fixture';
import { ops } from './ops';

describe('clock.replay: problems, each at its place', () => {
  const start = started('2026-03-02T12:00:00Z');
  const now = '2026-03-02T13:00:00Z';

  it.each([
    ['no sla', undefined, [start], now, 'input.missing', 'sla'],
    ['an unknown unit', { ...hours24, unit: 'hours' }, [start], now, 'input.notAChoice', 'sla.unit'],
    [
      'days on an hours clock (rule 5)',
      { ...hours24, amount: '2 days' },
      [start],
      now,
      'clock.daysOnHoursClock',
      'sla.amount',
    ],
    [
      'days in an object on an hours clock',
      { ...hours8, amount: { days: 2 } },
      [start],
      now,
      'clock.daysOnHoursClock',
      'sla.amount',
    ],
    [
      'days beside the amount of an hours clock',
      { ...hours8, days: 2 },
      [start],
      now,
      'clock.daysOnHoursClock',
      'sla.days',
    ],
    [
      'days by another name beside the amount of an hours clock',
      { ...hours8, amountDays: 2 },
      [start],
      now,
      'clock.daysOnHoursClock',
      'sla.amountDays',
    ],
    ['no amount', { unit: 'elapsedHours', zone: 'UTC' }, [start], now, 'input.missing', 'sla.amount'],
    [
      'an amount that is no number',
      { ...hours24, amount: 'soon' },
      [start],
      now,
      'decimal.malformed',
      'sla.amount',
    ],
    ['a negative amount', { ...hours24, amount: -1 }, [start], now, 'clock.amountNegative', 'sla.amount'],
    ['half a day', { ...days2, amount: 0.5 }, [start], now, 'clock.daysNotWhole', 'sla.amount'],
    ['too many hours', { ...hours24, amount: 1e6 }, [start], now, 'clock.amountTooLarge', 'sla.amount'],
    ['too many days', { ...days60, amount: 1e6 }, [start], now, 'clock.amountTooLarge', 'sla.amount'],
    ['no zone (rule 1)', { unit: 'elapsedHours', amount: 1 }, [start], now, 'input.missing', 'sla.zone'],
    ['a fixed offset (rule 1)', { ...hours24, zone: '-05:00' }, [start], now, 'zone.fixedOffset', 'sla.zone'],
    ['a bad cut-off', { ...days2, cutOff: '25:00' }, [start], now, 'clock.cutOffInvalid', 'sla.cutOff'],
    ['a cut-off at noon', { ...days2, cutOff: 'noon' }, [start], now, 'clock.cutOffInvalid', 'sla.cutOff'],
    [
      'a cut-off after the end of the day',
      { ...days2, cutOff: '24:00:01' },
      [start],
      now,
      'clock.cutOffInvalid',
      'sla.cutOff',
    ],
    [
      'a cut-off at midnight',
      { ...days2, cutOff: '00:00' },
      [start],
      now,
      'clock.cutOffInvalid',
      'sla.cutOff',
    ],
    [
      'an unknown origin rule',
      { ...days2, originRule: 'x' },
      [start],
      now,
      'input.notAChoice',
      'sla.originRule',
    ],
    [
      'a pause reason that is no text',
      { ...hours8, pauseReasons: ['a', 5] },
      [start],
      now,
      'input.notText',
      'sla.pauseReasons.1',
    ],
    [
      'an empty pause reason',
      { ...hours8, pauseReasons: [''] },
      [start],
      now,
      'input.notText',
      'sla.pauseReasons.0',
    ],
    [
      'an extension in a foreign unit',
      { ...hours8, extension: { unit: 'calendarDays', maximum: 1 } },
      [start],
      now,
      'clock.unitMixed',
      'sla.extension.unit',
    ],
    ['events that are no list', hours24, {}, now, 'input.notAList', 'events'],
    ['no events', hours24, undefined, now, 'input.missing', 'events'],
    ['an event that is no object', hours24, [start, 5], now, 'input.notAnObject', 'events.1'],
    [
      'an unknown event',
      hours24,
      [start, { type: 'stopped', at: now }],
      now,
      'input.notAChoice',
      'events.1.type',
    ],
    ['an event at no instant', hours24, [start, met('2026-03-02')], now, 'instant.malformed', 'events.1.at'],
    ['an event without instant', hours24, [{ type: 'started' }], now, 'input.missing', 'events.0.at'],
    [
      'a pause on elapsed hours (rule 7)',
      { ...hours24, pauseReasons: ['waiting for member'] },
      [start, paused(now)],
      now,
      'clock.pauseNotAllowed',
      'events.1',
    ],
    [
      'a pause without reason',
      hours8,
      [start, { type: 'paused', at: now }],
      now,
      'input.missing',
      'events.1.reason',
    ],
    [
      'a pause for an unlisted reason',
      hours8,
      [start, paused(now, 'lunch')],
      now,
      'clock.pauseReasonNotListed',
      'events.1.reason',
    ],
    [
      'an extension without approver',
      hours24,
      [start, extended(now, { amount: 1, approver: undefined })],
      now,
      'input.missing',
      'events.1.approver',
    ],
    [
      'an extension with an empty reason',
      hours24,
      [start, extended(now, { amount: 1, reason: ' ' })],
      now,
      'input.missing',
      'events.1.reason',
    ],
    [
      'an extension by nothing',
      hours24,
      [start, extended(now, { amount: 0 })],
      now,
      'clock.extensionEmpty',
      'events.1.amount',
    ],
    [
      'an extension without amount',
      hours24,
      [start, extended(now, {})],
      now,
      'input.missing',
      'events.1.amount',
    ],
    [
      'days on an hours clock, extended (rule 5)',
      hours8,
      [start, extended(now, { days: 1 })],
      now,
      'clock.daysOnHoursClock',
      'events.1.days',
    ],
    [
      'hours on a days clock, extended (rule 5)',
      days2,
      [start, extended(now, { hours: 1 })],
      now,
      'clock.unitMixed',
      'events.1.hours',
    ],
    [
      'an extension in a foreign unit',
      hours8,
      [start, extended(now, { amount: 1, unit: 'calendarDays' })],
      now,
      'clock.unitMixed',
      'events.1.unit',
    ],
    [
      'an extension in another unit than the policy’s',
      { ...hours24, extension: { maximum: 5 } },
      [start, extended(now, { amount: 1, unit: 'calendarDays' })],
      now,
      'clock.unitMixed',
      'events.1.unit',
    ],
    [
      'extensions beyond the maximum together (rule 9)',
      { ...hours24, extension: { maximum: 5 } },
      [start, extended(now, { amount: 3 }), extended(now, { amount: 3 })],
      now,
      'clock.extensionBeyondMaximum',
      'events.2.amount',
    ],
    ['two starts (rule 11)', hours24, [start, start], now, 'clock.alreadyStarted', 'events.1'],
    [
      'met before the start',
      hours24,
      [met('2026-03-01T12:00:00Z'), start],
      now,
      'clock.notStarted',
      'events.0',
    ],
    ['paused twice', hours8, [start, paused(now), paused(now)], now, 'clock.alreadyPaused', 'events.2'],
    ['resumed without a pause', hours8, [start, resumed(now)], now, 'clock.notPaused', 'events.1'],
    [
      'resumed without a pause, after an extension',
      hours8,
      [start, extended(now, { amount: 1 }), resumed(now)],
      now,
      'clock.notPaused',
      'events.2',
    ],
    [
      'paused twice, with an extension between',
      hours8,
      [start, paused(now), extended(now, { amount: 1 }), paused(now)],
      now,
      'clock.alreadyPaused',
      'events.3',
    ],
    [
      'anything after the end',
      hours24,
      [start, met(now), resumed(now)],
      now,
      'clock.alreadyEnded',
      'events.2',
    ],
    [
      'a pause longer than the calendar is looked ahead',
      hours8,
      [start, paused(now), resumed('2127-03-02T12:00:00Z')],
      '2127-03-02T12:00:00Z',
      'calendar.beyondHorizon',
      'events.2',
    ],
    [
      'read later than the calendar is looked ahead',
      hours8,
      [start],
      '2127-03-02T12:00:00Z',
      'calendar.beyondHorizon',
      '',
    ],
    ['no instant to read at', hours24, [start], undefined, 'input.missing', 'at'],
    ['a wrong instant to read at', hours24, [start], 'today', 'instant.malformed', 'at'],
    [
      'a deadline beyond the years that can be written',
      { ...days60, amount: 36_000 },
      [started('9950-01-01T00:00:00Z')],
      '9950-01-01T00:00:00Z',
      'clock.beyondYears',
      '',
    ],
  ])('%s', (_, sla, events, at, code, path) => {
    const outcome = ops['clock.replay']?.({ sla, events, at, calendar: office });
    expect(outcome).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });

  it.each([
    ['no calendar for business hours', {}, 'clock.calendarMissing', 'calendar'],
    [
      'a wrong calendar',
      { calendar: { timezone: 'UTC', hours: { mon: 5 } } },
      'input.notAList',
      'calendar.hours.mon',
    ],
    ['a calendar that never opens', { calendar: { timezone: 'UTC', hours: {} } }, 'calendar.neverOpen', ''],
    [
      'a replacement whose calendar never opens',
      {
        calendar: office,
        replacements: [{ at: now, sla: hours8, calendar: { timezone: 'UTC', hours: {} } }],
      },
      'calendar.neverOpen',
      '',
    ],
    [
      'no version known yet',
      { calendarVersions: [{ knownFrom: '2026-06-01T00:00:00Z', calendar: office }] },
      'calendar.noVersion',
      'calendarVersions',
    ],
    [
      'a version without a calendar',
      { calendarVersions: [{ knownFrom: '2026-06-01T00:00:00Z' }] },
      'input.missing',
      'calendarVersions.0.calendar',
    ],
  ])('%s', (_, more, code, path) => {
    expect(replay(hours8, [start], now, more)).toMatchObject({ problem: { code, detail: aSentence, path } });
  });

  it('a calendar that never opens, for days that are rolled', () => {
    const calendar = { timezone: 'UTC', hours: {} };
    expect(replay({ ...days2, originRule: 'roll' }, [start], now, { calendar })).toMatchObject({
      problem: { code: 'calendar.neverOpen', path: '' },
    });
  });

  it('an extension for which the calendar is not open long enough, at its event', () => {
    const calendar = { timezone: 'UTC', hours: {}, overrides: { '2026-03-02': [['08:00', '17:00']] } };
    const events = [start, extended(now, { amount: 1 })];
    expect(replay({ ...hours8, amount: 5 }, [start], now, { calendar })).toMatchObject({ remaining: 4 });
    expect(replay({ ...hours8, amount: 5 }, events, now, { calendar })).toMatchObject({
      problem: { code: 'calendar.neverOpen', path: 'events.1' },
    });
  });
});
