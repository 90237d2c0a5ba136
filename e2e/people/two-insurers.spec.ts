import type { KpiFileSummary } from '@plumbline/measurements/schema';
import type { ResultSummary } from '@plumbline/slas/schema';
import { account } from '../support/accounts';
import { Api } from '../support/api';
import { expect, test } from '../support/test';

const both = ['northfield', 'bayshore'] as const;
const names = { northfield: 'Northfield Health (demo)', bayshore: 'Bayshore Mutual (demo)' };

test.describe('a partner of two insurers', () => {
  test('switches between them with one sign-in, and never sees one’s rows under the other', async ({
    open,
  }) => {
    const page = await open(account('northfield', 'vendor_contributor', 'LAKESIDE'));
    await page.goto('/');
    await page.getByRole('link', { name: names.northfield }).click();
    await expect(page).toHaveURL(/\/t\/northfield\/today/);
    await page.getByRole('link', { name: 'Results' }).first().click();
    await expect(page.getByRole('table', { name: 'Results' })).toBeVisible();
    await page.getByRole('button', { name: names.northfield }).click();
    await page.getByRole('menuitem', { name: names.bayshore }).click();
    await expect(page).toHaveURL(/\/t\/bayshore\/today/);
    await expect(page.getByRole('banner').getByText(names.bayshore)).toBeVisible();

    const [north, bay] = [await Api.of(page, 'northfield'), await Api.of(page, 'bayshore')];
    const rows = async (api: Api) => ({
      results: await api.all<ResultSummary>('/results'),
      files: await api.all<KpiFileSummary>('/kpi-files'),
    });
    const [one, other] = [await rows(north), await rows(bay)];
    expect(one.results.length * other.results.length * one.files.length * other.files.length).not.toBe(0);
    for (const { results, files } of [one, other]) {
      expect(new Set(results.map(({ vendor }) => vendor.code))).toEqual(new Set(['LAKESIDE']));
      expect(new Set(files.map(({ vendor }) => vendor.code))).toEqual(new Set(['LAKESIDE']));
    }
    const ids = new Set(one.results.map(({ id }) => id));
    expect(other.results.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(await bay.statusOf('GET', `/results/${one.results[0]?.id}`)).toBe(404);
    expect(await north.statusOf('GET', `/results/${other.results[0]?.id}`)).toBe(404);
    expect(await bay.statusOf('GET', `/kpi-files/${one.files[0]?.id}/content`)).toBe(404);
    expect(await north.statusOf('GET', '/people')).toBe(403);
  });

  test('keeps two tabs in two tenants apart, each under its own name and colour, also after a reload', async ({
    open,
  }) => {
    const first = await open(account('northfield', 'vendor_contributor', 'LAKESIDE'));
    const second = await first.context().newPage();
    const tabs = { northfield: first, bayshore: second };
    const look = async (slug: (typeof both)[number]) => {
      const tab = tabs[slug];
      await expect(tab.getByRole('table', { name: 'KPI files' })).toBeVisible();
      await expect(tab.getByRole('banner').getByText(names[slug])).toBeVisible();
      return tab.locator('pl-tenant-shell').getAttribute('style');
    };
    for (const slug of both) await tabs[slug].goto(`/t/${slug}/kpi-files`);
    const colours = [await look('northfield'), await look('bayshore')];
    expect(new Set(colours).size).toBe(2);
    for (const slug of both) await tabs[slug].reload();
    expect([await look('northfield'), await look('bayshore')]).toEqual(colours);
  });
});
