import { describe, expect, it } from '@jest/globals';
import {
  type Calendar,
  calendarFromJson,
  formatInstant,
  formatLocalDate,
  nanosecondsPerHour,
} from '../calendars';
import { valueOf } from '../value-of.fixture';
import type { ClockEvent } from './clock-event';
import { office } from './clock-requests.fixture';
import type { ClockTerms } from './clock-terms';
import { parseClockTerms } from './parse-clock-terms';
import { type RunningClock, startClock } from './running-clock';

const zone = 'America/New_York';
const week = valueOf(calendarFromJson(office));
const once = valueOf(
  calendarFromJson({ timezone: zone, hours: {}, overrides: { '2026-12-21': [['09:00', '17:00']] } }),
);
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
/** A time of Monday 2026-12-21, or of another December day: `22 09:00`. */
const at = (text: string): Temporal.Instant => {
  const [day, time] = text.includes(' ') ? text.split(' ') : ['21', text];
  return instant(`2026-12-${day}T${time}:00-05:00`);
};
const terms = (json: object): ClockTerms => valueOf(parseClockTerms({ zone, ...json }));
const hours8 = terms({ unit: 'businessHours', amount: 8, pauseReasons: ['x'] });
const days2 = terms({ unit: 'businessDays', amount: 2, pauseReasons: ['x'] });
const appeal = terms({
  unit: 'elapsedHours',
  amount: 72,
  extension: { unit: 'calendarDays', maximum: 14 },
});
const start = (of: ClockTerms, from = at('09:00'), calendar: Calendar | undefined = week): RunningClock =>
  valueOf(startClock(of, calendar, from));

const event = (type: 'resumed' | 'met', when: string): ClockEvent => ({ type, at: at(when), path: '' });
const paused = (when: string): ClockEvent => ({ type: 'paused', at: at(when), path: '', reason: 'x' });
const cancelled = (when: string, reason: string | null = null): ClockEvent => ({
  type: 'cancelled',
  at: at(when),
  path: '',
  reason,
});
const extended = (when: string, unit: ClockTerms['unit'], amount: bigint): ClockEvent => ({
  type: 'extended',
  at: at(when),
  path: '',
  unit,
  amount,
  reason: 'records asked for',
  approver: 'Medical director',
});
const hour = nanosecondsPerHour;

function after(clock: RunningClock, events: readonly ClockEvent[]): Record<string, unknown> {
  for (const each of events) expect(clock.apply(each)).toBeUndefined();
  const write = (when: Temporal.Instant | null): string | null =>
    when === null ? null : formatInstant(when, zone);
  const { due, pausedAt, metAt, cancelledAt, cancelReason, missed, pausedFor, extendedBy, since } = clock;
  return {
    due: write(due.instant),
    date: due.date === null ? null : formatLocalDate(due.date),
    moved: due.moved,
    pausedAt: write(pausedAt),
    metAt: write(metAt),
    cancelledAt: write(cancelledAt),
    cancelReason,
    missed,
    pausedFor,
    extendedBy,
    since: write(since),
  };
}

const fresh = {
  due: '2026-12-21T17:00:00-05:00',
  date: null,
  moved: false,
  pausedAt: null,
  metAt: null,
  cancelledAt: null,
  cancelReason: null,
  missed: false,
  pausedFor: 0n,
  extendedBy: 0n,
  since: '2026-12-21T09:00:00-05:00',
};

describe('a clock that runs, event by event (rule 9)', () => {
  it.each<[string, readonly ClockEvent[], object]>([
    ['as it starts', [], {}],
    ['paused: nothing moves yet', [paused('10:00')], { pausedAt: '2026-12-21T10:00:00-05:00' }],
    [
      'resumed: the open time of the pause is added',
      [paused('10:00'), event('resumed', '12:00')],
      { due: '2026-12-22T11:00:00-05:00', pausedFor: 2n * hour, since: '2026-12-21T12:00:00-05:00' },
    ],
    [
      'paused twice',
      [paused('10:00'), event('resumed', '11:00'), paused('12:00'), event('resumed', '22 10:00')],
      {
        due: '2026-12-22T16:00:00-05:00',
        pausedFor: 7n * hour,
        since: '2026-12-22T10:00:00-05:00',
      },
    ],
    [
      'paused over closed time: no deadline before it runs again',
      [paused('17:00'), event('resumed', '22 08:00')],
      { due: '2026-12-22T08:00:00-05:00', moved: true, since: '2026-12-22T08:00:00-05:00' },
    ],
    ['what resumes without a pause changes nothing', [event('resumed', '12:00')], {}],
    ['met', [event('met', '16:00')], { metAt: '2026-12-21T16:00:00-05:00' }],
    ['met at the deadline itself (rule 4)', [event('met', '17:00')], { metAt: '2026-12-21T17:00:00-05:00' }],
    [
      'met while paused: the pause ends there',
      [paused('10:00'), event('met', '22 10:00')],
      {
        due: '2026-12-22T17:00:00-05:00',
        metAt: '2026-12-22T10:00:00-05:00',
        pausedFor: 8n * hour,
        since: '2026-12-22T10:00:00-05:00',
      },
    ],
    [
      'cancelled',
      [cancelled('12:00', 'duplicate')],
      { cancelledAt: '2026-12-21T12:00:00-05:00', cancelReason: 'duplicate' },
    ],
    [
      'cancelled while paused, no reason said',
      [paused('10:00'), cancelled('22 12:00')],
      { cancelledAt: '2026-12-22T12:00:00-05:00' },
    ],
    [
      'extended in its own unit',
      [extended('10:00', 'businessHours', 2n * hour)],
      { due: '2026-12-22T11:00:00-05:00', extendedBy: 2n * hour },
    ],
    [
      'extended twice, and paused',
      [
        extended('10:00', 'businessHours', 2n * hour),
        paused('11:00'),
        extended('12:00', 'businessHours', hour),
        event('resumed', '13:00'),
      ],
      {
        due: '2026-12-22T14:00:00-05:00',
        extendedBy: 3n * hour,
        pausedFor: 2n * hour,
        since: '2026-12-21T13:00:00-05:00',
      },
    ],
    ['an extension of other terms adds nothing', [extended('10:00', 'calendarDays', 2n)], {}],
    [
      'missed, whatever follows (rule 12)',
      [paused('22 09:00'), event('resumed', '22 10:00'), extended('22 11:00', 'businessHours', hour)],
      { missed: true },
    ],
    ['met late', [event('met', '22 09:00')], { missed: true, metAt: '2026-12-22T09:00:00-05:00' }],
    ['cancelled late', [cancelled('22 09:00', 'duplicate')], { missed: true }],
    [
      'what is paused in time is not missed while it is',
      [paused('16:59'), event('resumed', '30 09:00')],
      {
        due: '2026-12-30T09:01:00-05:00',
        pausedFor: 40n * hour + hour / 60n,
        since: '2026-12-30T09:00:00-05:00',
      },
    ],
  ])('%s', (_, events, expected) => {
    expect(after(start(hours8), events)).toEqual({ ...fresh, ...expected });
  });

  it('one of days tells the date it is due on', () => {
    const events = [paused('10:00'), event('resumed', '22 12:00'), extended('22 13:00', 'businessDays', 1n)];
    expect(after(start(days2), events)).toMatchObject({
      due: '2026-12-29T00:00:00-05:00',
      date: '2026-12-28',
      pausedFor: 1n,
      extendedBy: 1n,
    });
  });

  it('a clock of elapsed hours is granted calendar days, at the same local time (42 CFR 422.572)', () => {
    const from = instant('2026-10-29T01:30:00.25-04:00');
    const clock = start(
      terms({ unit: 'elapsedHours', amount: 48, extension: { unit: 'calendarDays', maximum: 14 } }),
      from,
    );
    const grant = (amount: bigint): ClockEvent => ({
      ...extended('10:00', 'calendarDays', amount),
      at: from,
    });
    expect(after(clock, [grant(1n)])).toMatchObject({ due: '2026-11-01T01:30:00.25-04:00', extendedBy: 0n });
    expect(after(clock, [grant(1n)])).toMatchObject({ due: '2026-11-02T01:30:00.25-05:00', extendedBy: 0n });
  });
});

describe('what a clock tells of it (rule 29)', () => {
  const told = (clock: RunningClock, events: readonly ClockEvent[]): unknown => {
    for (const each of events) clock.apply(each);
    return clock.trace;
  };
  const begun = {
    rule: 'clock.started',
    facts: { at: '2026-12-21T09:00:00-05:00', unit: 'businessHours', amount: 8, zone },
  };

  it('from start to resumption and extension', () => {
    const events = [
      paused('10:00'),
      event('resumed', '12:30'),
      extended('13:00', 'businessHours', hour),
      extended('13:00', 'calendarDays', 3n),
      event('met', '14:00'),
    ];
    const granted = {
      at: '2026-12-21T13:00:00-05:00',
      reason: 'records asked for',
      approver: 'Medical director',
    };
    expect(told(start(hours8), events)).toEqual([
      begun,
      { rule: 'clock.paused', facts: { at: '2026-12-21T10:00:00-05:00', reason: 'x' } },
      { rule: 'clock.resumed', facts: { at: '2026-12-21T12:30:00-05:00', unit: 'businessHours', took: 2.5 } },
      { rule: 'clock.extended', facts: { ...granted, unit: 'businessHours', amount: 1 } },
      { rule: 'clock.extensionOfOtherTerms', facts: { ...granted, unit: 'calendarDays', amount: 3 } },
    ]);
  });

  it('how its start was understood', () => {
    const rolls = terms({ unit: 'businessDays', amount: 2, originRule: 'roll' });
    expect(told(start(rolls, at('26 10:00')), [])).toEqual([
      {
        rule: 'clock.started',
        facts: { at: '2026-12-26T10:00:00-05:00', unit: 'businessDays', amount: 2, zone },
      },
      { rule: 'clock.originRolled', facts: { received: '2026-12-26', to: '2026-12-28' } },
    ]);
  });

  it('what came too late, but for being done', () => {
    const events = [
      paused('22 09:00'),
      extended('22 09:00', 'businessHours', hour),
      cancelled('22 10:00'),
      event('met', '22 11:00'),
    ];
    const late = (type: string, when: string): unknown => ({
      rule: 'clock.tooLate',
      facts: { event: type, at: when, deadline: '2026-12-21T17:00:00-05:00' },
    });
    expect(told(start(hours8), events)).toEqual([
      begun,
      late('paused', '2026-12-22T09:00:00-05:00'),
      late('extended', '2026-12-22T09:00:00-05:00'),
      late('cancelled', '2026-12-22T10:00:00-05:00'),
    ]);
  });
});

it('says what is left in its own unit', () => {
  expect(valueOf(start(hours8).left(at('10:30')))).toBe(6n * hour + hour / 2n);
  expect(valueOf(start(hours8).left(at('22 10:00')))).toBe(-hour);
  expect(valueOf(start(days2).left(at('22 10:00')))).toBe(1n);
  expect(valueOf(start(appeal).left(at('22 10:00')))).toBe(47n * hour);
});

describe('what the calendar refuses', () => {
  it('no clock starts without the calendar it needs, or without a deadline', () => {
    expect(startClock(hours8, undefined, at('09:00'))).toMatchObject({
      problem: { code: 'clock.calendarMissing' },
    });
    expect(startClock(hours8, once, at('10:00'))).toMatchObject({ problem: { code: 'calendar.neverOpen' } });
  });

  it('an extension of more than there is', () => {
    const clock = start(hours8, at('09:00'), once);
    expect(clock.apply(extended('10:00', 'businessHours', hour))).toMatchObject({
      code: 'calendar.neverOpen',
    });
  });

  it('a pause that takes up what there was', () => {
    const clock = start(hours8, at('09:00'), once);
    clock.apply(paused('10:00'));
    expect(clock.apply(event('resumed', '12:00'))).toMatchObject({ code: 'calendar.neverOpen' });
  });

  it('a pause of more than a hundred years', () => {
    const clock = start(hours8);
    clock.apply(paused('10:00'));
    const [resumed, met] = (['resumed', 'met'] as const).map((type) =>
      clock.apply({ type, at: instant('2127-01-04T10:00:00Z'), path: '' }),
    );
    expect([resumed?.code, met?.code]).toEqual(['calendar.beyondHorizon', 'calendar.beyondHorizon']);
  });
});
