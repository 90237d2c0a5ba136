import { describe, expect, it } from '@jest/globals';
import { ops } from './ops';

const office = {
  timezone: 'America/New_York',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
};
const zone = 'America/New_York';
const hours24 = { unit: 'elapsedHours', amount: 24, zone };
const hours8 = { unit: 'businessHours', amount: 8, zone, pauseReasons: ['waiting for member'] };
const days2 = { unit: 'businessDays', amount: 2, zone, pauseReasons: ['waiting for member'] };
const days60 = { unit: 'calendarDays', amount: 60, zone };

type Event = Record<string, unknown>;
const started = (at: string): Event => ({ type: 'started', at });
const met = (at: string): Event => ({ type: 'met', at });
const pausedAt = (at: string, reason = 'waiting for member'): Event => ({ type: 'paused', at, reason });
const resumed = (at: string): Event => ({ type: 'resumed', at });
const extended = (at: string, more: object): Event => ({
  type: 'extended',
  at,
  reason: 'records asked for',
  approver: 'Medical director',
  ...more,
});

function replay(sla: object, events: unknown, at: unknown, more: object = { calendar: office }) {
  const outcome = ops['clock.replay']?.({ sla, events, at, ...more });
  return outcome?.ok === true ? (outcome.value as Record<string, unknown>) : { problem: outcome?.problem };
}

describe('clock.replay: one clock in each unit', () => {
  it.each([
    [
      '24 h are elapsed, over the clock change too (rule 7)',
      hours24,
      [started('2026-10-31T12:00:00-04:00')],
      '2026-10-31T18:00:00-04:00',
      { state: 'running', deadline: '2026-11-01T11:00:00-05:00', remaining: 18, breachedAt: null },
    ],
    [
      'at the deadline itself it can still be met (rule 4)',
      hours24,
      [started('2026-03-02T12:00:00Z')],
      '2026-03-03T12:00:00Z',
      { state: 'running', deadline: '2026-03-03T07:00:00-05:00', remaining: 0, breachedAt: null },
    ],
    [
      'a nanosecond later it is breached, at the deadline (rule 12)',
      hours24,
      [started('2026-03-02T12:00:00Z')],
      '2026-03-03T12:00:00.000000001Z',
      { state: 'breached', deadline: '2026-03-03T07:00:00-05:00', breachedAt: '2026-03-03T07:00:00-05:00' },
    ],
    [
      'met on the boundary is met (rule 4)',
      hours24,
      [started('2026-03-02T12:00:00Z'), met('2026-03-03T12:00:00Z')],
      '2026-05-01T00:00:00Z',
      { state: 'met', deadline: '2026-03-03T07:00:00-05:00', remaining: 0, breachedAt: null },
    ],
    [
      'met a nanosecond late is breached (rule 4)',
      hours24,
      [started('2026-03-02T12:00:00Z'), met('2026-03-03T12:00:00.000000001Z')],
      '2026-05-01T00:00:00Z',
      { state: 'breached', breachedAt: '2026-03-03T07:00:00-05:00' },
    ],
    [
      'found late, breached at the deadline (rule 12)',
      hours24,
      [started('2026-03-02T12:00:00Z')],
      '2026-03-13T12:00:00Z',
      { state: 'breached', remaining: -240, breachedAt: '2026-03-03T07:00:00-05:00' },
    ],
    [
      'business hours run only while open',
      hours8,
      [started('2026-12-24T16:00:00-05:00')],
      '2026-12-24T16:30:00-05:00',
      { state: 'running', deadline: '2026-12-28T16:00:00-05:00', remaining: 7.5, breachedAt: null },
    ],
    [
      'a business-hours deadline at close is the close (rule 3)',
      hours8,
      [started('2026-12-23T09:00:00-05:00')],
      '2026-12-23T10:00:00-05:00',
      { state: 'running', deadline: '2026-12-23T17:00:00-05:00', remaining: 7 },
    ],
    [
      'received at night, met before opening',
      hours8,
      [started('2026-12-22T20:00:00-05:00'), met('2026-12-23T08:00:00-05:00')],
      '2026-12-23T10:00:00-05:00',
      { state: 'met', remaining: 8 },
    ],
    [
      'business days exclude the trigger day, due at the end of the day (rule 6)',
      days2,
      [started('2026-12-23T16:59:00-05:00')],
      '2026-12-24T12:00:00-05:00',
      { state: 'running', deadline: '2026-12-29T00:00:00-05:00', remaining: 1, breachedAt: null },
    ],
    [
      'or at the stated cut-off',
      { ...days2, cutOff: '17:00' },
      [started('2026-12-23T16:59:00-05:00')],
      '2026-12-28T17:00:00.5-05:00',
      { state: 'breached', deadline: '2026-12-28T17:00:00-05:00', breachedAt: '2026-12-28T17:00:00-05:00' },
    ],
    [
      'the local date is that of the zone of the SLA',
      days2,
      [started('2026-12-24T02:00:00Z')],
      '2026-12-24T12:00:00-05:00',
      { deadline: '2026-12-29T00:00:00-05:00' },
    ],
    [
      'received on a closed day, count',
      days2,
      [started('2026-12-25T10:00:00-05:00')],
      '2026-12-25T12:00:00-05:00',
      { deadline: '2026-12-30T00:00:00-05:00', remaining: 2 },
    ],
    [
      'received on a closed day, roll',
      { ...days2, originRule: 'roll' },
      [started('2026-12-25T10:00:00-05:00')],
      '2026-12-25T12:00:00-05:00',
      { deadline: '2026-12-31T00:00:00-05:00', remaining: 2 },
    ],
    [
      '60 calendar days count every date',
      days60,
      [started('2026-01-31T23:59:00-05:00')],
      '2026-02-01T00:00:00-05:00',
      { state: 'running', deadline: '2026-04-02T00:00:00-04:00', remaining: 59 },
    ],
    [
      'the same day, asked for after its cut-off, is the next business day',
      { ...days2, amount: 0, cutOff: '17:00' },
      [started('2026-12-24T18:00:00-05:00')],
      '2026-12-24T18:00:00-05:00',
      { state: 'running', deadline: '2026-12-28T17:00:00-05:00', remaining: 1 },
    ],
    [
      'the same day before the cut-off',
      { ...days2, amount: 0, cutOff: '17:00' },
      [started('2026-12-24T08:00:00-05:00')],
      '2026-12-24T09:00:00-05:00',
      { state: 'running', deadline: '2026-12-24T17:00:00-05:00', remaining: 0 },
    ],
    [
      'amounts may be decimal strings',
      { ...hours24, amount: '1.5' },
      [started('2026-03-02T12:00:00Z')],
      '2026-03-02T12:00:00Z',
      { deadline: '2026-03-02T08:30:00-05:00', remaining: 1.5 },
    ],
    [
      'not started at all',
      hours24,
      [],
      '2026-03-02T12:00:00Z',
      { state: 'notStarted', deadline: null, remaining: null, breachedAt: null },
    ],
    [
      'not started yet',
      hours24,
      [started('2026-03-02T12:00:00Z')],
      '2026-03-02T11:00:00Z',
      { state: 'notStarted', deadline: null },
    ],
    [
      'what comes later has not happened',
      hours24,
      [started('2026-03-02T12:00:00Z'), met('2026-03-02T15:00:00Z')],
      '2026-03-02T13:00:00Z',
      { state: 'running', remaining: 23 },
    ],
    [
      'events in any order',
      hours24,
      [met('2026-03-02T15:00:00Z'), started('2026-03-02T12:00:00Z')],
      '2026-03-04T13:00:00Z',
      { state: 'met', remaining: 21 },
    ],
    [
      'cancelled',
      hours24,
      [started('2026-03-02T12:00:00Z'), { type: 'cancelled', at: '2026-03-02T15:00:00Z' }],
      '2026-03-04T13:00:00Z',
      { state: 'cancelled', deadline: null, remaining: null, breachedAt: null },
    ],
    [
      'cancelled after the deadline stays breached',
      hours24,
      [started('2026-03-02T12:00:00Z'), { type: 'cancelled', at: '2026-03-03T15:00:00Z' }],
      '2026-03-04T13:00:00Z',
      { state: 'breached', breachedAt: '2026-03-03T07:00:00-05:00' },
    ],
  ])('%s', (_, sla, events, at, expected) => {
    expect(replay(sla, events, at)).toMatchObject(expected);
  });
});

describe('clock.replay: pauses in the clock’s own unit (rule 9, glpi#10594)', () => {
  it.each([
    [
      'while paused there is no deadline',
      hours8,
      [started('2026-12-21T09:00:00-05:00'), pausedAt('2026-12-21T12:00:00-05:00')],
      '2026-12-30T09:00:00-05:00',
      { state: 'paused', deadline: null, remaining: 5, breachedAt: null },
    ],
    [
      'a pause adds the open time it covers',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        pausedAt('2026-12-21T12:00:00-05:00'),
        resumed('2026-12-22T10:00:00-05:00'),
      ],
      '2026-12-22T10:00:00-05:00',
      { state: 'running', deadline: '2026-12-22T15:00:00-05:00', remaining: 5 },
    ],
    [
      'a pause over the night adds nothing',
      hours8,
      [
        started('2026-12-21T10:00:00-05:00'),
        pausedAt('2026-12-21T17:00:00-05:00'),
        resumed('2026-12-22T09:00:00-05:00'),
      ],
      '2026-12-22T09:00:00-05:00',
      { deadline: '2026-12-22T10:00:00-05:00', remaining: 1 },
    ],
    [
      'pauses add up',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        pausedAt('2026-12-21T10:00:00-05:00'),
        resumed('2026-12-21T11:00:00-05:00'),
        pausedAt('2026-12-21T12:00:00-05:00'),
        resumed('2026-12-21T14:00:00-05:00'),
      ],
      '2026-12-21T14:00:00-05:00',
      { deadline: '2026-12-22T12:00:00-05:00', remaining: 6 },
    ],
    [
      'on business days, by local dates',
      days2,
      [
        started('2026-12-21T09:00:00-05:00'),
        pausedAt('2026-12-21T16:00:00-05:00'),
        resumed('2026-12-23T09:00:00-05:00'),
      ],
      '2026-12-23T10:00:00-05:00',
      { deadline: '2026-12-29T00:00:00-05:00', remaining: 2 },
    ],
    [
      'within one date, nothing',
      days2,
      [
        started('2026-12-21T09:00:00-05:00'),
        pausedAt('2026-12-21T16:00:00-05:00'),
        resumed('2026-12-21T16:30:00-05:00'),
      ],
      '2026-12-21T17:00:00-05:00',
      { deadline: '2026-12-24T00:00:00-05:00', remaining: 2 },
    ],
    [
      'over a weekend the clock is rolled past, nothing',
      { ...days2, originRule: 'roll' },
      [
        started('2026-12-19T09:00:00-05:00'),
        pausedAt('2026-12-19T10:00:00-05:00'),
        resumed('2026-12-21T10:00:00-05:00'),
      ],
      '2026-12-21T11:00:00-05:00',
      { deadline: '2026-12-24T00:00:00-05:00' },
    ],
    [
      'on calendar days',
      { ...days60, amount: 10, pauseReasons: ['waiting for member'] },
      [
        started('2026-12-01T09:00:00-05:00'),
        pausedAt('2026-12-04T10:00:00-05:00'),
        resumed('2026-12-07T10:00:00-05:00'),
      ],
      '2026-12-07T11:00:00-05:00',
      { deadline: '2026-12-15T00:00:00-05:00', remaining: 7 },
    ],
    [
      'met while paused',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        pausedAt('2026-12-21T12:00:00-05:00'),
        met('2026-12-23T12:00:00-05:00'),
      ],
      '2026-12-30T09:00:00-05:00',
      { state: 'met', deadline: '2026-12-23T17:00:00-05:00', remaining: 5 },
    ],
    [
      'paused after the deadline changes nothing',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        pausedAt('2026-12-22T12:00:00-05:00'),
        resumed('2026-12-23T12:00:00-05:00'),
      ],
      '2026-12-30T09:00:00-05:00',
      { state: 'breached', deadline: '2026-12-21T17:00:00-05:00', breachedAt: '2026-12-21T17:00:00-05:00' },
    ],
    [
      'cancelled while paused',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        pausedAt('2026-12-21T12:00:00-05:00'),
        { type: 'cancelled', at: '2026-12-22T12:00:00-05:00', reason: 'duplicate' },
      ],
      '2026-12-30T09:00:00-05:00',
      { state: 'cancelled', deadline: null },
    ],
  ])('%s', (_, sla, events, at, expected) => {
    expect(replay(sla, events, at)).toMatchObject(expected);
  });
});

describe('clock.replay: extensions are records of their own (rule 9)', () => {
  const appeal = { unit: 'elapsedHours', amount: 72, zone, extension: { unit: 'calendarDays', maximum: 14 } };

  it.each([
    [
      '72 h and 14 calendar days (42 CFR 422.572), at the same local time',
      appeal,
      [started('2026-10-25T12:00:00-04:00'), extended('2026-10-26T12:00:00-04:00', { days: 14 })],
      { deadline: '2026-11-11T12:00:00-05:00' },
    ],
    [
      'in the clock’s own unit',
      hours24,
      [started('2026-03-02T12:00:00Z'), extended('2026-03-02T13:00:00Z', { amount: 2 })],
      { deadline: '2026-03-03T09:00:00-05:00' },
    ],
    [
      'in hours on business hours',
      hours8,
      [started('2026-12-21T09:00:00-05:00'), extended('2026-12-21T10:00:00-05:00', { hours: 1 })],
      { deadline: '2026-12-22T10:00:00-05:00' },
    ],
    [
      'in days on business days',
      days2,
      [started('2026-12-21T09:00:00-05:00'), extended('2026-12-21T10:00:00-05:00', { days: 2 })],
      { deadline: '2026-12-29T00:00:00-05:00' },
    ],
    [
      'while paused',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        pausedAt('2026-12-21T10:00:00-05:00'),
        extended('2026-12-21T11:00:00-05:00', { amount: 1 }),
      ],
      { state: 'paused', remaining: 8 },
    ],
    [
      'too late to help',
      hours24,
      [started('2026-03-02T12:00:00Z'), extended('2026-03-03T12:00:01Z', { amount: 2 })],
      { state: 'breached', breachedAt: '2026-03-03T07:00:00-05:00' },
    ],
  ])('%s', (_, sla, events, expected) => {
    expect(replay(sla, events, '2026-12-21T12:00:00-05:00')).toMatchObject(expected);
  });
});

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
    ['no amount', { unit: 'elapsedHours', zone }, [start], now, 'input.missing', 'sla.amount'],
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
      [start, pausedAt(now)],
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
      [start, pausedAt(now, 'lunch')],
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
    ['paused twice', hours8, [start, pausedAt(now), pausedAt(now)], now, 'clock.alreadyPaused', 'events.2'],
    ['resumed without a pause', hours8, [start, resumed(now)], now, 'clock.notPaused', 'events.1'],
    [
      'anything after the end',
      hours24,
      [start, met(now), resumed(now)],
      now,
      'clock.alreadyEnded',
      'events.2',
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
    expect(outcome).toMatchObject({ ok: false, problem: { code, path } });
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
    expect(replay(hours8, [start], now, more)).toMatchObject({ problem: { code, path } });
  });
});

describe('clock.replay: versions and replacements', () => {
  it('keeps the calendar known at the start (rule 8)', () => {
    const shorter = { ...office, holidays: ['2026-12-22'] };
    const calendarVersions = [
      { knownFrom: '2026-01-01T00:00:00Z', calendar: office },
      { knownFrom: '2026-12-21T15:00:00-05:00', calendar: shorter },
    ];
    const now = '2026-12-22T12:00:00-05:00';
    expect(replay(hours8, [started('2026-12-21T14:00:00-05:00')], now, { calendarVersions })).toMatchObject({
      deadline: '2026-12-22T14:00:00-05:00',
    });
    expect(replay(hours8, [started('2026-12-21T15:00:00-05:00')], now, { calendarVersions })).toMatchObject({
      deadline: '2026-12-23T15:00:00-05:00',
    });
  });

  it('replacing terms keeps start and pauses and only moves the deadline earlier (rule 10)', () => {
    const events = [
      started('2026-12-21T09:00:00-05:00'),
      pausedAt('2026-12-21T10:00:00-05:00'),
      resumed('2026-12-21T12:00:00-05:00'),
    ];
    const at = '2026-12-21T13:00:00-05:00';
    const to = (amount: number, when = '2026-12-21T12:30:00-05:00') => ({
      calendar: office,
      replacements: [{ at: when, sla: { ...hours8, amount } }],
    });
    expect(replay(hours8, events, at, to(4))).toMatchObject({
      deadline: '2026-12-21T15:00:00-05:00',
      remaining: 2,
    });
    expect(replay(hours8, events, at, to(40))).toMatchObject({
      deadline: '2026-12-22T11:00:00-05:00',
      remaining: 6,
    });
    expect(replay(hours8, events, at, to(4, '2026-12-22T00:00:00-05:00'))).toMatchObject({ remaining: 6 });
  });
});
