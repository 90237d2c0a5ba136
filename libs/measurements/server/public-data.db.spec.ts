import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnMeaning } from '@plumbline/measurements/schema';
import { type MeasuredTenant, MeasurementsBench, type StatedMapping } from './measurements-bench';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const folder = process.env['PLUMBLINE_DATA'] ?? '../shared/data';
const given = existsSync(join(folder, 'nurse-line-monthly'));
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
/** Needs the public data sets (PLUMBLINE_DATA, or ../shared/data). */
const withData = given ? describe : describe.skip;

function mappingOf(text: string, means: Record<string, ColumnMeaning>, rest: object): StatedMapping {
  const headers = (text.split(/\r?\n/)[0] ?? '').split(',');
  return {
    ...rest,
    columns: headers.map((header) => ({ header, means: means[header] ?? { kind: 'ignore' } })),
  };
}

withData('public data sets (../shared/data)', () => {
  let bench: MeasurementsBench;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
  });
  afterAll(() => bench.close());

  const sums = (of: MeasuredTenant, by: string, measures: readonly string[]) =>
    bench.query<Record<string, string | number>>(
      of,
      `select ${by} as key, sum(d.rows)::int as rows,
              ${measures.map((code) => `sum(d.amounts[(select position from measure where tenant_id = $1 and code = '${code}')])::text as ${code}`).join(', ')}
       from measurement_day d join vendor v on v.tenant_id = d.tenant_id and v.id = d.vendor_id
       where d.tenant_id = $1 group by 1 order by 1`,
    );

  it('nurse-line-monthly: 45 provider codes wait for the insurer, then add up as expected', async () => {
    const text = read('nurse-line-monthly/nurse-line-2015-q1.csv');
    const expected = JSON.parse(read('nurse-line-monthly/expected.json'));
    const of = await bench.tenant('Europe/London', true);
    const mapping = mappingOf(
      text,
      {
        period: { kind: 'period', format: 'Mon-YY' },
        provider_code: { kind: 'vendor' },
        provider_name: { kind: 'vendor_name' },
        calls_offered: { kind: 'measure', measure: 'offered' },
        calls_answered: { kind: 'measure', measure: 'answered' },
        calls_answered_within_60s: { kind: 'measure', measure: 'answered_within_threshold' },
        calls_abandoned_after_30s: { kind: 'measure', measure: 'abandoned_after_threshold' },
      },
      { grain: 'month', timezone: 'Europe/London' },
    );
    const waiting = await bench.checked(of, text, mapping);
    expect(waiting).toMatchObject({ state: 'waiting_for_vendors', rows: { total: 135, wrong: 0 } });
    expect(waiting.unknownVendors).toHaveLength(45);
    expect(waiting.unknownVendors[0]).toEqual({
      code: '111AA1',
      name: 'NORTH EAST ENGLAND NHS 111',
      rows: 3,
    });

    const create = waiting.unknownVendors.map(({ code, name }) => ({ code, name }));
    await bench.files.resolveVendors(of.manager, waiting.id, { create, match: [] });
    const zones = await bench.query(
      of,
      `select distinct timezone from vendor where tenant_id = $1 and code = '111AA1'`,
    );
    // the file's own, not the insurer's
    expect(zones).toEqual([{ timezone: 'Europe/London' }]);
    await bench.check.process(of.tenant, waiting.id);
    const checked = await bench.files.view(of.partner, waiting.id);
    expect(checked).toMatchObject({
      state: 'checked',
      rows: { new: 135, unchanged: 0, restated: 0, wrong: 0 },
      effect: { months: ['2015-04', '2015-05', '2015-06'], vendors: 45, needsReason: false },
    });
    expect(await bench.loaded(of, checked)).toMatchObject({ state: 'evaluating', loadNumber: 1 });

    const measures = ['offered', 'answered', 'answered_within_threshold', 'abandoned_after_threshold'];
    const byMonth = await sums(of, `to_char(d.local_date, 'Mon-YY')`, measures);
    for (const [month, sum] of Object.entries(expected.by_month as Record<string, Record<string, number>>)) {
      expect(byMonth.find(({ key }) => key === month)).toEqual({
        key: month,
        rows: sum['rows'],
        offered: String(sum['calls_offered']),
        answered: String(sum['calls_answered']),
        answered_within_threshold: String(sum['calls_answered_within_60s']),
        abandoned_after_threshold: String(sum['calls_abandoned_after_30s']),
      });
    }
    const byProvider = await sums(of, 'v.code', ['offered', 'answered_within_threshold']);
    expect(byProvider).toHaveLength(45);
    for (const [code, sum] of Object.entries(
      expected.by_provider_quarter as Record<string, Record<string, number>>,
    )) {
      expect(byProvider.find(({ key }) => key === code)).toMatchObject({
        offered: String(sum['calls_offered']),
        answered_within_threshold: String(sum['calls_answered_within_60s']),
      });
    }
    expect(await bench.checked(of, text, mapping)).toMatchObject({
      state: 'unchanged',
      rows: { unchanged: 135 },
    });
  });

  it('member-line-daily: blanks stay unreported, the average is weighed by its calls, the stated rate stays a claim', async () => {
    const text = read('member-line-daily/member-line.csv');
    const expected = JSON.parse(read('member-line-daily/expected.json'));
    const of = await bench.tenant('America/Los_Angeles');
    const mapping = mappingOf(
      text,
      {
        Month: { kind: 'period', format: 'Mon YYYY' },
        'Inbound Calls': { kind: 'measure', measure: 'offered' },
        'Average Speed of Answer in Secs': {
          kind: 'average',
          measure: 'wait_seconds',
          weight: 'offered',
          unit: 'seconds',
        },
        'Abandoned Calls': { kind: 'measure', measure: 'abandoned' },
        'Call Abandonment Rate': { kind: 'claimed', metric: 'abandonment_rate', unit: 'percent' },
      },
      { grain: 'month', timezone: 'America/Los_Angeles' },
    );
    const checked = await bench.checked(of, text, mapping);
    expect(checked).toMatchObject({ state: 'checked', rows: { total: 160, wrong: 0, new: 160 } });
    expect(await bench.loaded(of, checked)).toMatchObject({ state: 'evaluating' });

    const position = `(select position from measure where tenant_id = $1 and code = `;
    const blank = await bench.query<{ month: string }>(
      of,
      `select to_char(local_date, 'YYYY-MM') as month from measurement where tenant_id = $1
         and (amounts[${position} 'wait_seconds')] is null or amounts[${position} 'abandoned')] is null) order by 1`,
    );
    expect(blank.map(({ month }) => month)).toEqual(expected.months_with_any_blank_kpi);

    const years = await bench.query<{ year: string; inbound: string; abandoned: string; asa: string }>(
      of,
      `select to_char(local_date, 'YYYY') as year,
              sum(amounts[${position} 'offered')]) filter (where amounts[${position} 'abandoned')] is not null)::text as inbound,
              sum(amounts[${position} 'abandoned')])::text as abandoned,
              round(sum(amounts[${position} 'wait_seconds')]) / sum(amounts[${position} 'offered')])
                filter (where amounts[${position} 'wait_seconds')] is not null), 4)::float8::text as asa
       from measurement where tenant_id = $1
       group by 1 order by 1`,
    );
    for (const { year, inbound, abandoned, asa } of years) {
      const of = expected.by_calendar_year[year];
      expect({ year, inbound: Number(inbound), abandoned: Number(abandoned), asa: Number(asa) }).toEqual({
        year,
        inbound: of.inbound,
        abandoned: of.abandoned,
        asa: of.asa_volume_weighted_secs,
      });
    }
    const above = await bench.query<{ month: string }>(
      of,
      `select to_char(local_date, 'YYYY-MM') as month from claimed_figure
       where tenant_id = $1 and metric_code = 'abandonment_rate' and value > 0.05 order by 1`,
    );
    expect(above.map(({ month }) => month)).toEqual(expected.months_vendor_rate_gt_5pct);
  });

  it('medicaid-call-centres: updated rows restate preliminary ones, a withdrawn figure is not reported', async () => {
    const text = read('medicaid-call-centres/five-states.csv');
    const expected = JSON.parse(read('medicaid-call-centres/expected.json'));
    const of = await bench.tenant('America/Chicago', true);
    const mapping = mappingOf(
      text,
      {
        'State Abbreviation': { kind: 'vendor' },
        'State Name': { kind: 'vendor_name' },
        'Reporting Period': { kind: 'period', format: 'YYYYMM' },
        'Preliminary or Updated': { kind: 'version', order: ['P', 'U'] },
        'Total Call Center Volume (Number of Calls)': { kind: 'measure', measure: 'offered' },
        'Average Call Center Wait Time (Minutes)': {
          kind: 'average',
          measure: 'wait_seconds',
          weight: 'offered',
          unit: 'minutes',
        },
        'Average Call Center Abandonment Rate': {
          kind: 'claimed',
          metric: 'abandonment_rate',
          unit: 'fraction',
        },
      },
      { grain: 'month', timezone: 'America/Chicago' },
    );
    const waiting = await bench.checked(of, text, mapping);
    expect(waiting).toMatchObject({ state: 'waiting_for_vendors', rows: { total: 220, wrong: 0 } });
    const create = waiting.unknownVendors.map(({ code, name }) => ({ code, name }));
    await bench.files.resolveVendors(of.manager, waiting.id, { create, match: [] });
    await bench.check.process(of.tenant, waiting.id);
    const checked = await bench.files.view(of.partner, waiting.id);
    expect(checked).toMatchObject({
      state: 'checked',
      rows: { new: 110, unchanged: 107, restated: 3 },
      effect: { needsReason: false },
    });
    expect(await bench.loaded(of, checked)).toMatchObject({ state: 'evaluating', loadNumber: 2 });

    const states = await bench.query<{ code: string; months: number; calls: string; rate: string }>(
      of,
      `select v.code, count(m.amounts[p.offered])::int as months, sum(m.amounts[p.offered])::text as calls,
              round(sum(c.value * m.amounts[p.offered]) / sum(m.amounts[p.offered]) filter (where c.value is not null), 6)::text as rate
       from measurement m
       join vendor v on v.tenant_id = m.tenant_id and v.id = m.vendor_id
       cross join (select position as offered from measure where tenant_id = $1 and code = 'offered') p
       left join lateral (select value from claimed_figure c where c.tenant_id = m.tenant_id and c.vendor_id = m.vendor_id
                            and c.local_date = m.local_date and c.metric_code = 'abandonment_rate'
                          order by load_number desc limit 1) c on true
       where m.tenant_id = $1 group by 1 order by 1`,
    );
    for (const { code, months, calls, rate } of states) {
      const of = expected.by_state_latest_version[code];
      expect({ code, months, calls: Number(calls), rate: Number(rate) }).toEqual({
        code,
        months: of.months,
        calls: of.calls,
        rate: of.abandonment_volume_weighted,
      });
    }
    const superseded = await bench.query<{ key: string }>(
      of,
      `select v.code || ' ' || to_char(s.local_date, 'YYYYMM') as key from measurement_superseded s
       join vendor v on v.tenant_id = s.tenant_id and v.id = s.vendor_id where s.tenant_id = $1 order by 1`,
    );
    expect(superseded.map(({ key }) => key)).toEqual(
      expected.restated.map(([state, month]: [string, string]) => `${state} ${month}`),
    );
    expect(await bench.checked(of, text, mapping)).toMatchObject({
      state: 'unchanged',
      rows: { unchanged: 220 },
    });
  });
});
