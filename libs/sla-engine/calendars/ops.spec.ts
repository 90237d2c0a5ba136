import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { ops } from './ops';

const insurer = {
  timezone: 'America/New_York',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  holidays: ['2026-12-25'],
  overrides: { '2026-12-24': [['09:00', '12:00']] },
  breaks: { '2026-03-02': [['12:00', '13:00']] },
};

function answer(op: string, input: object): unknown {
  const outcome = ops[op]?.(input);
  return outcome?.ok === true ? outcome.value : outcome?.problem;
}

describe('calendar operations of the engine as a command', () => {
  it.each([
    ['the example of engine-cli', '2026-12-23T16:30:00-05:00', 3600, '2026-12-24T09:30:00-05:00'],
    [
      'the holiday and the weekend are skipped',
      '2026-12-24T11:00:00-05:00',
      7200,
      '2026-12-28T10:00:00-05:00',
    ],
    [
      'landing at close is the closing instant (rule 3)',
      '2026-12-23T16:30:00-05:00',
      1800,
      '2026-12-23T17:00:00-05:00',
    ],
    ['0 s while open stays', '2026-12-23T16:30:00-05:00', 0, '2026-12-23T16:30:00-05:00'],
    ['0 s at close is the next opening', '2026-12-23T17:00:00-05:00', 0, '2026-12-24T09:00:00-05:00'],
    ['a break is taken out', '2026-03-02T11:30:00-05:00', 3600, '2026-03-02T13:30:00-05:00'],
    [
      'an amount as decimal string, to the millisecond',
      '2026-12-23T16:30:00Z',
      '0.125',
      '2026-12-23T11:30:00.125-05:00',
    ],
    ['start in another offset', '2026-12-23T21:30:00Z', 3600, '2026-12-24T09:30:00-05:00'],
  ])('calendar.add: %s', (_, start, seconds, instant) => {
    expect(answer('calendar.add', { calendar: insurer, start, seconds })).toEqual({ instant });
  });

  it.each([
    ['half a nanosecond, rounded up', '0.0000000005', '2026-12-23T16:30:00.000000001-05:00'],
    ['less than half a nanosecond', '0.0000000004', '2026-12-23T16:30:00-05:00'],
    ['whole seconds as decimal string', '60.0', '2026-12-23T16:31:00-05:00'],
    ['a number with a fraction', 1.5, '2026-12-23T16:30:01.5-05:00'],
    ['whole seconds with an exponent', 6e1, '2026-12-23T16:31:00-05:00'],
  ])('calendar.add: an amount of %s', (_, seconds, instant) => {
    const start = '2026-12-23T16:30:00-05:00';
    expect(answer('calendar.add', { calendar: insurer, start, seconds })).toEqual({ instant });
  });

  it('calendar.between counts open seconds and is negative when reversed', () => {
    const start = '2026-12-23T09:00:00-05:00';
    const end = '2026-12-28T17:00:00-05:00';
    expect(answer('calendar.between', { calendar: insurer, start, end })).toEqual({ seconds: 68_400 });
    expect(answer('calendar.between', { calendar: insurer, start: end, end: start })).toEqual({
      seconds: -68_400,
    });
  });

  it.each([
    ['the trigger day is excluded (rule 6)', '2026-12-23', 1, undefined, '2026-12-24'],
    ['holiday and weekend do not count', '2026-12-24', 1, undefined, '2026-12-28'],
    ['a closed day counts from itself by default', '2026-12-26', 1, undefined, '2026-12-28'],
    ['or is received on the next business day', '2026-12-26', 1, 'roll', '2026-12-29'],
    ['backwards', '2026-12-28', -2, 'count', '2026-12-23'],
  ])('calendar.addDays: %s', (_, date, days, originRule, expected) => {
    expect(answer('calendar.addDays', { calendar: insurer, date, days, originRule })).toEqual({
      date: expected,
    });
  });

  it.each([
    [
      'no calendar',
      'calendar.add',
      { start: '2026-12-23T16:30:00Z', seconds: 1 },
      'input.missing',
      'calendar',
    ],
    ['calendar is text', 'calendar.add', { calendar: 'x' }, 'input.notAnObject', 'calendar'],
    [
      'a wrong range',
      'calendar.add',
      { calendar: { ...insurer, hours: { mon: [['17:00', '09:00']] } } },
      'calendar.rangeReversed',
      'calendar.hours.mon.0',
    ],
    [
      'start without offset',
      'calendar.add',
      { calendar: insurer, start: '2026-12-23T16:30:00', seconds: 1 },
      'instant.malformed',
      'start',
    ],
    [
      'negative seconds',
      'calendar.add',
      { calendar: insurer, start: '2026-12-23T16:30:00Z', seconds: -1 },
      'calendar.amountNegative',
      'seconds',
    ],
    [
      'seconds missing',
      'calendar.add',
      { calendar: insurer, start: '2026-12-23T16:30:00Z' },
      'input.missing',
      'seconds',
    ],
    [
      'seconds that are nothing',
      'calendar.add',
      { calendar: insurer, start: '2026-12-23T16:30:00Z', seconds: null },
      'input.missing',
      'seconds',
    ],
    [
      'seconds that JSON cannot write',
      'calendar.add',
      { calendar: insurer, start: '2026-12-23T16:30:00Z', seconds: Infinity },
      'decimal.malformed',
      'seconds',
    ],
    [
      'seconds not a number',
      'calendar.add',
      { calendar: insurer, start: '2026-12-23T16:30:00Z', seconds: 'soon' },
      'decimal.malformed',
      'seconds',
    ],
    [
      'more than any contract',
      'calendar.add',
      { calendar: insurer, start: '2026-12-23T16:30:00Z', seconds: 1e15 },
      'calendar.beyondHorizon',
      'seconds',
    ],
    [
      'never open',
      'calendar.add',
      { calendar: { timezone: 'UTC', hours: {} }, start: '2026-12-23T16:30:00Z', seconds: 0 },
      'calendar.neverOpen',
      'seconds',
    ],
    [
      'two instants too far apart',
      'calendar.between',
      { calendar: insurer, start: '2026-12-23T16:30:00Z', end: '2226-12-23T16:30:00Z' },
      'calendar.beyondHorizon',
      'end',
    ],
    [
      'end missing',
      'calendar.between',
      { calendar: insurer, start: '2026-12-23T16:30:00Z' },
      'input.missing',
      'end',
    ],
    [
      'no such date',
      'calendar.addDays',
      { calendar: insurer, date: '2026-02-30', days: 1 },
      'date.malformed',
      'date',
    ],
    [
      'half a day',
      'calendar.addDays',
      { calendar: insurer, date: '2026-02-03', days: 1.5 },
      'input.notWhole',
      'days',
    ],
    [
      'an unknown origin rule',
      'calendar.addDays',
      { calendar: insurer, date: '2026-02-03', days: 1, originRule: 'bounce' },
      'input.notAChoice',
      'originRule',
    ],
    [
      'days just beyond the horizon',
      'calendar.addDays',
      { calendar: insurer, date: '2026-02-03', days: -36_526 },
      'calendar.beyondHorizon',
      'days',
    ],
    [
      'days beyond the horizon',
      'calendar.addDays',
      { calendar: insurer, date: '2026-02-03', days: 1e9 },
      'calendar.beyondHorizon',
      'days',
    ],
    [
      'never open',
      'calendar.addDays',
      { calendar: { timezone: 'UTC', hours: {} }, date: '2026-02-03', days: -1 },
      'calendar.neverOpen',
      'days',
    ],
  ])('refuses %s', (_, op, input, code, path) => {
    expect(answer(op, input)).toMatchObject({ code, detail: aSentence, path });
  });

  it.each([
    [{}, 'calendar.add', '"calendar" is required.'],
    [
      { calendar: insurer, start: 'x' },
      'calendar.add',
      '"x" is not an RFC 3339 instant such as 2026-12-23T16:30:00-05:00.',
    ],
    [{ calendar: insurer, start: '2026-12-23T16:30:00Z' }, 'calendar.add', '"seconds" is required.'],
    [{ calendar: insurer, date: 'x' }, 'calendar.addDays', '"x" is not a date such as 2026-12-25.'],
    [
      { calendar: insurer, date: '2026-02-03', days: 1e9 },
      'calendar.addDays',
      'At most 36525 days either way.',
    ],
  ])('says of %j to %s what is wrong', (input, op, detail) => {
    expect(answer(op, input)).toMatchObject({ detail });
  });

  it('as many days as the horizon has are counted, not refused for their number', () => {
    const always = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['09:00', '17:00']]]),
    );
    const calendar = { timezone: 'UTC', hours: always };
    expect(answer('calendar.addDays', { calendar, date: '2026-02-03', days: 36_525 })).toEqual({
      date: '2126-02-04',
    });
  });
});
