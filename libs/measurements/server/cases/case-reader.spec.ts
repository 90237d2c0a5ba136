import { describe, expect, it } from '@jest/globals';
import { type ColumnMeaning, kpiMapping } from '@plumbline/measurements/schema';
import { calendarFromJson } from '@plumbline/sla-engine';
import { CaseReader } from './case-reader';

const open = [['09:00', '17:00']];
const hours = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: [], sun: [] };
const calendarId = '019d3a20-1111-7000-8000-000000000001';

function reader(
  cases: object,
  format: 'YYYY-MM-DD' | 'iso' | 'MM/DD/YYYY HH:mm',
  timezone = 'America/New_York',
) {
  const columns: ColumnMeaning[] = [
    { kind: 'case_number' },
    { kind: 'case_opened', format },
    { kind: 'case_closed', format },
  ];
  const calendar = calendarFromJson({
    ...{ timezone: 'America/New_York', hours },
    holidays: [{ date: '2026-02-16', name: 'Presidents’ Day' }],
  });
  if (!calendar.ok) throw new Error(calendar.problem.detail);
  return new CaseReader({
    mapping: kpiMapping.parse({
      columns: columns.map((means, index) => ({ header: `c${index}`, means })),
      ...{ grain: 'day', timezone, cases: { calendar: { calendarId, number: 1 }, ...cases } },
    }),
    ...{ vendorCode: 'V', calendar: calendar.value, now: Temporal.Instant.from('2026-04-02T12:00:00Z') },
    kept: { months: 24, loadFrom: '2024-04' },
  });
}

const business = (amount: number, rest: object = {}) => ({
  close: { amount, unit: 'businessDays' },
  ...rest,
});

describe('reading a case', () => {
  it.each([
    ['the day of opening is not counted', business(1), '2026-02-03', '2026-02-04'],
    ['a weekend and a holiday are not counted', business(1), '2026-02-13', '2026-02-17'],
    ['15 business days', business(15), '2026-02-03', '2026-02-25'],
    ['opened on a Saturday, Tuesday is day 1: Monday is a holiday', business(1), '2026-02-14', '2026-02-17'],
    [
      'rolled: Tuesday is the day of opening',
      business(1, { openedWhenClosed: 'roll' }),
      '2026-02-14',
      '2026-02-18',
    ],
    [
      'calendar days count through',
      { close: { amount: 15, unit: 'calendarDays' } },
      '2026-02-03',
      '2026-02-18',
    ],
  ])('%s', (_, cases, opened, dueOn) => {
    const of = reader(cases, 'YYYY-MM-DD');
    expect(of.read(['A', opened, ''], 2)?.due.dueOn).toBe(dueOn);
    const onTheDay = of.read(['B', opened, dueOn], 3);
    expect(onTheDay?.closed && onTheDay.due.inTime(onTheDay.closed)).toBe(true);
    const after = Temporal.PlainDate.from(dueOn).add({ days: 1 }).toString();
    const late = of.read(['C', opened, after], 4);
    expect(late?.closed && late.due.inTime(late.closed)).toBe(false);
    // overdue from the midnight that ends the day, in the calendar's zone
    expect(
      onTheDay?.due.overdueFrom.toZonedDateTimeISO('America/New_York').toPlainDateTime().toString(),
    ).toBe(`${after}T00:00:00`);
  });

  it('counts the days of instants in the zone of the calendar', () => {
    const of = reader(business(1), 'iso', 'UTC');
    // 03:00 in UTC is still the evening of the 2nd in New York
    const read = of.read(['A', '2026-03-03T03:00:59Z', '2026-03-04T04:59:59Z'], 2);
    expect([read?.opened.date, read?.due.dueOn, read?.closed?.date]).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-03',
    ]);
    expect(read?.closed && read.due.inTime(read.closed)).toBe(true);
  });

  it('ends hours at the instant, which still is in time', () => {
    const of = reader({ close: { amount: 72, unit: 'hours' } }, 'MM/DD/YYYY HH:mm');
    // over the night in which clocks go forward
    const inTime = of.read(['A', '03/06/2026 10:00', '03/09/2026 11:00'], 2);
    const late = of.read(['B', '03/06/2026 10:00', '03/09/2026 11:01'], 3);
    expect([inTime, late].map((read) => read?.closed && read.due.inTime(read.closed))).toEqual([true, false]);
  });

  it.each([
    ['before it was opened', ['A', '2026-03-03', '2026-03-02'], 'before-opened', 3],
    ['no number', [' ', '2026-03-03', ''], 'no-case-number', 1],
    ['a number without end', ['9'.repeat(81), '2026-03-03', ''], 'too-long', 1],
    ['no date', ['A', '03/03/2026', ''], 'not-a-date', 2],
    ['no opening', ['A', '', ''], 'not-a-date', 2],
    ['a day to come', ['A', '2026-04-03', ''], 'future-date', 2],
    ['another century', ['A', '1926-03-03', ''], 'out-of-calendar', 2],
    ['due in a month that is no longer kept', ['A', '2024-03-07', '2024-04-01'], 'no-longer-kept', 2],
    ['a formula', ['=A1', '2026-03-03', ''], 'formula', 1],
    ['a column too many', ['A', '2026-03-03', '', ''], 'column-count', null],
  ])('refuses a row: %s', (_, row, code, column) => {
    const of = reader(business(15), 'YYYY-MM-DD');
    expect(of.read(row, 2)).toBeNull();
    expect(of.problems.listed).toMatchObject([{ line: 2, code, column }]);
  });

  it('takes a case that was opened in a month no longer kept and is due in one that is', () => {
    expect(reader(business(15), 'YYYY-MM-DD').read(['A', '2024-03-11', ''], 2)?.due.dueOn).toBe('2024-04-01');
  });

  it('refuses times that clocks skipped or showed twice, and takes an instant of either', () => {
    const of = reader({ close: { amount: 72, unit: 'hours' } }, 'MM/DD/YYYY HH:mm');
    expect(of.read(['A', '03/08/2026 02:30', ''], 2)).toBeNull();
    expect(of.read(['B', '11/02/2025 01:30', ''], 3)).toBeNull();
    expect(of.problems.listed.map(({ code }) => code)).toEqual(['no-such-time', 'ambiguous-time']);
  });
});
