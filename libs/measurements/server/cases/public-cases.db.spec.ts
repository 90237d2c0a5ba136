import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { CaseHistory } from './case-history.fixture';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const folder = process.env['PLUMBLINE_DATA'] ?? '../shared/data';
const given = existsSync(join(folder, 'insurance-complaints'));
const read = (name: string): string => readFileSync(join(folder, 'insurance-complaints', name), 'utf8');
/** Needs the public data sets (PLUMBLINE_DATA, or ../shared/data). */
const withData = given ? describe : describe.skip;

interface Counted {
  readonly cases: number;
  readonly within_15bd_us_federal_A: number;
  readonly within_15bd_weekends_only_A: number;
  readonly WRONG_within_15_calendar_days: number;
}

withData('insurance-complaints (../shared/data): one case in up to 32 rows', () => {
  let bench: MeasurementsBench;
  let history: CaseHistory;
  const text = given ? read('complaints-2023-q1.csv') : '';
  const expected = given ? JSON.parse(read('expected.json')) : {};
  const whole = expected.overall_by_case as Counted;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    history = new CaseHistory(bench);
  });
  afterAll(() => bench.close());

  /** Cases closed and those of them closed in time, by a label. */
  async function closed(of: MeasuredTenant, by: string): Promise<Record<string, readonly [number, number]>> {
    const at = (code: string) =>
      `d.amounts[(select position from measure where tenant_id = $1 and code = '${code}')]`;
    const rows = await bench.query<{ label: string; cases: number; in_time: number }>(
      of,
      `select ${by} as label, sum(${at('cases_closed')})::int as cases, sum(${at('cases_closed_in_time')})::int as in_time
       from measurement_day d join vendor v on v.tenant_id = d.tenant_id and v.id = d.vendor_id
       where d.tenant_id = $1 group by 1 having sum(${at('cases_closed')}) > 0 order by 1`,
    );
    return Object.fromEntries(rows.map(({ label, cases, in_time }) => [label, [cases, in_time] as const]));
  }
  const months = (way: keyof Counted) =>
    Object.fromEntries(
      Object.entries(expected.by_closed_month as Record<string, Counted>).map(([month, counted]) => [
        month,
        [counted.cases, counted[way]],
      ]),
    );
  const MONTH = `to_char(d.local_date, 'YYYY-MM')`;

  it('283 cases of 1,710 rows: in time by federal business days, in all and by month of closing', async () => {
    const of = await bench.tenant();
    const calendar = await history.federalCalendar(of);
    const file = await history.load(of, text, {
      cases: { close: { amount: 15, unit: 'businessDays' }, calendar },
    });
    expect(file).toMatchObject({
      state: 'evaluating',
      rows: { total: expected.rows, wrong: 0, new: whole.cases, unchanged: 0, restated: 0 },
      effect: { cases: expected.cases_unique_file_no },
    });
    expect(await closed(of, `'all'`)).toEqual({ all: [whole.cases, whole.within_15bd_us_federal_A] });
    expect(await closed(of, MONTH)).toEqual(months('within_15bd_us_federal_A'));
    const [widest] = await bench.query<{ lines: number }>(
      of,
      `select max(upper(part) - lower(part))::int as lines from kpi_case cross join lateral unnest(lines) part where tenant_id = $1`,
    );
    expect(widest?.lines).toBe(expected.max_rows_for_one_case);
    expect(await history.differences(of)).toEqual([]);
    const again = await history.load(of, text, {
      cases: { close: { amount: 15, unit: 'businessDays' }, calendar },
    });
    expect(again).toMatchObject({ state: 'unchanged', rows: { unchanged: whole.cases } });

    // other terms judge the same cases anew, and that is a restatement
    const days = await history.load(of, text, {
      cases: { close: { amount: 15, unit: 'calendarDays' } },
      restatementReason: 'The contract counts calendar days',
    });
    expect(days).toMatchObject({ rows: { restated: whole.cases } });
    expect(await closed(of, MONTH)).toEqual(months('WRONG_within_15_calendar_days'));
    expect(await history.differences(of)).toEqual([]);
  });

  it('by carrier: a case counts for each that it names where the mapping says so, and is asked about otherwise', async () => {
    const of = await bench.tenant('America/New_York', true);
    const calendar = await history.federalCalendar(of);
    const cases = { close: { amount: 15, unit: 'businessDays' }, calendar };
    const carriers = { company: { kind: 'vendor' } } as const;
    const waiting = await bench.checked(of, text, history.mapping(text, cases, carriers));
    expect(waiting).toMatchObject({ state: 'waiting_for_vendors' });
    const create = waiting.unknownVendors.map(({ code }) => ({ code, name: code }));
    await bench.files.resolveVendors(of.manager, waiting.id, { create, match: [] });
    await bench.check.process(of.tenant, waiting.id);
    const checked = await bench.files.view(of.partner, waiting.id);
    const several = expected.cases_with_conflicting_values_across_rows.company as number;
    expect(checked).toMatchObject({ state: 'checked', rows: { new: whole.cases - several } });
    const problems = await bench.files.problems(of.partner, checked.id, { limit: 200 });
    expect(new Set(problems.items.map(({ code, columnName }) => `${code} ${columnName}`))).toEqual(
      new Set(['contradicting-case company']),
    );
    expect(new Set(problems.items.map(({ detail }) => /for case (\S+):/.exec(detail)?.[1])).size).toBe(
      several,
    );

    const each = await bench.checked(
      of,
      text,
      history.mapping(text, { ...cases, severalVendors: 'each' }, carriers),
      'each.csv',
    );
    expect(each).toMatchObject({ state: 'checked', rows: { wrong: 0 } });
    await bench.loaded(of, each);
    const found = await closed(of, 'v.code');
    const top = expected['by_company_top15 (a case counts for each company named)'] as Record<
      string,
      Counted
    >;
    expect(Object.keys(top)).toHaveLength(15);
    for (const [company, { cases: all, within_15bd_us_federal_A: inTime }] of Object.entries(top))
      expect({ company, counted: found[company] }).toEqual({ company, counted: [all, inTime] });
    expect(await history.differences(of)).toEqual([]);
  });
});
