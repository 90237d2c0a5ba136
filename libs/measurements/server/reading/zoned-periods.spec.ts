import { describe, expect, it } from '@jest/globals';
import { plainly, rowProblemTexts, say } from '@plumbline/measurements/schema';
import { type PeriodRules, ZonedPeriods } from './zoned-periods';

const newYork: PeriodRules = {
  format: 'YYYY-MM-DD HH:mm',
  grain: '30min',
  zone: 'America/New_York',
  tenantZone: 'America/New_York',
  repeatedHour: 'refuse',
  now: Temporal.Instant.from('2026-06-01T00:00:00Z'),
  kept: { months: 84, loadFrom: '2019-06' },
};
const read = (label: string, rules: Partial<PeriodRules> = {}, time: string | null = null) =>
  new ZonedPeriods({ ...newYork, ...rules }).read(label, time);

describe('periods in their zone', () => {
  it.each([
    ['2026-01-15 09:30', {}, '2026-01-15T14:30:00Z', '2026-01-15'],
    ['2026-05-15 09:30', {}, '2026-05-15T13:30:00Z', '2026-05-15'],
    // Manila is ahead: its first of April begins while the tenant still has March
    ['2026-04-01 02:00', { zone: 'Asia/Manila' }, '2026-03-31T18:00:00Z', '2026-03-31'],
    [
      '2026-04-01',
      { format: 'YYYY-MM-DD', grain: 'day', zone: 'Asia/Manila' },
      '2026-03-31T16:00:00Z',
      '2026-04-01',
    ],
    [
      '2026-04-17',
      { format: 'YYYY-MM-DD', grain: 'month', zone: 'Europe/London' },
      '2026-03-31T23:00:00Z',
      '2026-04-01',
    ],
    ['Apr-26', { format: 'Mon-YY', grain: 'month', zone: 'UTC' }, '2026-04-01T00:00:00Z', '2026-04-01'],
    ['2026-05-15T09:30:00+02:00', { format: 'iso' }, '2026-05-15T07:30:00Z', '2026-05-15'],
  ] as const)('%s %j', (label, rules, startsAt, localDate) => {
    expect(read(label, rules)).toMatchObject({ startsAt, localDate, later: null });
  });

  it('takes the time of day from a column of its own', () => {
    expect(read('2026-01-15', { format: 'YYYY-MM-DD' }, '9:30 AM')).toMatchObject({
      startsAt: '2026-01-15T14:30:00Z',
    });
    expect(read('2026-01-15', { format: 'YYYY-MM-DD' }, 'noon')).toBe('not-a-time');
  });

  it.each([
    ['2026-01-32 09:30', {}, 'not-a-period'],
    ['1999-01-15 09:30', {}, 'out-of-calendar'],
    ['2026-01-15 09:20', {}, 'off-the-grain'],
    ['2026-01-15 09:15', { grain: '15min' }, null],
    ['2026-06-15 09:30', {}, 'future-period'],
    ['2026-06', { format: 'YYYY-MM', grain: 'month' }, 'future-period'],
    ['2019-05-31 23:30', {}, 'no-longer-kept'],
    ['2019-06-01 00:00', {}, null],
    // where the file is, it is June already; the tenant's May is too old
    ['2019-06-01 02:00', { zone: 'Asia/Manila' }, 'no-longer-kept'],
    ['2026-03-08 02:30', {}, 'no-such-time'],
    ['2025-11-02 01:30', {}, 'ambiguous-time'],
    ['2025-11-02 01:30', { zone: 'America/Phoenix' }, null],
  ] as const)('%s %j is %s', (label, rules, problem) => {
    const found = read(label, rules);
    expect(typeof found === 'string' ? found : null).toBe(problem);
  });

  it('says where what is kept begins', () => {
    const said = (code: 'no-longer-kept' | 'future-period') => {
      const parameters = { ...new ZonedPeriods(newYork).parametersOf(code) };
      return say(rowProblemTexts, { code, parameters }, 'en', plainly);
    };
    expect(said('no-longer-kept')).toBe(
      'Rows of this month are no longer kept here. They are kept for 84 months, from 2019-06 on.',
    );
    expect(said('future-period')).toBe('This period has not begun yet.');
  });

  it('knows both readings of the hour that comes twice', () => {
    expect(read('2025-11-02 01:30', { repeatedHour: 'in_order' })).toMatchObject({
      startsAt: '2025-11-02T05:30:00Z',
      later: { startsAt: '2025-11-02T06:30:00Z', localDate: '2025-11-02' },
    });
  });
});
