import { describe, expect, it } from '@jest/globals';
import { contractDates, type DatedVersion, dueStage, nextReminderDay } from './contract-dates';
import { sayContractDate } from './date-words';

const term = (change: object = {}) => ({
  ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', renewalMonths: null },
  notice: { count: 3, unit: 'months' as const },
  ...change,
});
const version = (change: Partial<DatedVersion> = {}): DatedVersion => ({
  ...{ number: 1, effectiveFrom: '2026-01-01', term: term() },
  ...change,
});
const dates = (
  day: string,
  versions: readonly DatedVersion[],
  waivers: Parameters<typeof contractDates>[1]['waivers'] = [],
) => contractDates('c', { versions, waivers }, day).map(({ kind, date }) => `${date} ${kind}`);

describe('the dates of a contract', () => {
  it.each<[string, string, readonly DatedVersion[], readonly string[]]>([
    ['in its term', '2026-05-01', [version()], ['2026-09-30 notice-by', '2026-12-31 term-end']],
    ['on the last day of notice', '2026-09-30', [version()], ['2026-09-30 notice-by', '2026-12-31 term-end']],
    ['the day after', '2026-10-01', [version()], ['2026-12-31 term-end']],
    ['after its end', '2027-01-01', [version()], []],
    [
      'before its start',
      '2025-12-01',
      [version()],
      ['2026-01-01 term-start', '2026-01-01 version-start', '2026-09-30 notice-by', '2026-12-31 term-end'],
    ],
    [
      'it renews',
      '2027-02-01',
      [version({ term: term({ renewalMonths: 12 }) })],
      ['2027-09-30 notice-by', '2027-12-31 renewal'],
    ],
    [
      'an amendment to come keeps the term of the version in force until then',
      '2026-05-01',
      [version(), version({ number: 2, effectiveFrom: '2026-07-01', term: term({ endsOn: '2028-12-31' }) })],
      ['2026-07-01 version-start', '2026-09-30 notice-by', '2026-12-31 term-end'],
    ],
    ['no term was said', '2026-05-01', [version({ term: null })], []],
    ['nothing is agreed', '2026-05-01', [], []],
  ])('%s', (_, day, versions, expected) => {
    expect(dates(day, versions)).toEqual(expected);
  });

  it('has the last days of waivers among them, and says what was waived', () => {
    const finding = { code: 'clause-missing', parameters: { clause: 'right_to_audit' }, detail: '…' };
    const waivers = [{ id: 'w', expiresOn: '2026-06-30', finding }];
    expect(dates('2026-05-01', [version({ term: null })], waivers)).toEqual(['2026-06-30 waiver-expiry']);
    expect(dates('2026-07-01', [version({ term: null })], waivers)).toEqual([]);
    const [event] = contractDates('c', { versions: [], waivers }, '2026-05-01');
    const write = { number: String, date: String, month: String, instant: String };
    expect(event && sayContractDate(event, 'es', write)).toBe(
      'Una dispensa termina: Ninguna cláusula acuerda el derecho de auditoría.',
    );
  });

  it('keeps the key of an event, and gives each renewed term keys of its own', () => {
    const renewing = [version({ term: term({ renewalMonths: 12 }) })];
    const keys = (day: string) =>
      contractDates('c', { versions: renewing, waivers: [] }, day).map(({ key }) => key);
    expect(keys('2026-05-01')).toEqual(keys('2026-09-01'));
    expect(keys('2027-05-01').filter((key) => keys('2026-05-01').includes(key))).toEqual([]);
  });
});

describe('reminders', () => {
  it.each([
    ['2026-09-01', null, '2026-10-02'],
    ['2026-10-02', 90, '2026-11-01'],
    ['2026-10-31', 90, '2026-11-01'],
    ['2026-11-01', 60, '2026-12-01'],
    ['2026-12-01', 30, '2026-12-24'],
    ['2026-12-24', 7, null],
    ['2026-12-31', 7, null],
    ['2027-01-01', null, null],
  ])('of 31 December on %s: stage %s, next on %s', (day, stage, next) => {
    expect(dueStage('2026-12-31', day)).toBe(stage);
    expect(nextReminderDay('2026-12-31', day)).toBe(next);
  });
});
