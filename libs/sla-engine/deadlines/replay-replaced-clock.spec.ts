import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarFromJson, formatInstant, nanosecondsPerHour } from '../calendars';
import { valueOf } from '../value-of.fixture';
import type { ClockEvent } from './clock-event';
import { hours24 as day, office } from './clock-requests.fixture';
import type { ClockTerms } from './clock-terms';
import { parseClockTerms } from './parse-clock-terms';
import type { ClockHistory } from './replay-clock';
import { type Replacement, replacedTerms, replayReplacedClock } from './replay-replaced-clock';

const zone = 'America/New_York';
const terms = (json: object): ClockTerms => valueOf(parseClockTerms({ ...day, ...json }));
const [hours24, hours8] = [terms({}), terms({ amount: 8 })];
const open8 = terms({ unit: 'businessHours', amount: 8, pauseReasons: ['x'] });
const days1 = terms({ unit: 'businessDays', amount: 1 });
const week = valueOf(calendarFromJson(office));
const shortWeek = valueOf(calendarFromJson({ ...office, holidays: ['2026-12-22'] }));
const at = (time: string, date = '2026-12-21'): Temporal.Instant =>
  Temporal.Instant.from(`${date}T${time}:00-05:00`);
const event = (type: 'started' | 'resumed' | 'met', when: Temporal.Instant): ClockEvent => ({
  type,
  at: when,
  path: type,
});
const paused = (when: Temporal.Instant): ClockEvent => ({
  type: 'paused',
  at: when,
  path: 'paused',
  reason: 'x',
});
const history = (of: ClockTerms, events: readonly ClockEvent[], when = at('12:00')): ClockHistory => ({
  terms: of,
  calendar: week,
  events,
  at: when,
});
const started = [event('started', at('09:00'))];

function read(of: ClockHistory, replacements: readonly Replacement[]): Record<string, unknown> {
  const { state, unit, planned, trace } = valueOf(replayReplacedClock(of, replacements));
  return {
    state,
    unit,
    planned: planned === null ? null : formatInstant(planned, zone),
    replaced: trace.filter(({ rule }) => rule === 'clock.termsReplaced').map(({ facts }) => facts),
  };
}

describe('the terms in force at an instant', () => {
  const replacements = [
    { at: at('11:00'), terms: open8 },
    { at: at('10:00'), terms: hours8 },
  ];
  it.each<[string, readonly Replacement[], Temporal.Instant, ClockTerms]>([
    ['nothing replaced', [], at('10:00'), hours24],
    ['before the first replacement', replacements, at('09:59'), hours24],
    ['from its very instant on', replacements, at('10:00'), hours8],
    ['between two, however they are listed', replacements, at('10:59'), hours8],
    ['after the last', replacements, at('23:00'), open8],
    [
      'of two at one instant the one listed last',
      [
        { at: at('10:00'), terms: hours8 },
        { at: at('10:00'), terms: open8 },
      ],
      at('10:00'),
      open8,
    ],
  ])('%s', (_, list, when, expected) => {
    expect(replacedTerms(hours24, list)(when)).toBe(expected);
  });
});

describe('a clock whose terms are replaced while it runs (rule 10)', () => {
  const moved = (
    offered: string,
    does: boolean,
    before = '2026-12-22T09:00:00-05:00',
    when = '10:00',
  ): object => ({
    at: `2026-12-21T${when}:00-05:00`,
    before,
    offered,
    moved: does,
  });

  it.each<[string, ClockHistory, readonly Replacement[], object]>([
    [
      'nothing replaced',
      history(hours24, started),
      [],
      { planned: '2026-12-22T09:00:00-05:00', replaced: [] },
    ],
    [
      'a shorter amount moves the deadline earlier, counted from the start',
      history(hours24, started),
      [{ at: at('10:00'), terms: hours8 }],
      { planned: '2026-12-21T17:00:00-05:00', replaced: [moved('2026-12-21T17:00:00-05:00', true)] },
    ],
    [
      'a longer one never moves it later (glpi#6902)',
      history(hours24, started),
      [{ at: at('10:00'), terms: terms({ amount: 48 }) }],
      { planned: '2026-12-22T09:00:00-05:00', replaced: [moved('2026-12-23T09:00:00-05:00', false)] },
    ],
    [
      'the same one is no move',
      history(hours24, started),
      [{ at: at('10:00'), terms: hours24 }],
      { planned: '2026-12-22T09:00:00-05:00', replaced: [moved('2026-12-22T09:00:00-05:00', false)] },
    ],
    [
      'of all it ever had the earliest holds',
      history(hours24, started),
      [
        { at: at('11:00'), terms: terms({ amount: 12 }) },
        { at: at('10:00'), terms: hours8 },
      ],
      {
        planned: '2026-12-21T17:00:00-05:00',
        replaced: [
          moved('2026-12-21T17:00:00-05:00', true),
          moved('2026-12-21T21:00:00-05:00', false, '2026-12-21T17:00:00-05:00', '11:00'),
        ],
      },
    ],
    [
      'what is replaced at the instant looked at has happened',
      history(hours24, started, at('10:00')),
      [{ at: at('10:00'), terms: hours8 }],
      { planned: '2026-12-21T17:00:00-05:00' },
    ],
    [
      'what lies ahead has not',
      history(hours24, started, at('09:59')),
      [{ at: at('10:00'), terms: hours8 }],
      { planned: '2026-12-22T09:00:00-05:00', replaced: [] },
    ],
    [
      'nor what comes after it',
      history(hours24, started, at('09:59')),
      [
        { at: at('10:00'), terms: hours8 },
        { at: at('09:30'), terms: terms({ amount: 12 }) },
      ],
      { planned: '2026-12-21T21:00:00-05:00' },
    ],
    [
      'another unit is read with the calendar of the clock',
      history(hours24, started),
      [{ at: at('10:00'), terms: open8 }],
      { unit: 'businessHours', planned: '2026-12-21T17:00:00-05:00' },
    ],
    [
      'or with its own',
      history(terms({ amount: 96 }), started),
      [{ at: at('10:00'), terms: days1, calendar: shortWeek }],
      { unit: 'businessDays', planned: '2026-12-24T00:00:00-05:00' },
    ],
    [
      'pauses are kept, counted in the unit of the terms looked at',
      history(open8, [...started, paused(at('10:00')), event('resumed', at('11:00'))]),
      [{ at: at('11:30'), terms: terms({ unit: 'businessHours', amount: 4 }) }],
      { planned: '2026-12-21T14:00:00-05:00' },
    ],
    [
      'a clock that was met keeps the state its earliest deadline gives',
      history(hours24, [...started, event('met', at('18:00'))], at('20:00')),
      [{ at: at('10:00'), terms: hours8 }],
      { state: 'breached', planned: '2026-12-21T17:00:00-05:00' },
    ],
    [
      'a clock that has not started has nothing to move',
      history(hours24, [], at('12:00')),
      [{ at: at('10:00'), terms: hours8 }],
      { state: 'notStarted', planned: null, replaced: [] },
    ],
  ])('%s', (_, of, replacements, expected) => {
    expect(read(of, replacements)).toMatchObject(expected);
  });

  it('the trace is that of the terms that hold, then what became of the others (rule 29)', () => {
    const { trace } = valueOf(
      replayReplacedClock(history(hours24, started), [{ at: at('10:00'), terms: hours8 }]),
    );
    expect(trace.map(({ rule }) => rule)).toEqual([
      'clock.started',
      'clock.deadline',
      'clock.running',
      'clock.termsReplaced',
    ]);
    expect(trace[0]?.facts).toMatchObject({ amount: 8 });
  });
});

describe('what is refused', () => {
  const [pause, resume] = [paused(at('10:00')), event('resumed', at('11:00'))];

  it.each<[string, ClockHistory, readonly Replacement[], string, string]>([
    [
      'a pause that the terms of its time do not list',
      history(hours24, [...started, pause, resume]),
      [{ at: at('10:30'), terms: open8 }],
      'clock.pauseNotAllowed',
      'paused',
    ],
    ['a second start', history(hours24, [...started, ...started]), [], 'clock.alreadyStarted', 'started'],
    [
      'first terms without the calendar they need, whatever replaces them',
      { ...history(open8, started), calendar: undefined },
      [{ at: at('10:00'), terms: hours8 }],
      'clock.calendarMissing',
      'calendar',
    ],
    [
      'new terms without the calendar they need',
      { ...history(hours24, started), calendar: undefined },
      [
        { at: at('10:00'), terms: open8 },
        { at: at('11:00'), terms: hours8 },
      ],
      'clock.calendarMissing',
      'calendar',
    ],
  ])('%s', (_, of, replacements, code, path) => {
    expect(replayReplacedClock(of, replacements)).toMatchObject({ ok: false, problem: { code, path } });
  });

  it('but not a pause that the terms of its time list', () => {
    const replacements = [{ at: at('10:00'), terms: open8 }];
    expect(read(history(hours24, [...started, pause, resume]), replacements)).toMatchObject({
      state: 'running',
    });
  });
});

it('law: the deadline is the earliest that any of the terms gives, whatever their order', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), amounts, (first, others) => {
      const replacements = others.map((amount, index) => ({
        at: at('09:00').add({ minutes: (index * 37) % 60 }),
        terms: terms({ amount }),
      }));
      const { planned } = valueOf(
        replayReplacedClock(history(terms({ amount: first }), started, at('10:00')), replacements),
      );
      const earliest = BigInt(Math.min(first, ...others)) * nanosecondsPerHour;
      expect(planned?.epochNanoseconds).toBe(at('09:00').epochNanoseconds + earliest);
    }),
    { seed: 43, numRuns: 100 },
  );
});
