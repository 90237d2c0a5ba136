import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import type { ClockTerms } from './clock-terms';
import { parseClockEvents } from './parse-clock-events';
import { parseClockTerms } from './parse-clock-terms';

const terms = (json: object): ClockTerms =>
  valueOf(parseClockTerms({ unit: 'businessDays', amount: 2, zone: 'UTC', ...json }));
const parse = (events: unknown, json: object = {}) => parseClockEvents(events, () => terms(json));
const at = '2026-03-02T09:00:00Z';
const granted = { type: 'extended', at, reason: 'x', approver: 'A' };
const appeal = { unit: 'elapsedHours', extension: { maximum: 14, unit: 'calendarDays' } };

describe('the events of a clock, from JSON', () => {
  it('come in the order of their instants, those of one instant as given, each with its place', () => {
    const events = [
      { type: 'met', at: '2026-03-02T11:00:00Z' },
      { type: 'started', at },
      { type: 'paused', at, reason: ' waiting ' },
    ];
    expect(valueOf(parse(events))).toEqual([
      { type: 'started', at: Temporal.Instant.from(at), path: 'events.1' },
      { type: 'paused', at: Temporal.Instant.from(at), path: 'events.2', reason: 'waiting' },
      { type: 'met', at: Temporal.Instant.from('2026-03-02T11:00:00Z'), path: 'events.0' },
    ]);
  });

  it.each<[string, object, object, object]>([
    ['cancelled without a reason', { type: 'cancelled', at }, {}, { reason: null }],
    ['cancelled for one', { type: 'cancelled', at, reason: 'x' }, {}, { reason: 'x' }],
    ['extended by an amount', { ...granted, amount: 3 }, {}, { amount: 3n, unit: 'businessDays' }],
    ['by days', { ...granted, days: 3 }, {}, { amount: 3n, unit: 'businessDays' }],
    ['by hours', { ...granted, hours: 1 }, { unit: 'businessHours' }, { amount: 3_600_000_000_000n }],
    ['in the unit of its policy', { ...granted, days: 14 }, appeal, { amount: 14n, unit: 'calendarDays' }],
    ['approved by', { ...granted, approver: null, approvedBy: 'B', amount: 1 }, {}, { approver: 'B' }],
  ])('%s', (_, event, json, expected) => {
    expect(valueOf(parse([event], json))).toMatchObject([expected]);
  });

  it.each<[string, unknown, object, string, string]>([
    ['no list', {}, {}, 'input.notAList', 'events'],
    ['an unknown type', [{ type: 'stopped', at }], {}, 'input.notAChoice', 'events.0.type'],
    ['no instant', [{ type: 'met', at: 'x' }], {}, 'instant.malformed', 'events.0.at'],
    ['a pause without a reason', [{ type: 'paused', at }], {}, 'input.missing', 'events.0.reason'],
    ['a reason of spaces', [{ type: 'paused', at, reason: ' ' }], {}, 'input.missing', 'events.0.reason'],
    [
      'an extension without an approver',
      [{ ...granted, approver: null, amount: 1 }],
      {},
      'input.missing',
      'events.0.approver',
    ],
    ['one of nothing', [{ ...granted, amount: 0 }], {}, 'clock.extensionEmpty', 'events.0.amount'],
    ['one without an amount', [granted], {}, 'input.missing', 'events.0.amount'],
    [
      'days on an hours clock',
      [{ ...granted, days: 1 }],
      { unit: 'businessHours' },
      'clock.daysOnHoursClock',
      'events.0.days',
    ],
    ['hours on a days clock', [{ ...granted, hours: 1 }], {}, 'clock.unitMixed', 'events.0.hours'],
  ])('refuses %s', (_, events, json, code, path) => {
    expect(parse(events, json)).toMatchObject({ problem: { code, path } });
  });
});
