import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Contract } from '@plumbline/contracts/schema';
import type { KpiFile } from '@plumbline/measurements/schema';
import type { ScorecardSummary } from '@plumbline/scorecards/schema';
import type { BreachSummary, ResultSummary } from '@plumbline/slas/schema';
import type { VendorSummary } from '@plumbline/vendors/schema';
import { account } from '../support/accounts';
import { Api } from '../support/api';
import { agree, allowReportingForOthers, defineMetric } from '../support/contracts';
import { askEngine } from '../support/engine';
import { joinAsPartner } from '../support/newcomer';
import { hasData } from '../support/public-data';
import { expect, test } from '../support/test';
import {
  months,
  nurseLine,
  nurseLineExpected,
  nurseLineFile,
  type ProviderMonth,
  providerMonths,
  withCell,
} from './nurse-line';

const SPEED = 'Answered within 60 s';
const LOST = 'Abandoned after 30 s';
const zone = 'Europe/London';
const columns: Readonly<Record<string, string>> = {
  period: 'Period of the row',
  provider_code: 'Vendor code',
  provider_name: 'Vendor name',
  calls_offered: 'Calls offered',
  calls_answered: 'Calls answered',
  calls_answered_within_60s: 'Calls answered within threshold',
  calls_abandoned_after_30s: 'Calls abandoned after threshold',
};

const manager = () => account('trial', 'vendor_manager');
const partner = () => account('trial', 'vendor_contributor', 'AGENT');
const names = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthName = (month: string) => names.format(new Date(`${month}-01T00:00:00Z`));

/** Sends a file on the page; what follows happens on the file's own page. */
async function send(page: Page, name: string, content: string): Promise<void> {
  await page.goto('/t/trial/kpi-files/upload');
  await page
    .getByLabel('KPI files (CSV or XLSX)')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(page).toHaveURL(/\/kpi-files\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

const state = (page: Page) => page.locator('pl-page-header pl-status');

test.describe.serial('main job: a real KPI file, from the partner’s upload to a published scorecard', () => {
  test.skip(!hasData(nurseLine), 'needs nurse-line-monthly (PLUMBLINE_DATA)');

  let fileId = '';
  let vendors = new Map<string, string>();
  let scorecardUrl = '';
  /** The provider whose scorecard is published and corrected: it misses one of its two targets in April. */
  let chosen: ProviderMonth;

  test('the partner says what the columns mean; 45 providers become vendors with one action; all months are judged', async ({
    as,
    open,
  }) => {
    const content = nurseLineFile();
    const rows = providerMonths(content);
    const api = await as('trial', 'vendor_manager');
    const [agent] = await api.all<VendorSummary>('/vendors?search=AGENT');
    await allowReportingForOthers(api, agent?.id ?? '');
    const speed = await defineMetric(api, {
      code: 'answered_within_60s',
      name: 'Calls answered within 60 s, of those answered',
      unit: 'ratio',
      direction: 'higher',
      numerator: 'answered_within_threshold',
      denominator: 'answered',
    });
    const lost = await defineMetric(api, {
      code: 'abandoned_after_30s',
      name: 'Calls abandoned after 30 s, of those offered',
      unit: 'ratio',
      direction: 'lower',
      numerator: 'abandoned_after_threshold',
      denominator: 'offered',
    });
    await agree(api, agent?.id ?? '', 'NURSE-LINES-2015', {
      effectiveFrom: '2015-04-01',
      effectiveTo: '2015-07-01',
      timezone: zone,
      slas: [
        { name: SPEED, metricId: speed.id, target: { comparator: '>=', value: '0.95' }, weight: '50' },
        { name: LOST, metricId: lost.id, target: { comparator: '<', value: '0.05' }, weight: '50' },
      ],
    });

    const page = await open(partner());
    await send(page, 'nurse-line-2015-q1.csv', content);
    for (const header of (content.split('\n')[0] ?? '').trim().split(',')) {
      await page
        .getByLabel(`What ${header} means`, { exact: true })
        .selectOption({ label: columns[header] ?? 'Not used' });
    }
    await page.getByLabel('Written as').selectOption('Mon-YY');
    await page.getByLabel('One row is').selectOption({ label: 'A month' });
    await page
      .getByRole('button', { name: `Use ${zone}` })
      .first()
      .click();
    await expect(page.getByText('The first 135 rows can be read.')).toBeVisible();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await expect(state(page)).toHaveText('Waiting for vendors');
    await expect(page.getByText('45 vendor codes')).toBeVisible();
    fileId = page.url().split('/').at(-1) ?? '';

    const insurer = await open(manager());
    await insurer.goto(`/t/trial/kpi-files/${fileId}`);
    await insurer
      .getByLabel('Terms of the contract')
      .selectOption({ label: 'NURSE-LINES-2015: Agreement NURSE-LINES-2015 (Reporting Agent (demo))' });
    await expect(
      insurer.getByText('Creates 45 vendors, each with a copy of contract NURSE-LINES-2015'),
    ).toBeVisible();
    await insurer.getByRole('button', { name: 'Do it and go on' }).click();
    await expect(state(insurer)).toHaveText('To be confirmed');

    // the partner's page has followed by itself
    await expect(state(page)).toHaveText('To be confirmed');
    // calls abandoned within 30 s are counted nowhere, and rightly so: said once for every file of this layout
    const differing = rows.filter(({ offered, answered, abandoned }) => offered !== answered + abandoned);
    await expect(
      page.getByText(`In ${differing.length} of ${rows.length} rows offered is not answered`),
    ).toBeVisible();
    await page.getByLabel('Calls that do not add up: this is right').check();
    await page.getByLabel('Also in every other file of this layout, without asking').check();
    await page.getByRole('button', { name: 'Load the file' }).click();
    await expect(state(page)).toHaveText('Loaded', { timeout: 45_000 });

    const codes = new Set(rows.map(({ code }) => code));
    const all = await api.all<VendorSummary>('/vendors');
    vendors = new Map(all.filter(({ code }) => codes.has(code)).map(({ code, id }) => [code, id]));
    expect(vendors.size).toBe(45);
    const contracts = await api.all<Contract>('/contracts');
    expect(contracts.filter(({ vendor }) => codes.has(vendor.code))).toHaveLength(45);
  });

  test('results per month and provider are those computed independently, and so are the breaches', async ({
    as,
  }) => {
    const api = await as('trial', 'vendor_manager');
    const rows = providerMonths(nurseLineFile());
    const expected = nurseLineExpected();
    const results: ResultSummary[] = [];
    for (const month of Object.values(months))
      results.push(...(await api.all<ResultSummary>(`/results?month=${month}`)));
    const of = (name: string) =>
      new Map(
        results
          .filter(({ sla, vendor }) => sla.name === name && vendors.has(vendor.code))
          .map((result) => [`${result.vendor.code} ${result.month}`, result]),
      );
    const [speed, lost] = [of(SPEED), of(LOST)];
    expect([speed.size, lost.size]).toEqual([135, 135]);

    for (const row of rows) {
      const key = `${row.code} ${row.month}`;
      expect(speed.get(key), `${key}: ${SPEED}`).toMatchObject({
        numerator: `${row.within60s}`,
        denominator: `${row.answered}`,
        // 0.95 as 19/20, so that the comparison is exact
        state: row.within60s * 20 >= row.answered * 19 ? 'met' : 'breached',
      });
      expect(lost.get(key), `${key}: ${LOST}`).toMatchObject({
        numerator: `${row.abandoned}`,
        denominator: `${row.offered}`,
        state: row.abandoned * 20 < row.offered ? 'met' : 'breached',
      });
    }

    const sum = (list: ResultSummary[], part: 'numerator' | 'denominator') =>
      list.reduce((total, each) => total + Number(each[part]), 0);
    const sumsOf = (belongs: (result: ResultSummary) => boolean) => {
      const [fast, gone] = [[...speed.values()].filter(belongs), [...lost.values()].filter(belongs)];
      return {
        calls_answered: sum(fast, 'denominator'),
        calls_answered_within_60s: sum(fast, 'numerator'),
        calls_offered: sum(gone, 'denominator'),
        calls_abandoned_after_30s: sum(gone, 'numerator'),
        sl60_of_answered: Number((sum(fast, 'numerator') / sum(fast, 'denominator')).toFixed(6)),
        abandonment_rate: Number((sum(gone, 'numerator') / sum(gone, 'denominator')).toFixed(6)),
      };
    };
    for (const [label, sums] of Object.entries(expected.by_month)) {
      expect(sums, label).toMatchObject(sumsOf(({ month }) => month === months[label]));
    }
    for (const [code, sums] of Object.entries(expected.by_provider_quarter)) {
      expect(sums, code).toMatchObject(sumsOf(({ vendor }) => vendor.code === code));
    }

    const missed = (list: Map<string, ResultSummary>) =>
      [...list].filter(([, { state: verdict }]) => verdict === 'breached').map(([key]) => key);
    const breaches = (await api.all<BreachSummary>('/breaches?kind=target')).filter(({ vendor }) =>
      vendors.has(vendor.code),
    );
    const named = (name: string) =>
      breaches
        .filter(({ sla }) => sla?.name === name)
        .map(({ vendor, month }) => `${vendor.code} ${month}`)
        .sort();
    expect(named(SPEED)).toEqual(missed(speed).sort());
    expect(named(LOST)).toEqual(missed(lost).sort());
    expect(breaches.every(({ closedAt }) => closedAt === null)).toBe(true);
    expect([missed(speed).length, missed(lost).length].every((count) => count > 0)).toBe(true);
  });

  test('the vendor manager follows a figure down to file and line, and the engine comes to the same verdict', async ({
    open,
  }) => {
    const rows = providerMonths(nurseLineFile());
    const april = rows.filter(({ month }) => month === '2015-04');
    const found = april.find(
      (row) => row.within60s * 20 < row.answered * 19 && row.abandoned * 20 < row.offered,
    );
    expect(found, 'a provider that missed only the speed in April').toBeDefined();
    chosen = found as ProviderMonth;

    const page = await open(manager());
    await page.goto(`/t/trial/results?month=2015-04&vendorId=${vendors.get(chosen.code)}`);
    const row = page.getByRole('row').filter({ hasText: SPEED });
    await expect(row).toContainText('Breached');
    await expect(row).toContainText(`${((chosen.within60s / chosen.answered) * 100).toFixed(1)}`);
    await expect(page.getByRole('row').filter({ hasText: LOST })).toContainText('Met');
    await row.getByRole('button', { name: new RegExp(SPEED) }).click();

    const drawer = page.getByRole('dialog', { name: 'Why this figure' }).or(page.getByRole('dialog'));
    await expect(drawer).toContainText(chosen.name);
    await expect(drawer).toContainText(chosen.within60s.toLocaleString('en-US'));
    await expect(drawer).toContainText(chosen.answered.toLocaleString('en-US'));
    await expect(drawer).toContainText('4.1 Service levels');
    const behind = drawer.getByRole('row').filter({ hasText: 'nurse-line-2015-q1.csv' });
    await expect(behind).toHaveCount(1);
    await expect(behind.getByRole('cell', { name: `${chosen.line}`, exact: true })).toBeVisible();

    const downloading = page.waitForEvent('download');
    await drawer.getByRole('link', { name: 'Download JSON' }).click();
    const exported = JSON.parse(readFileSync(await (await downloading).path(), 'utf8')) as {
      verdict: Record<string, unknown>;
    };
    const answer = await askEngine({ id: 'audit', op: 'explain.recompute', input: exported });
    expect(answer).toMatchObject({
      id: 'audit',
      result: { agrees: true, differences: [], verdict: { state: 'breached' } },
    });
    expect(answer.result?.['verdict']).toMatchObject(exported.verdict);
  });

  test('a scorecard is published; a corrected row makes its second revision; the same file again changes nothing', async ({
    as,
    open,
  }) => {
    const api = await as('trial', 'vendor_manager');
    const [draft] = await api.all<ScorecardSummary>(
      `/scorecards?period=2015-04&vendorId=${vendors.get(chosen.code)}`,
    );
    expect(draft).toMatchObject({ state: 'draft', revision: 1, complete: true });
    const insurer = await open(manager());
    await insurer.goto(`/t/trial/scorecards/${draft?.id}`);
    scorecardUrl = insurer.url();
    await expect(insurer.getByRole('heading', { level: 1 })).toHaveText(
      `${chosen.name}, ${monthName('2015-04')}`,
    );
    await insurer.getByRole('button', { name: 'Publish' }).click();
    const confirming = insurer.getByRole('alertdialog');
    await expect(confirming).toContainText(`Freezes ${monthName('2015-04')} for ${chosen.name}`);
    await confirming.getByRole('button', { name: 'Publish' }).click();
    await expect(insurer.getByText('Published by')).toBeVisible();

    // every call was answered in time, says the correction
    const corrected = withCell(nurseLineFile(), chosen.line, 'calls_answered_within_60s', chosen.answered);
    const page = await open(partner());
    await send(page, 'nurse-line-2015-q1-corrected.csv', corrected);
    await expect(page.getByText('Read as last time')).toBeVisible();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await expect(state(page)).toHaveText('To be confirmed');
    await page.getByRole('button', { name: 'Load the file' }).click();
    await expect(page.getByText('Say why the earlier values change.').first()).toBeVisible();
    await page
      .getByLabel('Why do earlier values change?')
      .fill('The threshold was read off the wrong report');
    await page.getByRole('button', { name: 'Load the file' }).click();
    await expect(state(page)).toHaveText('Loaded', { timeout: 45_000 });

    await insurer.goto(scorecardUrl);
    await expect(insurer.getByRole('link', { name: 'Revision 2' })).toBeVisible();
    await expect(insurer.locator('pl-page-header')).toContainText('Revision 1');
    await insurer.getByRole('link', { name: 'Revision 2' }).click();
    await expect(insurer.getByRole('heading', { name: 'What changed since revision 1' })).toBeVisible();
    await expect(insurer.getByText('The threshold was read off the wrong report')).toBeVisible();
    const difference = insurer.getByRole('region', { name: 'What changed since revision 1' });
    await expect(difference.getByRole('row').filter({ hasText: SPEED })).toContainText('Breached');
    await expect(difference.getByRole('row').filter({ hasText: SPEED })).toContainText('Met');
    await expect(difference.getByRole('row').filter({ hasText: LOST })).toHaveCount(0);
    await insurer.getByRole('button', { name: 'Publish' }).click();
    await insurer.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
    await expect(insurer.getByText('Published by')).toBeVisible();
    const breached = await api.all<BreachSummary>(
      `/breaches?kind=target&month=2015-04&vendorId=${vendors.get(chosen.code)}`,
    );
    expect(breached).toMatchObject([{ closingReason: 'restated', sla: { name: SPEED } }]);

    const unchanged = await api.all<ResultSummary>(`/results?month=2015-05`);
    await send(page, 'nurse-line-again.csv', corrected);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await expect(state(page)).toHaveText('Nothing new');
    await expect(page.getByText('Every row of this file was known already')).toBeVisible();
    expect(await api.all<ResultSummary>(`/results?month=2015-05`)).toEqual(unchanged);
  });

  test('a vendor’s own user sees its vendor’s rows and nobody else’s, in page and API', async ({
    as,
    open,
  }) => {
    const own = vendors.get(chosen.code) ?? '';
    const [otherCode, otherId] = [...vendors].find(([code]) => code !== chosen.code) ?? ['', ''];
    const page = await open(null);
    await joinAsPartner(page, await as('trial', 'administrator'), {
      email: 'robin.vale@nurse-line.example',
      role: 'vendor_administrator',
      vendorId: own,
    });
    await page.goto('/t/trial/results?month=2015-04');
    const table = page.getByRole('table', { name: 'Results' });
    await expect(table.getByRole('row').filter({ hasText: chosen.name })).toHaveCount(2);
    await expect(table.getByRole('row')).toHaveCount(3);

    const api = await Api.of(page, 'trial');
    const manages = await as('trial', 'vendor_manager');
    const results = await api.all<ResultSummary>('/results');
    expect(results).toHaveLength(6);
    expect(new Set(results.map(({ vendor }) => vendor.code))).toEqual(new Set([chosen.code]));
    expect((await api.all<VendorSummary>('/vendors')).map(({ code }) => code)).toEqual([chosen.code]);
    const ofOther = await manages.all<ResultSummary>(`/results?vendorId=${otherId}`);
    expect(ofOther, otherCode).toHaveLength(6);
    expect(await api.statusOf('GET', `/results/${ofOther[0]?.id}`)).toBe(404);
    expect(await api.statusOf('GET', `/results/${ofOther[0]?.id}/explanation/rows`)).toBe(404);
    expect(await api.statusOf('GET', `/vendors/${otherId}`)).toBe(404);
    expect(await api.all<KpiFile>('/kpi-files')).toEqual([]);
    expect(await api.statusOf('GET', `/kpi-files/${fileId}/content`)).toBe(404);
    expect(await api.all<ResultSummary>(`/results?vendorId=${otherId}`)).toEqual([]);
  });
});
