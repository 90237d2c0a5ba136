import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { effectiveVersion } from './effective-version';

const versions = [
  { version: 1, effectiveFrom: '2026-01-01', effectiveTo: '2026-07-01' },
  { version: 2, effectiveFrom: '2026-07-01', effectiveTo: null },
];

describe('semantics rule 10: the date of the trigger picks the version', () => {
  it.each([
    ['the first day', '2026-01-01', 1],
    ['the last day before the change', '2026-06-30', 1],
    ['the day of the change', '2026-07-01', 2],
    ['long after', '2031-01-01', 2],
  ])('%s', (_, date, version) => {
    expect(effectiveVersion(versions, date)).toMatchObject({ ok: true, value: { version } });
  });

  it('a version without an end holds on', () => {
    expect(effectiveVersion([{ effectiveFrom: '2026-01-01' }], '2030-01-01').ok).toBe(true);
  });

  it.each([
    ['before everything', versions, '2025-12-31', 'version.none', 'date'],
    ['no version', [], '2026-01-01', 'version.none', 'date'],
    [
      'two at once',
      [...versions, { effectiveFrom: '2026-06-01' }],
      '2026-06-15',
      'version.overlap',
      'versions',
    ],
    ['a date that is none', versions, '1 July 2026', 'date.malformed', 'date'],
    ['an instant for a date', versions, '2026-07-01T00:00:00Z', 'date.malformed', 'date'],
  ])('refuses %s', (_, of, date, code, path) => {
    expect(effectiveVersion(of, date)).toMatchObject({ problem: { code, detail: aSentence, path } });
  });
});
