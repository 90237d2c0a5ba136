import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { windowRule } from './window-rule';
import { windowsTouched } from './windows-touched';

const touched = (code: string, from: string, to = from) =>
  valueOf(windowsTouched(valueOf(windowRule(code)), from, to)).map(({ first, last }) => `${first} ${last}`);

describe('the windows that dates touch', () => {
  it('are the days, weeks, months and quarters that hold one of them', () => {
    expect(touched('day', '2026-10-31', '2026-11-01')).toEqual([
      '2026-10-31 2026-10-31',
      '2026-11-01 2026-11-01',
    ]);
    expect(touched('week', '2026-10-18', '2026-10-19')).toEqual([
      '2026-10-12 2026-10-18',
      '2026-10-19 2026-10-25',
    ]);
    expect(touched('month', '2026-10-31', '2026-11-01')).toEqual([
      '2026-10-01 2026-10-31',
      '2026-11-01 2026-11-30',
    ]);
    expect(touched('quarter', '2026-12-31', '2027-01-01')).toEqual([
      '2026-10-01 2026-12-31',
      '2027-01-01 2027-03-31',
    ]);
  });

  it('are every window that looks back over them, where windows roll', () => {
    expect(touched('rolling-3-days', '2026-10-30')).toEqual([
      '2026-10-28 2026-10-30',
      '2026-10-29 2026-10-31',
      '2026-10-30 2026-11-01',
    ]);
    expect(touched('rolling-3-months', '2026-11-30')).toEqual([
      '2026-09-01 2026-11-30',
      '2026-10-01 2026-12-31',
      '2026-11-01 2027-01-31',
    ]);
    expect(touched('rolling-12-months', '2026-11-30')).toHaveLength(12);
  });

  it('are none of no dates', () => {
    expect(touched('week', '2026-10-19', '2026-10-18')).toEqual([]);
  });

  it.each([
    ['2026-02-30', '2026-03-01', 'from'],
    ['2026-02-01', '2026-13-01', 'to'],
  ])('refuses %s to %s', (from, to, path) => {
    expect(windowsTouched({ kind: 'day' }, from, to)).toMatchObject({
      problem: { code: 'date.malformed', path },
    });
  });
});
