import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { checkHistory } from './check-history';
import type { ClockEvent, ClockEventType } from './clock-event';
import type { ClockTerms } from './clock-terms';
import { parseClockTerms } from './parse-clock-terms';

const at = Temporal.Instant.from('2026-03-02T09:00:00Z');
const terms = (json: object): ClockTerms =>
  valueOf(parseClockTerms({ unit: 'businessHours', amount: 8, zone: 'UTC', pauseReasons: ['x'], ...json }));
const event = (type: ClockEventType, index: number, more: object = {}): ClockEvent =>
  ({
    type,
    at,
    path: `events.${index}`,
    reason: 'x',
    approver: 'A',
    amount: 1n,
    unit: 'businessHours',
    ...more,
  }) as ClockEvent;
const check = (types: readonly ClockEventType[], json: object = {}, more: object = {}) =>
  checkHistory(
    types.map((type, index) => event(type, index, more)),
    () => terms(json),
  );

describe('the life a clock can have (rule 9)', () => {
  it.each<[string, ClockEventType[]]>([
    ['nothing yet', []],
    ['started, paused, resumed, met', ['started', 'paused', 'resumed', 'met']],
    ['met while paused', ['started', 'paused', 'met']],
    ['cancelled', ['started', 'cancelled']],
    ['extended while running and while paused', ['started', 'extended', 'paused', 'extended', 'resumed']],
  ])('%s', (_, types) => {
    expect(check(types)).toMatchObject({ ok: true });
  });

  it.each<[string, ClockEventType[], string, string]>([
    ['a pause before the start', ['paused'], 'clock.notStarted', '"paused" before the clock was started.'],
    [
      'a second start',
      ['started', 'started'],
      'clock.alreadyStarted',
      'A clock starts once and never again.',
    ],
    [
      'a second pause',
      ['started', 'paused', 'paused'],
      'clock.alreadyPaused',
      'The clock is paused already.',
    ],
    ['resuming what runs', ['started', 'resumed'], 'clock.notPaused', 'The clock is not paused.'],
    [
      'resuming after an extension',
      ['started', 'extended', 'resumed'],
      'clock.notPaused',
      'The clock is not paused.',
    ],
    [
      'anything after it was met',
      ['started', 'met', 'extended'],
      'clock.alreadyEnded',
      '"extended" after the clock was met or cancelled.',
    ],
    [
      'a start after it was cancelled',
      ['started', 'cancelled', 'started'],
      'clock.alreadyEnded',
      '"started" after the clock was met or cancelled.',
    ],
  ])('refuses %s', (_, types, code, detail) => {
    expect(check(types)).toEqual({
      ok: false,
      problem: { code, detail, path: `events.${types.length - 1}` },
    });
  });

  it.each<[string, object, object, string, string]>([
    ['a pause on elapsed hours (rule 7)', { unit: 'elapsedHours' }, {}, 'clock.pauseNotAllowed', 'events.1'],
    [
      'a reason the contract does not list',
      {},
      { reason: 'y' },
      'clock.pauseReasonNotListed',
      'events.1.reason',
    ],
  ])('refuses %s', (_, json, more, code, path) => {
    expect(check(['started', 'paused'], json, more)).toMatchObject({ problem: { code, path } });
  });

  it('extensions stay within their maximum, all of them together', () => {
    const two = { extension: { maximum: 2 } };
    const amount = BigInt(3_600_000_000_000);
    expect(check(['started', 'extended', 'extended'], two, { amount })).toMatchObject({ ok: true });
    expect(check(['started', 'extended', 'extended', 'extended'], two, { amount })).toEqual({
      ok: false,
      problem: {
        code: 'clock.extensionBeyondMaximum',
        detail: 'Extensions may add 2 businessHours in all.',
        path: 'events.3.amount',
      },
    });
  });

  it('an extension has the unit of the clock, or of its policy', () => {
    const problem = { code: 'clock.unitMixed', path: 'events.1.unit' };
    expect(check(['started', 'extended'], {}, { unit: 'calendarDays' })).toMatchObject({ problem });
    const appeal = { unit: 'elapsedHours', extension: { maximum: 14, unit: 'calendarDays' } };
    expect(check(['started', 'extended'], appeal, { unit: 'calendarDays' })).toMatchObject({ ok: true });
    expect(check(['started', 'extended'], appeal, { unit: 'elapsedHours' })).toMatchObject({ problem });
  });
});
