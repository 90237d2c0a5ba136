import type { BreachSummary, ResultSummary } from '@plumbline/slas/schema';
import { agree, defineMetric, enterVendor } from '../support/contracts';
import { confirm, handIn, mappingOf } from '../support/kpi-files';
import { hasData, readData } from '../support/public-data';
import { account } from '../support/accounts';
import { expect, test } from '../support/test';

interface Expected {
  readonly rows: number;
  readonly months_with_any_blank_kpi: readonly string[];
  readonly months_vendor_rate_gt_5pct: readonly string[];
  readonly months_recomputed_abandoned_over_inbound_gt_5pct: readonly string[];
  readonly months_asa_over_60s: readonly string[];
  readonly by_calendar_year: Record<
    string,
    {
      inbound: number;
      abandoned: number;
      abandonment_ratio_of_sums_pct: number;
      asa_volume_weighted_secs: number;
    }
  >;
}

test.describe('member-line-daily: 160 months of a member line, some of them blank', () => {
  test.skip(!hasData('member-line-daily'), 'needs member-line-daily (PLUMBLINE_DATA)');

  test('every month is judged by its counts; a blank is not reported, a stated rate stays a claim', async ({
    as,
    open,
  }) => {
    const content = readData('member-line-daily/member-line.csv');
    const expected = JSON.parse(readData('member-line-daily/expected.json')) as Expected;
    const manager = await as('trial', 'vendor_manager');
    const zone = 'America/Los_Angeles';
    const vendor = await enterVendor(manager, 'MEMBERLINE', 'Member line of the city', zone);
    const asa = await defineMetric(manager, {
      code: 'answer_speed_over_inbound',
      name: 'Average speed of answer over inbound calls',
      unit: 'seconds',
      direction: 'lower',
      numerator: 'wait_seconds',
      denominator: 'offered',
    });
    const [abandonment] = (await manager.all<{ id: string; code: string }>('/metrics')).filter(
      ({ code }) => code === 'abandonment_rate',
    );
    await agree(manager, vendor.id, 'MEMBERLINE-2011', {
      effectiveFrom: '2011-01-01',
      effectiveTo: '2024-05-01',
      timezone: zone,
      admitsClaimed: true,
      slas: [
        {
          name: 'Abandonment',
          metricId: abandonment?.id ?? '',
          target: { comparator: '<=', value: '0.05' },
          weight: '50',
        },
        {
          name: 'Speed of answer',
          metricId: asa.id,
          target: { comparator: '<=', value: '60' },
          weight: '50',
        },
      ],
    });

    const mapping = mappingOf(
      content,
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
      { grain: 'month', timezone: zone },
    );
    const checked = await handIn(manager, vendor.id, { name: 'member-line.csv', content }, mapping);
    expect(checked).toMatchObject({ state: 'checked', rows: { total: expected.rows, wrong: 0 } });
    expect(await confirm(manager, checked)).toMatchObject({ state: 'done', rows: { new: expected.rows } });

    const results = await manager.all<ResultSummary>(`/results?vendorId=${vendor.id}`);
    const of = (metricId: string) => results.filter(({ metric }) => metric.id === metricId);
    const months = (list: readonly ResultSummary[]) => list.map(({ month }) => month).sort();
    const [abandoned, answered] = [of(abandonment?.id ?? ''), of(asa.id)];
    expect(abandoned).toHaveLength(expected.rows);
    expect(answered).toHaveLength(expected.rows);

    // blanks: no verdict and no figure, never a zero
    const blank = results.filter(({ state }) => state === 'notReported');
    expect([...new Set(months(blank))]).toEqual(expected.months_with_any_blank_kpi);
    expect(blank.every(({ value, denominator }) => value === null && denominator === null)).toBe(true);
    expect(results.some(({ state }) => state === 'noVolume')).toBe(false);

    // verdicts from counts, whatever rate the line states about itself
    const breached = (list: readonly ResultSummary[]) =>
      months(list.filter(({ state }) => state === 'breached'));
    expect(breached(abandoned)).toEqual(expected.months_recomputed_abandoned_over_inbound_gt_5pct);
    expect(breached(answered)).toEqual(expected.months_asa_over_60s);
    const claimed = abandoned.filter(({ claimedValue }) => Number(claimedValue) > 0.05);
    expect(months(claimed)).toEqual(expected.months_vendor_rate_gt_5pct);

    // years add up from what is stored
    for (const [year, sums] of Object.entries(expected.by_calendar_year)) {
      const sum = (list: readonly ResultSummary[], part: 'numerator' | 'denominator') =>
        list
          .filter(({ month }) => month.startsWith(year))
          .reduce((total, each) => total + Number(each[part] ?? 0), 0);
      expect({ year, inbound: sum(abandoned, 'denominator'), lost: sum(abandoned, 'numerator') }).toEqual({
        year,
        inbound: sums.inbound,
        lost: sums.abandoned,
      });
      expect(sum(answered, 'numerator') / sum(answered, 'denominator')).toBeCloseTo(
        sums.asa_volume_weighted_secs,
        4,
      );
    }

    const breaches = await manager.all<BreachSummary>(`/breaches?vendorId=${vendor.id}&kind=target`);
    expect(breaches).toHaveLength(
      expected.months_recomputed_abandoned_over_inbound_gt_5pct.length + expected.months_asa_over_60s.length,
    );

    // the page says it in words: May 2022 had calls and no count of the abandoned
    const page = await open(account('trial', 'vendor_manager'));
    await page.goto(`/t/trial/results?vendorId=${vendor.id}&month=2022-05`);
    const row = page.getByRole('row').filter({ hasText: 'Abandonment' });
    await expect(row).toContainText('Not reported');
    await expect(row).not.toContainText('0 %');

    // the rate that was stated for April 2024 stands beside ours, with how far they are apart
    const april = abandoned.find(({ month }) => month === '2024-04');
    const difference = `The claim is ${(Math.abs(Number(april?.claimedValue) - Number(april?.value)) * 100).toFixed(1)} pt lower.`;
    await page.goto(`/t/trial/results/${april?.id}`);
    await expect(page.getByText(difference)).toBeVisible();
    await page.goto(`/t/trial/results/${april?.id}?explain=${april?.id}`);
    await expect(page.getByRole('dialog').getByText(difference)).toBeVisible();
  });
});
