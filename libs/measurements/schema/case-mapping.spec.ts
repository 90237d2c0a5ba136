import { describe, expect, it } from '@jest/globals';
import { type ColumnMeaning, kpiMapping } from './kpi-mapping';

const number: ColumnMeaning = { kind: 'case_number' };
const opened: ColumnMeaning = { kind: 'case_opened', format: 'YYYY-MM-DD' };
const closed: ColumnMeaning = { kind: 'case_closed', format: 'YYYY-MM-DD' };
const acknowledged: ColumnMeaning = { kind: 'case_acknowledged', format: 'YYYY-MM-DD' };
const calendar = { calendarId: '019d3a20-1111-7000-8000-000000000001', number: 1 };
const days = { close: { amount: 15, unit: 'calendarDays' } };

function problems(columns: readonly ColumnMeaning[], cases: object | undefined, rest: object = {}): string[] {
  const parsed = kpiMapping.safeParse({
    columns: columns.map((means, index) => ({ header: `c${index}`, means })),
    ...{ grain: 'day', timezone: 'UTC', cases },
    ...rest,
  });
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a mapping of cases', () => {
  it('needs number, opening and closing, and how much time there is', () => {
    expect(problems([number, opened, closed], days)).toEqual([]);
    expect(problems([number], days)).toEqual([
      'columns: say which column holds when the case was opened',
      'columns: say which column holds when the case was closed',
    ]);
    expect(problems([opened, closed], days)).toEqual([
      'columns: say which column holds the number of the case',
    ]);
    expect(problems([number, opened, closed], undefined)).toEqual(['cases: say how much time a case has']);
    expect(problems([number, number, opened, closed], days)).toEqual([
      'columns.1.means: only one column can be this',
    ]);
  });

  it('counts business days by a calendar, and only those', () => {
    const business = { close: { amount: 15, unit: 'businessDays' } };
    expect(problems([number, opened, closed], business)).toEqual([
      'cases.calendar: say which calendar tells the business days',
    ]);
    expect(problems([number, opened, closed], { ...business, calendar })).toEqual([]);
  });

  it('asks how much time there is to acknowledge exactly where a column says when that was', () => {
    const two = { ...days, acknowledge: { amount: 2, unit: 'calendarDays' } };
    expect(problems([number, opened, closed, acknowledged], days)).toEqual([
      'cases.acknowledge: say how much time there is to acknowledge a case',
    ]);
    expect(problems([number, opened, closed], two)).toEqual([
      'cases.acknowledge: no column says when a case was acknowledged',
    ]);
    expect(problems([number, opened, closed, acknowledged], two)).toEqual([]);
  });

  it('takes no counts, no periods, no grain but days, and for hours no bare dates', () => {
    expect(problems([number, opened, closed, { kind: 'period', format: 'YYYY-MM-DD' }], days)).toEqual([
      'columns.3.means: a file of cases holds no counts and no periods',
    ]);
    expect(problems([number, opened, closed], days, { grain: 'month' })).toEqual([
      'grain: cases are counted by day',
    ]);
    expect(problems([number, opened, closed], { close: { amount: 72, unit: 'hours' } })).toEqual([
      'columns.1.means: hours need a time of day: a date cannot say when they are over',
      'columns.2.means: hours need a time of day: a date cannot say when they are over',
    ]);
    expect(problems([number, opened, { kind: 'case_closed', format: 'Mon-YY' }], days)).toEqual([
      'columns.2.means: a month label cannot say the day',
    ]);
  });

  it('keeps dates of cases out of files of counts', () => {
    const offered: ColumnMeaning = { kind: 'measure', measure: 'offered' };
    expect(problems([{ kind: 'period', format: 'YYYY-MM-DD' }, offered, opened], undefined)).toEqual([
      'columns.2.means: this belongs to a file of cases: say which column names the case',
    ]);
  });
});
