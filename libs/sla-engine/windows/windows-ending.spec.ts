import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { windowRule } from './window-rule';
import { windowsEnding } from './windows-ending';

const ending = (code: string, from: string, to: string) =>
  valueOf(windowsEnding(valueOf(windowRule(code)), from, to)).map(({ first, last }) => `${first} ${last}`);

describe('the windows that end in a month', () => {
  it('are its weeks by their last day', () => {
    expect(ending('week', '2026-10-01', '2026-10-31')).toEqual([
      '2026-09-28 2026-10-04',
      '2026-10-05 2026-10-11',
      '2026-10-12 2026-10-18',
      '2026-10-19 2026-10-25',
    ]);
  });

  it('are a quarter in its last month only', () => {
    expect(ending('quarter', '2026-08-01', '2026-08-31')).toEqual([]);
    expect(ending('quarter', '2026-09-01', '2026-09-30')).toEqual(['2026-07-01 2026-09-30']);
  });

  it('are one a day, or one a month, where windows roll', () => {
    expect(ending('rolling-28-days', '2026-02-01', '2026-02-28')).toHaveLength(28);
    expect(ending('rolling-28-days', '2026-10-31', '2026-10-31')).toEqual(['2026-10-04 2026-10-31']);
    expect(ending('rolling-2-months', '2027-01-01', '2027-01-31')).toEqual(['2026-12-01 2027-01-31']);
  });

  it('are none of no dates', () => {
    expect(ending('day', '2026-10-19', '2026-10-18')).toEqual([]);
  });

  it.each([
    ['2026-02-30', '2026-03-01', 'from'],
    ['2026-02-01', '2026-13-01', 'to'],
  ])('refuses %s to %s', (from, to, path) => {
    expect(windowsEnding({ kind: 'day' }, from, to)).toMatchObject({
      problem: { code: 'date.malformed', path },
    });
  });
});
