import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { phaseOf } from './phase-of';

type Timing = Parameters<typeof phaseOf>[0];

const definition = {
  id: 'fcr',
  version: 1,
  unit: 'ratio',
  direction: 'higher',
  numerator: [{ measure: 'resolved' }],
  denominator: [{ measure: 'contacts' }],
  source: 'K4',
} as const;
const march: Timing = {
  definition,
  window: { start: '2026-03-01T05:00:00Z', end: '2026-04-01T04:00:00Z', zone: 'America/New_York' },
  asOf: '2026-04-20T00:00:00Z',
  rows: [{ amounts: {} }],
};
const phase = (more: Partial<Timing>): unknown => {
  const outcome = phaseOf({ ...march, ...more });
  return outcome.ok ? outcome.value : outcome.problem;
};

describe('where an instant stands to a window', () => {
  const reportDueAt = '2026-04-08T22:00:00Z';
  const sevenDays = { ...definition, repeatWindowDays: 7 };

  it.each<[string, Partial<Timing>, string]>([
    ['inside, at its last moment', { asOf: '2026-04-01T03:59:59.999999999Z' }, 'windowOpen'],
    ['its end is outside', { asOf: '2026-04-01T04:00:00Z' }, 'closed'],
    ['before it', { asOf: '2026-01-01T00:00:00Z' }, 'windowOpen'],
    [
      'no row yet, files may come until that instant',
      { rows: [], reportDueAt, asOf: reportDueAt },
      'reportOpen',
    ],
    [
      'a moment later they may not',
      { rows: [], reportDueAt, asOf: '2026-04-08T22:00:00.000000001Z' },
      'closed',
    ],
    ['a row has come: nothing to wait for', { reportDueAt, asOf: '2026-04-02T00:00:00Z' }, 'closed'],
    ['nobody said until when', { rows: [], asOf: '2026-04-01T04:00:00Z' }, 'closed'],
    [
      'repeats may show (rule 17)',
      { definition: sevenDays, asOf: '2026-04-08T03:59:59Z' },
      'repeatWindowOpen',
    ],
    ['until that many calendar days on', { definition: sevenDays, asOf: '2026-04-08T04:00:00Z' }, 'closed'],
    [
      'calendar days of its zone: the week of the clock change is an hour short',
      {
        definition: sevenDays,
        window: { ...march.window, end: '2026-03-05T05:00:00Z' },
        asOf: '2026-03-12T04:00:00Z',
        rows: [],
      },
      'closed',
    ],
    [
      'files first, then repeats',
      { definition: sevenDays, rows: [], reportDueAt, asOf: '2026-04-02T00:00:00Z' },
      'reportOpen',
    ],
  ])('%s', (_, more, expected) => {
    expect(phase(more)).toBe(expected);
  });

  it.each<[string, string | undefined, boolean]>([
    ['at the start', '2026-03-01T05:00:00Z', true],
    ['before it', '2026-03-01T04:59:59Z', false],
    ['just before the end', '2026-04-01T03:59:59Z', true],
    ['at the end', '2026-04-01T04:00:00Z', false],
    ['nobody knows when', undefined, true],
  ])('a row that starts %s', (_, startsAt, inside) => {
    const row = startsAt === undefined ? { amounts: {} } : { startsAt, amounts: {} };
    expect(phase({ rows: [{ amounts: {} }, row] })).toEqual(
      inside
        ? 'closed'
        : {
            code: 'row.outsideWindow',
            detail: 'The row starts outside the window.',
            path: 'rows.1.startsAt',
          },
    );
  });

  const { window } = march;
  it.each<[string, Partial<Timing>, string, string]>([
    ['a start', { window: { ...window, start: 'x' } }, 'instant.malformed', 'window.start'],
    ['an end', { window: { ...window, end: 'x' } }, 'instant.malformed', 'window.end'],
    ['a window of nothing', { window: { ...window, end: window.start } }, 'window.reversed', 'window'],
    [
      'a fixed offset for a zone (rule 1)',
      { window: { ...window, zone: '-05:00' } },
      'zone.fixedOffset',
      'window.zone',
    ],
    ['an instant', { asOf: 'x' }, 'instant.malformed', 'asOf'],
    ['a reporting day', { reportDueAt: 'x' }, 'instant.malformed', 'reportDueAt'],
    ['a row', { rows: [{ startsAt: 'x', amounts: {} }] }, 'instant.malformed', 'rows.0.startsAt'],
  ])('refuses %s', (_, more, code, path) => {
    expect(phase(more)).toMatchObject({ code, detail: aSentence, path });
  });
});
