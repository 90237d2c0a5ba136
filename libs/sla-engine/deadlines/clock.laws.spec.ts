import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Calendar, formatInstant, parseCalendar } from '../calendars';
import type { TraceStep } from '../trace';
import type { ClockEvent } from './clock-event';
import { type ClockTerms, type ClockUnit, clockUnits, countsDays } from './clock-terms';
import { type ClockReading, replayClock } from './replay-clock';
import { replayReplacedClock } from './replay-replaced-clock';
import { traceTexts as deadlineTraceTexts } from './trace-texts';
import { traceTexts as calendarTraceTexts } from '../calendars/trace-texts';

const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham', 'America/St_Johns'];
const pausable = clockUnits.filter((unit) => unit !== 'elapsedHours');

function calendarIn(timezone: string): Calendar {
  const day = [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ];
  const parsed = parseCalendar({
    timezone,
    hours: { mon: day, tue: day, wed: day, thu: day, fri: [['20:00', '28:00']] },
    holidays: ['2026-11-03'],
    overrides: { '2026-11-05': [['10:00', '11:00']] },
  });
  if (!parsed.ok) {
    throw new Error(parsed.problem.detail);
  }
  return parsed.value;
}

const calendars = new Map(zones.map((zone) => [zone, calendarIn(zone)]));

function termsOf(unit: ClockUnit, zone: string, hours: number): ClockTerms {
  return {
    unit,
    amount: countsDays(unit) ? BigInt(Math.floor(hours / 8)) : BigInt(hours) * 3_600_000_000_000n,
    zone,
    cutOff: 86_400,
    originRule: hours % 2 === 0 ? 'count' : 'roll',
    pauseReasons: ['x'],
    extension: null,
  };
}

/** Instants around a change of the clocks, to the second. */
const instant = fc
  .integer({ min: 0, max: 12 * 86_400 })
  .map((seconds) => Temporal.Instant.from('2026-10-28T00:00:00Z').add({ seconds }));
const instants = (count: number) =>
  fc
    .array(instant, { minLength: count, maxLength: count })
    .map((list) => list.toSorted((a, b) => Temporal.Instant.compare(a, b)));

const event = (type: 'started' | 'resumed' | 'met', at: Temporal.Instant): ClockEvent => ({
  type,
  at,
  path: '',
});
const pause = (at: Temporal.Instant): ClockEvent => ({ type: 'paused', at, path: '', reason: 'x' });

function read(terms: ClockTerms, events: readonly ClockEvent[], at: Temporal.Instant): ClockReading {
  const outcome = replayClock({ terms, calendar: calendars.get(terms.zone), events, at });
  if (!outcome.ok) {
    throw new Error(`${outcome.problem.code} ${outcome.problem.path}`);
  }
  return outcome.value;
}

const runs = { numRuns: 120, seed: 20261101 };
const anyTerms = (units: readonly ClockUnit[]) =>
  fc
    .record({
      unit: fc.constantFrom(...units),
      zone: fc.constantFrom(...zones),
      hours: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ unit, zone, hours }) => termsOf(unit, zone, hours));

describe('laws of clocks', () => {
  it('a later start never has an earlier deadline, and a deadline never precedes its start', () => {
    fc.assert(
      fc.property(anyTerms(clockUnits), instants(2), (terms, [early, late]) => {
        if (early === undefined || late === undefined) {
          return;
        }
        const [first, second] = [early, late].map(
          (start) => read(terms, [event('started', start)], start).planned,
        );
        expect(Temporal.Instant.compare(first ?? late, second ?? early)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(second ?? early, late)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('a verdict is monotone: what is met at an instant is met at every earlier one', () => {
    fc.assert(
      fc.property(anyTerms(clockUnits), instants(3), (terms, [start, sooner, later]) => {
        if (start === undefined || sooner === undefined || later === undefined) {
          return;
        }
        const end = later.add({ hours: 1 });
        const [first, second] = [sooner, later].map(
          (when) => read(terms, [event('started', start), event('met', when)], end).state,
        );
        expect(['met/met', 'met/breached', 'breached/breached']).toContain(`${first}/${second}`);
      }),
      runs,
    );
  });

  it('cutting one pause in two at the same instant changes nothing', () => {
    fc.assert(
      fc.property(anyTerms(pausable), instants(4), (terms, [start, from, cut, to]) => {
        if (start === undefined || from === undefined || cut === undefined || to === undefined) {
          return;
        }
        const whole = [event('started', start), pause(from), event('resumed', to)];
        const cutUp = [
          event('started', start),
          pause(from),
          event('resumed', cut),
          pause(cut),
          event('resumed', to),
        ];
        expect(summary(read(terms, cutUp, to))).toEqual(summary(read(terms, whole, to)));
      }),
      runs,
    );
  });

  it('a pause never makes a deadline earlier, and one that begins too late never moves it', () => {
    fc.assert(
      fc.property(anyTerms(pausable), instants(3), (terms, [start, from, to]) => {
        if (start === undefined || from === undefined || to === undefined) {
          return;
        }
        const without = read(terms, [event('started', start)], start).planned ?? start;
        const paused =
          read(terms, [event('started', start), pause(from), event('resumed', to)], to).planned ?? start;
        expect(Temporal.Instant.compare(paused, without)).toBeGreaterThanOrEqual(0);
        if (Temporal.Instant.compare(from, without) > 0) {
          expect(paused.toString()).toBe(without.toString());
        }
      }),
      runs,
    );
  });

  it('breached exactly when the instant is after the deadline, and then at the deadline (rules 4 and 12)', () => {
    fc.assert(
      fc.property(anyTerms(clockUnits), instants(2), (terms, [start, at]) => {
        if (start === undefined || at === undefined) {
          return;
        }
        const reading = read(terms, [event('started', start)], at);
        const missed = Temporal.Instant.compare(at, reading.planned ?? at) > 0;
        expect(reading.state).toBe(missed ? 'breached' : 'running');
        expect(reading.breachedAt?.toString()).toBe(missed ? reading.planned?.toString() : undefined);
      }),
      runs,
    );
  });

  it('replacing terms never moves a deadline later, whatever the new ones say (rule 10)', () => {
    fc.assert(
      fc.property(anyTerms(clockUnits), anyTerms(clockUnits), instants(2), (terms, other, [start, at]) => {
        if (start === undefined || at === undefined) {
          return;
        }
        const history = { terms, calendar: calendars.get(terms.zone), events: [event('started', start)], at };
        const outcome = replayReplacedClock(history, [{ at: start, terms: other }]);
        const planned = read(terms, history.events, at).planned ?? at;
        expect(
          outcome.ok && outcome.value.planned && Temporal.Instant.compare(outcome.value.planned, planned),
        ).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  it('every step of a trace reads as a sentence in both languages, and recomputes to its deadline (rule 29)', () => {
    const texts = { ...calendarTraceTexts, ...deadlineTraceTexts };
    fc.assert(
      fc.property(anyTerms(pausable), instants(4), (terms, [start, from, to, end]) => {
        if (start === undefined || from === undefined || to === undefined || end === undefined) {
          return;
        }
        const reading = read(
          terms,
          [event('started', start), pause(from), event('resumed', to), event('met', end)],
          end,
        );
        for (const step of reading.trace) {
          const sentences = [texts[step.rule]?.en(step.facts), texts[step.rule]?.es(step.facts)];
          expect(sentences).toEqual([
            expect.stringMatching(/^[^{}]+\.$/),
            expect.stringMatching(/^[^{}]+\.$/),
          ]);
          expect(sentences.join(' ')).not.toMatch(/undefined|null|NaN|\[object/);
        }
        const stated = reading.trace.find(({ rule }) => rule === 'clock.deadline');
        expect(stated?.facts['deadline']).toBe(formatInstant(reading.planned ?? start, terms.zone));
        const moved = reading.trace.some(({ rule }) => rule === 'clock.movedBehindStart');
        expect(moved || addsUp(stated, terms, start, reading)).toBe(true);
      }),
      runs,
    );
  });
});

/** The amount, pause and extension a trace states give its deadline when counted from the start with no events. */
function addsUp(
  step: TraceStep | undefined,
  terms: ClockTerms,
  start: Temporal.Instant,
  reading: ClockReading,
): boolean {
  const [amount, paused] = [step?.facts['amount'], step?.facts['paused']];
  const total = Number(amount) + Number(paused);
  const whole = countsDays(terms.unit) ? BigInt(total) : BigInt(Math.round(total * 3600)) * 1_000_000_000n;
  const again = read({ ...terms, amount: whole }, [event('started', start)], start).planned;
  return again?.toString() === reading.planned?.toString();
}

function summary({ state, deadline, remaining, breachedAt }: ClockReading): unknown {
  return { state, deadline: deadline?.toString(), remaining, breachedAt: breachedAt?.toString() };
}
