import { describe, expect, it } from '@jest/globals';
import {
  days2,
  days60,
  extended,
  hours24,
  hours8,
  met,
  paused,
  replay,
  resumed,
  started,
} from './clock-requests.fixture';

describe('clock.replay: pauses in the clock’s own unit (rule 9, glpi#10594)', () => {
  it.each([
    [
      'while paused there is no deadline',
      hours8,
      [started('2026-12-21T09:00:00-05:00'), paused('2026-12-21T12:00:00-05:00')],
      '2026-12-30T09:00:00-05:00',
      { state: 'paused', deadline: null, remaining: 5, breachedAt: null },
    ],
    [
      'a pause adds the open time it covers',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        paused('2026-12-21T12:00:00-05:00'),
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
        paused('2026-12-21T17:00:00-05:00'),
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
        paused('2026-12-21T10:00:00-05:00'),
        resumed('2026-12-21T11:00:00-05:00'),
        paused('2026-12-21T12:00:00-05:00'),
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
        paused('2026-12-21T16:00:00-05:00'),
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
        paused('2026-12-21T16:00:00-05:00'),
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
        paused('2026-12-19T10:00:00-05:00'),
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
        paused('2026-12-04T10:00:00-05:00'),
        resumed('2026-12-07T10:00:00-05:00'),
      ],
      '2026-12-07T11:00:00-05:00',
      { deadline: '2026-12-15T00:00:00-05:00', remaining: 7 },
    ],
    [
      'paused on the last day and resumed at the weekend: due on the next business day',
      days2,
      [
        started('2026-12-16T09:00:00-05:00'),
        paused('2026-12-18T16:00:00-05:00'),
        resumed('2026-12-19T10:00:00-05:00'),
      ],
      '2026-12-19T11:00:00-05:00',
      { state: 'running', deadline: '2026-12-22T00:00:00-05:00', remaining: 1 },
    ],
    [
      'resumed after the cut-off of that last day: due on the day after',
      { ...days2, cutOff: '17:00' },
      [
        started('2026-12-16T09:00:00-05:00'),
        paused('2026-12-18T16:00:00-05:00'),
        resumed('2026-12-18T18:00:00-05:00'),
      ],
      '2026-12-18T19:00:00-05:00',
      { state: 'running', deadline: '2026-12-21T17:00:00-05:00', remaining: 1 },
    ],
    [
      'paused at the very end of the last day and resumed later that date: due at the end of it',
      days2,
      [
        started('2026-12-14T09:00:00-05:00'),
        paused('2026-12-17T00:00:00-05:00'),
        resumed('2026-12-17T10:00:00-05:00'),
      ],
      '2026-12-17T11:00:00-05:00',
      { state: 'running', deadline: '2026-12-18T00:00:00-05:00', remaining: 0 },
    ],
    [
      'paused at the very deadline, and closed since: due when it goes on',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        paused('2026-12-21T17:00:00-05:00'),
        resumed('2026-12-22T08:00:00-05:00'),
      ],
      '2026-12-22T08:00:00-05:00',
      { state: 'running', deadline: '2026-12-22T08:00:00-05:00', remaining: 0 },
    ],
    [
      'met while paused',
      hours8,
      [
        started('2026-12-21T09:00:00-05:00'),
        paused('2026-12-21T12:00:00-05:00'),
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
        paused('2026-12-22T12:00:00-05:00'),
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
        paused('2026-12-21T12:00:00-05:00'),
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
  const appeal = {
    unit: 'elapsedHours',
    amount: 72,
    zone: 'America/New_York',
    extension: { unit: 'calendarDays', maximum: 14 },
  };

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
      'by whoever is named as having approved it',
      hours24,
      [
        started('2026-03-02T12:00:00Z'),
        extended('2026-03-02T13:00:00Z', { amount: 2, approver: undefined, approvedBy: 'Medical director' }),
      ],
      { deadline: '2026-03-03T09:00:00-05:00' },
    ],
    [
      'in its own unit the deadline may lie in the second pass of a repeated hour',
      { ...hours24, amount: 23 },
      [started('2026-10-31T02:30:00-04:00'), extended('2026-10-31T12:00:00Z', { amount: 1 })],
      { deadline: '2026-11-01T01:30:00-05:00' },
    ],
    [
      'in calendar days a local time that comes twice is the first, to the fraction of a second',
      appeal,
      [started('2026-10-15T01:30:00.25-04:00'), extended('2026-10-16T12:00:00Z', { days: 14 })],
      { deadline: '2026-11-01T01:30:00.25-04:00' },
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
        paused('2026-12-21T10:00:00-05:00'),
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
