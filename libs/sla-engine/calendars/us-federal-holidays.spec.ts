import { describe, expect, it } from '@jest/globals';
import { formatLocalDate, weekdayIndex } from './epoch-day';
import { missingFederalHolidays, usFederalHolidays } from './us-federal-holidays';

function dates(year: number): string[] {
  const outcome = usFederalHolidays(year);
  return outcome.ok ? outcome.value.map(({ date }) => formatLocalDate(date)) : [outcome.problem.code];
}

describe('usFederalHolidays: the days offices are closed (5 U.S.C. 6103, published by OPM)', () => {
  it.each([
    [2020, '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    [2022, '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
    [2023, '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2028, '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
  ])('%d', (year, monthsAndDays) => {
    expect(dates(year)).toEqual(monthsAndDays.split(' ').map((day) => `${year}-${day}`));
  });

  it('are these, each under its name in the law', () => {
    const outcome = usFederalHolidays(2027);
    expect(
      outcome.ok &&
        outcome.value.map(({ date, name, observedFor }) => [
          formatLocalDate(date),
          name,
          observedFor === null ? null : formatLocalDate(observedFor),
        ]),
    ).toEqual([
      ['2027-01-01', 'New Year’s Day', null],
      ['2027-01-18', 'Birthday of Martin Luther King, Jr.', null],
      ['2027-02-15', 'Washington’s Birthday', null],
      ['2027-05-31', 'Memorial Day', null],
      ['2027-06-18', 'Juneteenth National Independence Day (observed)', '2027-06-19'],
      ['2027-07-05', 'Independence Day (observed)', '2027-07-04'],
      ['2027-09-06', 'Labor Day', null],
      ['2027-10-11', 'Columbus Day', null],
      ['2027-11-11', 'Veterans Day', null],
      ['2027-11-25', 'Thanksgiving Day', null],
      ['2027-12-24', 'Christmas Day (observed)', '2027-12-25'],
      ['2027-12-31', 'New Year’s Day (observed)', '2028-01-01'],
    ]);
  });

  it.each([1986, 9000])('knows %d', (year) => {
    expect(usFederalHolidays(year).ok).toBe(true);
  });

  it('says what an observed day stands for', () => {
    const outcome = usFederalHolidays(2023);
    const veterans = outcome.ok ? outcome.value.find(({ name }) => name.startsWith('Veterans')) : undefined;
    expect(veterans?.name).toBe('Veterans Day (observed)');
    expect([veterans?.date, veterans?.observedFor].map((date) => formatLocalDate(date ?? 0))).toEqual([
      '2023-11-10',
      '2023-11-11',
    ]);
  });

  it('is always a weekday, eleven times from one year to the next', () => {
    for (let year = 2022; year < 2122; year++) {
      const outcome = usFederalHolidays(year);
      const closed = outcome.ok ? outcome.value : [];
      expect(closed.every(({ date }) => weekdayIndex(date) < 5)).toBe(true);
      expect([10, 11, 12]).toContain(closed.length);
    }
  });

  it.each([1985, 2026.5, 9001, NaN])('%d is no year it knows', (year) => {
    expect(dates(year)).toEqual(['holiday.yearUnsupported']);
    expect(usFederalHolidays(year)).toMatchObject({
      problem: { detail: 'Federal holidays are known from 1986 to 9000.', path: '' },
    });
    expect(missingFederalHolidays(new Set(), year)).toMatchObject({
      problem: { code: 'holiday.yearUnsupported' },
    });
  });
});

describe('missingFederalHolidays: what a proposed list forgot', () => {
  it.each([2023, 2028])('finds the Friday of Veterans Day %d that libraries leave out', (year) => {
    const proposed = new Set(dates(year).map((date) => (date.endsWith('11-10') ? `${year}-11-11` : date)));
    const outcome = missingFederalHolidays(proposed, year);
    expect(outcome.ok && outcome.value.map(({ date }) => formatLocalDate(date))).toEqual([`${year}-11-10`]);
  });

  it('finds nothing in a complete list', () => {
    expect(missingFederalHolidays(new Set(dates(2026)), 2026)).toEqual({ ok: true, value: [] });
  });
});
