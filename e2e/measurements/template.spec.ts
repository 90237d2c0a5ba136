import { readFile } from 'node:fs/promises';
import type { ResultSummary } from '@plumbline/slas/schema';
import { account } from '../support/accounts';
import { agree, enterVendor } from '../support/contracts';
import { joinAsPartner } from '../support/newcomer';
import { expect, test } from '../support/test';
import { filledIn, headersOf, partsOf } from '../support/workbooks';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MARCH = Array.from({ length: 31 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`);

test.describe('template of a vendor’s contract', () => {
  test('downloaded, filled in, sent on the page and confirmed, it becomes the right results', async ({
    as,
    open,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'TEMPLATE', 'Template House', 'America/New_York');
    const metrics = await manager.all<{ id: string; code: string }>('/metrics');
    const idOf = (code: string) => metrics.find((metric) => metric.code === code)?.id ?? '';
    await agree(manager, vendor.id, 'TEMPLATE-2026', {
      effectiveFrom: '2026-01-01',
      timezone: 'America/New_York',
      slas: [
        {
          ...{ name: 'Service level of claims', metricId: idOf('service_level'), weight: '60' },
          ...{ target: { comparator: '>=', value: '0.80' }, segment: { queue: 'claims' } },
        },
        {
          ...{ name: 'Abandonment', metricId: idOf('abandonment_rate'), weight: '40' },
          target: { comparator: '<', value: '0.05' },
        },
      ],
    });
    const page = await open(null);
    await joinAsPartner(page, await as('trial', 'administrator'), {
      ...{ email: 'robin@template.example', role: 'vendor_contributor', vendorId: vendor.id },
    });

    await page.goto('/t/trial/kpi-files/upload');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Template (XLSX)' }).click();
    const template = await partsOf(await readFile(await (await download).path()));
    const headers = headersOf(template);
    expect(headers.slice(0, 2)).toEqual(['day', 'queue']);
    expect(new Set(headers.slice(2))).toEqual(new Set(['offered', 'answered_within_threshold', 'abandoned']));

    // 90 of 100 calls about claims are in time each day; 3 of 150 are lost, and 32 on the last day
    const figures = (queue: string, day: string): Record<string, number | string> =>
      queue === 'claims'
        ? { queue, offered: 100, answered_within_threshold: 90, abandoned: 2 }
        : { queue, offered: 50, answered_within_threshold: 20, abandoned: day === '2026-03-31' ? 30 : 1 };
    const rows = MARCH.flatMap((day) =>
      ['claims', 'billing'].map((queue) =>
        headers.map((header) => (header === 'day' ? { day } : (figures(queue, day)[header] ?? 0))),
      ),
    );
    await page
      .getByLabel('KPI files (CSV or XLSX)')
      .setInputFiles({ name: 'march.xlsx', mimeType: XLSX, buffer: filledIn(template, rows) });
    await expect(page).toHaveURL(/\/kpi-files\/[0-9a-f-]{36}/);

    // the notes before the table are not taken for it, and whoever disagrees can say so
    const sheet = page.getByLabel('Sheet');
    await expect(sheet).toHaveValue('KPI');
    await expect(sheet.getByRole('option')).toHaveText(['Notes', 'KPI']);
    for (const header of headers.slice(2))
      await expect(page.getByLabel(`What ${header} means`, { exact: true })).not.toHaveValue('');
    await page.getByRole('button', { name: 'Use America/New_York' }).first().click();
    await expect(page.getByText('The first 62 rows can be read.')).toBeVisible();
    await page.getByRole('button', { name: 'Check the file' }).click();
    const state = page.locator('pl-page-header pl-status');
    await expect(state).toHaveText('To be confirmed');
    for (const right of await page.getByLabel(/: this is right$/).all()) await right.check();
    await page.getByRole('button', { name: 'Load the file' }).click();
    await expect(state).toHaveText('Loaded', { timeout: 45_000 });

    const results = await manager.all<ResultSummary>(`/results?vendorId=${vendor.id}&month=2026-03`);
    const of = (name: string) => results.find(({ sla }) => sla.name === name);
    expect(of('Service level of claims')).toMatchObject({ state: 'met', value: '0.9' });
    expect(of('Abandonment')).toMatchObject({ numerator: '122', denominator: '4650', state: 'met' });
    const insurer = await open(account('trial', 'vendor_manager'));
    await insurer.goto(`/t/trial/results?vendorId=${vendor.id}&month=2026-03`);
    const row = insurer.getByRole('row').filter({ hasText: 'Service level of claims' });
    await expect(row).toContainText('90');
    await expect(row).toContainText('Met');
  });

  test('of cases, it is recognized as such, and the cases are judged as the contract says', async ({
    as,
    open,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'CASETEMPLATE', 'Case House', 'America/New_York');
    const metrics = await manager.all<{ id: string; code: string }>('/metrics');
    const idOf = (code: string) => metrics.find((metric) => metric.code === code)?.id ?? '';
    const target = { comparator: '>=', value: '0.90' };
    await agree(manager, vendor.id, 'CASETEMPLATE-2026', {
      effectiveFrom: '2026-01-01',
      timezone: 'America/New_York',
      slas: [
        { name: 'Complaints closed', metricId: idOf('complaints_closed'), weight: '50', target },
        { name: 'Complaints acknowledged', metricId: idOf('complaints_acknowledged'), weight: '50', target },
      ],
    });
    const page = await open(null);
    await joinAsPartner(page, await as('trial', 'administrator'), {
      ...{ email: 'robin@cases.example', role: 'vendor_contributor', vendorId: vendor.id },
    });

    await page.goto('/t/trial/kpi-files/upload');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Template of cases (XLSX)' }).click();
    const template = await partsOf(await readFile(await (await download).path()));
    expect(headersOf(template)).toEqual(['case_number', 'opened', 'acknowledged', 'closed']);
    const on = (day: string) => (day === '' ? '' : { day: `2026-02-${day}` });
    const rows = [
      ['K-1', on('02'), on('03'), on('12')],
      ['K-2', on('03'), on('09'), on('26')],
      ['K-3', on('04'), on('05'), on('')],
    ];
    await page
      .getByLabel('KPI files (CSV or XLSX)')
      .setInputFiles({ name: 'complaints.xlsx', mimeType: XLSX, buffer: filledIn(template, rows) });
    await expect(page).toHaveURL(/\/kpi-files\/[0-9a-f-]{36}/);
    await expect(page.getByLabel('Sheet')).toHaveValue('Cases');
    await expect(page.getByLabel('The file holds')).toHaveValue('cases');
    await page.getByLabel('Closed within').fill('15');
    await page.getByLabel('Acknowledged within').fill('2');
    for (const unit of await page.getByLabel('Counted in').all())
      await unit.selectOption({ label: 'Calendar days' });
    await page.getByRole('button', { name: 'Use America/New_York' }).first().click();
    await expect(page.getByText('The first 3 rows can be read.')).toBeVisible();
    await page.getByRole('button', { name: 'Check the file' }).click();
    const state = page.locator('pl-page-header pl-status');
    await expect(state).toHaveText('To be confirmed');
    await page.getByRole('button', { name: 'Load the file' }).click();
    await expect(state).toHaveText('Loaded', { timeout: 45_000 });

    // one of three is closed in time, and two are acknowledged so
    const results = await manager.all<ResultSummary>(`/results?vendorId=${vendor.id}&month=2026-02`);
    const of = (name: string) => results.find(({ sla }) => sla.name === name);
    expect(of('Complaints closed')).toMatchObject({ numerator: '1', denominator: '3' });
    expect(of('Complaints acknowledged')).toMatchObject({ numerator: '2', denominator: '3' });
  });
});
