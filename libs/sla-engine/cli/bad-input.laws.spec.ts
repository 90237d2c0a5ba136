import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ops } from './ops';

const calendar = {
  timezone: 'America/New_York',
  hours: { mon: [['09:00', '17:00']], fri: [['22:00', '30:00']] },
  holidays: ['2026-12-25'],
  overrides: { '2026-12-24': [['09:00', '12:00']] },
  breaks: { '2026-03-02': [['12:00', '13:00']] },
};
const sla = {
  unit: 'businessHours',
  amount: 8,
  zone: 'America/New_York',
  pauseReasons: ['x'],
  cutOff: '17:00',
};
const events = [
  { type: 'started', at: '2026-03-02T09:00:00-05:00' },
  { type: 'paused', at: '2026-03-02T10:00:00-05:00', reason: 'x' },
];

/** Requests that work and say more than the examples of the README do. */
const fuller: Record<string, object> = {
  'calendar.add': { calendar, start: '2026-03-02T09:00:00-05:00', seconds: 3600 },
  'calendar.between': { calendar, start: '2026-03-02T09:00:00-05:00', end: '2026-03-09T09:00:00-04:00' },
  'calendar.addDays': { calendar, date: '2026-03-02', days: 3, originRule: 'roll' },
  'clock.replay': { sla, calendar, events, at: '2026-03-03T09:00:00-05:00' },
  'staffing.erlangC': { calls: 100, ahtSeconds: 180, agents: 14, target: 0.8, shrinkage: '0.3' },
  'staffing.erlangA': { offeredErlangs: 10, ahtSeconds: 180, target: 0.8, meanPatienceSeconds: 100 },
  'staffing.simulate': { intervals: [{ calls: 5 }], agents: 2, ahtSeconds: 100, seed: 1, runs: 3 },
  'staffing.attribute': {
    forecastCalls: 9,
    actualCalls: 10,
    plannedAgents: 3,
    actualAgents: 3,
    ahtSeconds: 180,
  },
  'kpi.xmr': { series: [1, '2', null, 3, 4] },
  'kpi.pchart': { series: [{ count: 1, n: 2 }, null] },
};

/** All of those, and every example of the README, which has one of each operation. */
const requests: readonly (readonly [string, object])[] = [
  ...Object.entries(fuller),
  ...[...readFileSync(new URL('./README.md', import.meta.url), 'utf8').matchAll(/```json\n(.+)\n/g)].map(
    ([, line = '']) => {
      const { op, input } = JSON.parse(line) as { op: string; input: object };
      return [op, input] as const;
    },
  ),
];

/** What a hostile or careless sender puts in the place of anything. */
const oddity = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    'NaN',
    '-0',
    '1e400',
    -1,
    0,
    0.1,
    1e21,
    5e-324,
    -1e-9,
    [],
    {},
    [[]],
    '9999-12-31',
    '24:00',
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    '0001-01-01T00:00:00Z',
    '9998-12-31T23:59:59Z',
    '2026-03-08',
    'Etc/GMT+5',
    'constructor',
  ),
  fc.integer(),
  fc.string({ maxLength: 12 }),
);

/** The same JSON with one thing in it, however deep, put out of shape. */
function bent(json: unknown, bend: (value: unknown) => unknown, choose: () => number): unknown {
  if (typeof json !== 'object' || json === null || choose() < 0.25) {
    return bend(json);
  }
  const entries = Object.entries(json);
  const target = Math.floor(choose() * entries.length);
  const changed = entries.map(
    ([name, value], place) => [name, place === target ? bent(value, bend, choose) : value] as const,
  );
  return Array.isArray(json) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}

function hasOddNumber(value: unknown): boolean {
  return typeof value === 'number'
    ? !Number.isFinite(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasOddNumber);
}

it('every operation has a request', () => {
  expect([...new Set(requests.map(([op]) => op))].toSorted()).toEqual(Object.keys(ops).toSorted());
});

describe.each(requests)('%s, whatever comes in (%#)', (op, request) => {
  it('has an example that works', () => {
    expect(ops[op]?.(request)).toMatchObject({ ok: true });
  });

  it('answers with a result or a named problem, never a crash, never NaN or Infinity', () => {
    fc.assert(
      fc.property(
        oddity,
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (odd, stream) => {
          const choose = () => stream.next().value as number;
          const outcome = ops[op]?.(JSON.parse(JSON.stringify(bent(request, () => odd, choose))));
          if (outcome?.ok === false) {
            expect(outcome.problem).toEqual({
              code: expect.stringMatching(/^[a-z]+\.[A-Za-z]+$/),
              detail: expect.stringMatching(/\.$/),
              path: expect.any(String),
            });
          } else {
            expect(hasOddNumber(outcome?.value)).toBe(false);
          }
        },
      ),
      { numRuns: 150, seed: 13 },
    );
  });
});
