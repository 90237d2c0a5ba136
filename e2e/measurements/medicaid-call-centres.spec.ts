import type { KpiFile } from '@plumbline/measurements/schema';
import type { BreachSummary, Result, ResultSummary } from '@plumbline/slas/schema';
import { agree, allowReportingForOthers, defineMetric, enterVendor } from '../support/contracts';
import { confirm, handIn, mappingOf, settled } from '../support/kpi-files';
import { hasData, readData } from '../support/public-data';
import { expect, test } from '../support/test';

interface Expected {
  readonly rows: number;
  readonly by_state_latest_version: Record<
    string,
    { months: number; calls: number; abandonment_volume_weighted: number }
  >;
}

test.describe('medicaid-call-centres: five states, preliminary rows and updated ones', () => {
  test.skip(!hasData('medicaid-call-centres'), 'needs medicaid-call-centres (PLUMBLINE_DATA)');

  test('updates restate what came before, and a rate without its counts decides nothing', async ({ as }) => {
    const content = readData('medicaid-call-centres/five-states.csv');
    const expected = JSON.parse(readData('medicaid-call-centres/expected.json')) as Expected;
    const manager = await as('trial', 'vendor_manager');
    const zone = 'America/Chicago';
    const reporter = await enterVendor(manager, 'STATES', 'Reporting office of the states', zone);
    await allowReportingForOthers(manager, reporter.id);
    const wait = await defineMetric(manager, {
      code: 'wait_over_volume',
      name: 'Average wait over call volume',
      unit: 'seconds',
      direction: 'lower',
      numerator: 'wait_seconds',
      denominator: 'offered',
    });
    const [abandonment] = (await manager.all<{ id: string; code: string }>('/metrics')).filter(
      ({ code }) => code === 'abandonment_rate',
    );
    const framework = await agree(manager, reporter.id, 'STATES-2023', {
      effectiveFrom: '2023-03-01',
      effectiveTo: '2025-01-01',
      timezone: zone,
      admitsClaimed: true,
      slas: [
        {
          name: 'Abandonment',
          metricId: abandonment?.id ?? '',
          target: { comparator: '<', value: '0.05' },
          weight: '50',
        },
        { name: 'Wait', metricId: wait.id, target: { comparator: '<=', value: '300' }, weight: '50' },
      ],
    });

    const mapping = mappingOf(
      content,
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
      { grain: 'month', timezone: zone },
    );
    const file = { name: 'five-states.csv', content };
    const waiting = await handIn(manager, reporter.id, file, mapping);
    expect(waiting).toMatchObject({ state: 'waiting_for_vendors', rows: { total: expected.rows, wrong: 0 } });
    const { items: copies } = await manager.post<{
      items: { code: string; vendor: { id: string }; contract: object | null }[];
    }>(`/contracts/${framework.id}/copies`, {
      create: waiting.unknownVendors.map(({ code, name }) => ({ code, name })),
      kpiFileId: waiting.id,
    });
    expect(copies.filter(({ contract }) => contract !== null)).toHaveLength(5);
    const checked = await settled(manager, waiting.id, ['checked']);
    expect(checked.rows).toMatchObject({ new: 110, unchanged: 107, restated: 3 });
    expect(await confirm(manager, checked)).toMatchObject({ state: 'done' });

    const vendorOf = new Map(copies.map(({ code, vendor }) => [code, vendor.id]));
    const resultsOf = async (state: string) =>
      manager.all<ResultSummary>(`/results?vendorId=${vendorOf.get(state)}`);
    for (const [state, sums] of Object.entries(expected.by_state_latest_version)) {
      const results = await resultsOf(state);
      const waits = results.filter(({ metric }) => metric.id === wait.id);
      const rates = results.filter(({ metric }) => metric.code === 'abandonment_rate');
      const counted = waits.filter(({ denominator }) => denominator !== null);
      const calls = counted.reduce((total, { denominator }) => total + Number(denominator), 0);
      expect({ state, months: counted.length, calls }).toEqual({
        state,
        months: sums.months,
        calls: sums.calls,
      });
      // a share without its counts is shown beside and gives no verdict
      expect(rates.every(({ state: verdict, value }) => verdict === 'notReported' && value === null)).toBe(
        true,
      );
      const weighed = rates.reduce((total, { month, claimedValue }) => {
        const volume = waits.find((each) => each.month === month)?.denominator ?? null;
        return volume === null ? total : total + Number(claimedValue) * Number(volume);
      }, 0);
      expect(weighed / calls).toBeCloseTo(sums.abandonment_volume_weighted, 6);
    }

    const waitIn = async (state: string, month: string) => {
      const found = (await resultsOf(state)).find(
        (each) => each.month === month && each.metric.id === wait.id,
      );
      return manager.get<Result>(`/results/${found?.id}`);
    };
    // Texas said 2 minutes and then 10, 8 and then 11; Arizona took October 2023 back
    expect(await waitIn('TX', '2023-03')).toMatchObject({ state: 'breached', value: '600' });
    expect(await waitIn('TX', '2023-04')).toMatchObject({ state: 'breached', value: '660' });
    expect(await waitIn('AZ', '2023-10')).toMatchObject({ state: 'notReported', value: null });
    const open = (await manager.all<BreachSummary>('/breaches?kind=target&open=true')).filter(
      ({ sla }) => sla?.name === 'Wait',
    );
    const missed = (state: string) =>
      open.filter(({ vendor }) => vendor.id === vendorOf.get(state)).map(({ month }) => month);
    expect(missed('TX')).toEqual(expect.arrayContaining(['2023-03', '2023-04']));
    expect(missed('AZ')).not.toContain('2023-10');

    const again = await handIn(manager, reporter.id, file, mapping);
    expect(again satisfies KpiFile).toMatchObject({ state: 'unchanged', rows: { unchanged: expected.rows } });
  });
});
