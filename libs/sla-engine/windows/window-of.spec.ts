import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { windowOf } from './window-of';
import { windowRule } from './window-rule';

describe('the window that holds a date', () => {
  it.each([
    ['day', '2026-10-14', '2026-10-14', '2026-10-14'],
    ['week', '2026-10-14', '2026-10-12', '2026-10-18'],
    ['week', '2026-10-12', '2026-10-12', '2026-10-18'],
    ['week', '2026-10-18', '2026-10-12', '2026-10-18'],
    ['week', '2026-11-01', '2026-10-26', '2026-11-01'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['week-from-sunday', '2026-10-17', '2026-10-11', '2026-10-17'],
    ['week-from-sunday', '2026-10-18', '2026-10-18', '2026-10-24'],
    ['week-from-wednesday', '2026-10-13', '2026-10-07', '2026-10-13'],
    ['week', '1969-12-31', '1969-12-29', '1970-01-04'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-09-30', '2026-07-01', '2026-09-30'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
  ])('%s of %s', (code, date, first, last) => {
    expect(valueOf(windowOf(valueOf(windowRule(code)), date))).toEqual({ first, last });
  });

  it('is not one where windows roll', () => {
    expect(windowOf({ kind: 'rolling', count: 7, unit: 'days' }, '2026-10-14')).toMatchObject({
      problem: { code: 'window.rolling', path: 'window' },
    });
  });

  it.each(['2026-02-30', '2026-1-1', 'today'])('refuses the date %s', (date) => {
    expect(windowOf({ kind: 'day' }, date)).toMatchObject({
      problem: { code: 'date.malformed', path: 'date' },
    });
  });
});
