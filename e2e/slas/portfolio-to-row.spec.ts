import type { Portfolio, ResultSummary } from '@plumbline/slas/schema';
import { account } from '../support/accounts';
import { Api } from '../support/api';
import { expect, test } from '../support/test';

test('from today over the worst month of the heat map to a scorecard, a figure, and the lines of a file', async ({
  open,
}) => {
  const page = await open(account('northfield', 'vendor_manager'));
  const api = await Api.of(page, 'northfield');
  const { vendors } = await api.get<Portfolio>('/portfolio');
  const lakeside = vendors.find(({ code }) => code === 'LAKESIDE');
  // the Spanish line lost its staff for three months
  const lost = (await api.all<ResultSummary>(`/results?vendorId=${lakeside?.id}&state=breached`)).find(
    ({ sla }) => sla.name === 'Service level 80/20, Spanish',
  );
  const worst = lakeside?.cells.find(({ month }) => month === lost?.month);
  expect(worst?.scorecardId, 'the demo has a failing month of Lakeside with a scorecard').toBeTruthy();

  await page.goto('/t/northfield/today');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Portfolio' }).click();
  const map = page.getByRole('grid', { name: 'Vendors by month' });
  // the months, and a row for each vendor: those that are being taken in have no results yet
  await expect(map.getByRole('row')).toHaveCount(1 + vendors.length);
  await map.locator(`a[href$="/scorecards/${worst?.scorecardId}"]`).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lakeside Voice (demo)');
  const missed = page.getByRole('row').filter({ hasText: 'Service level 80/20, Spanish' });
  await expect(missed).toContainText('Breached');
  await missed.getByRole('button', { name: /Service level 80\/20, Spanish, / }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('Lakeside Voice (demo)');
  await expect(drawer).toContainText('Breached');
  await expect(drawer).toContainText('4.1 Service levels');
  await expect(page, 'the address can be shared').toHaveURL(/\?explain=/);
  const row = drawer
    .getByRole('row')
    .filter({ hasText: /lakeside-intervals-\d{4}-\d{2}\.csv/ })
    .first();
  await expect(row).toBeVisible();

  // the shared address opens the same explanation; its row leads to the file
  await page.goto(page.url());
  await expect(drawer).toContainText('Lakeside Voice (demo)');
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/\/kpi-files\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/lakeside-intervals-/);
  await page.goBack();
  await expect(page).toHaveURL(/\/scorecards\//);
});
