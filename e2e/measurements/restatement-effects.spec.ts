import type { ResultSummary } from '@plumbline/slas/schema';
import { Api } from '../support/api';
import { agree, enterVendor } from '../support/contracts';
import { confirm, handIn, mappingOf } from '../support/kpi-files';
import { joinAsPartner } from '../support/newcomer';
import { expect, test } from '../support/test';

const days = (inTime: number) =>
  `day,offered,in_time\n2026-03-02,100,${inTime}\n2026-03-03,100,90\n2026-03-04,100,90\n`;

test('a partner sees old beside new and what it does to the result before confirming, and it comes true', async ({
  as,
  open,
}) => {
  const [manager, administrator] = [await as('trial', 'vendor_manager'), await as('trial', 'administrator')];
  const code = `RESTATES${Date.now()}`;
  const vendor = await enterVendor(manager, code, 'Recounting Calls', 'America/New_York');
  const metrics = await manager.all<{ id: string; code: string }>('/metrics');
  await agree(manager, vendor.id, code, {
    effectiveFrom: '2026-01-01',
    timezone: 'America/New_York',
    slas: [
      {
        name: 'Answered in time',
        metricId: metrics.find((metric) => metric.code === 'service_level')?.id ?? '',
        target: { comparator: '>=', value: '0.80' },
        weight: '100',
      },
    ],
  });
  const page = await open(null);
  await joinAsPartner(page, administrator, {
    email: `${code.toLowerCase()}@partner.test`,
    role: 'vendor_contributor',
    vendorId: vendor.id,
  });
  const partner = await Api.of(page, 'trial');
  const content = days(40);
  const mapping = mappingOf(
    content,
    {
      day: { kind: 'period', format: 'YYYY-MM-DD' },
      offered: { kind: 'measure', measure: 'offered' },
      in_time: { kind: 'measure', measure: 'answered_within_threshold' },
    },
    { grain: 'day', timezone: 'America/New_York' },
  );
  await confirm(partner, await handIn(partner, vendor.id, { name: 'march.csv', content }, mapping));
  const [before] = await partner.all<ResultSummary>(`/results?month=2026-03&vendorId=${vendor.id}`);
  expect(before).toMatchObject({ numerator: '220', denominator: '300' });

  const corrected = await handIn(
    partner,
    vendor.id,
    { name: 'march-corrected.csv', content: days(85) },
    mapping,
  );
  await page.goto(`/t/trial/kpi-files/${corrected.id}`);
  const panel = page.getByRole('region', { name: 'What changes' });
  const figure = panel
    .getByRole('table', { name: 'Earlier figures that are replaced' })
    .getByRole('row')
    .nth(1);
  await expect(figure).toContainText('2 Mar 2026');
  await expect(figure).toContainText('+45');
  await expect(figure).toContainText('march.csv, line 2');
  await expect(panel.getByText('1 in all; the list is complete.')).toBeVisible();
  const download = page.waitForEvent('download');
  await panel.getByRole('link', { name: 'All as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/-restated\.csv$/);
  const result = panel.getByRole('table', { name: 'Results' }).getByRole('row').nth(1);
  await expect(result).toContainText('73.3%');
  await expect(result).toContainText('88.3%');
  await expect(result.getByText('Met')).toBeVisible();

  await page.getByLabel('Why do earlier values change?').fill('The overflow queue was left out');
  await page.getByRole('button', { name: 'Load the file' }).click();
  await expect(page.getByRole('link', { name: 'Results of March 2026' })).toBeVisible();
  const [after] = await partner.all<ResultSummary>(`/results?month=2026-03&vendorId=${vendor.id}`);
  expect(after).toMatchObject({
    revision: (before?.revision ?? 0) + 1,
    numerator: '265',
    denominator: '300',
  });
});
