import type { Page } from '@playwright/test';
import type { KpiFile, KpiFileUpload } from '@plumbline/measurements/schema';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account } from '../support/accounts';
import type { Api } from '../support/api';
import { enterVendor } from '../support/contracts';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { handIn, mappingOf } from '../support/kpi-files';
import { breakAfter } from '../support/poor-line';
import { expect, test } from '../support/test';

const content = `day,queue,calls\n${Array.from({ length: 700_000 }, (_, at) => `2026-03-01,claims,${at}\n`).join('')}`;
const size = Buffer.byteLength(content);
const piece = 4 * 1024 ** 2;

test.describe('a large file over a poor line', () => {
  // the line is cut on purpose, and the browser says so
  test.use({ expectedComplaints: [/ERR_CONNECTION_FAILED/] });
  let folder = '';
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-resumed-'));
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  const partner = () => account('trial', 'vendor_contributor', 'AGENT');
  const fileCalled = (name: string, text = content) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const unfinished = async (page: Page) =>
    (
      (await (await page.request.get('/api/v1/tenants/trial/kpi-file-uploads')).json()) as {
        items: KpiFileUpload[];
      }
    ).items;

  /** The file whose page is open. It is withdrawn again, so that other tests do not meet it. */
  const arrived = async (page: Page, api: Api): Promise<KpiFile> => {
    await expect(page).toHaveURL(/\/kpi-files\/[0-9a-f-]{36}$/, { timeout: 45_000 });
    const file = await api.get<KpiFile>(`/kpi-files/${page.url().split('/').at(-1)}`);
    await api.post(`/kpi-files/${file.id}/withdrawal`, undefined, file.version);
    return file;
  };

  test('is cut in the middle, reloaded, chosen again, and ends as exactly that file', async ({
    open,
    as,
  }) => {
    const page = await open(partner());
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('/t/trial/kpi-files/upload');
    const path = fileCalled('quarter.csv');
    const mend = await breakAfter(page, 2);
    await page.getByLabel('KPI files (CSV or XLSX)').setInputFiles(path);
    await expect(page.getByText('Connection lost; goes on by itself').first()).toBeVisible();
    expect((await unfinished(page)).map(({ received }) => received)).toEqual([2 * piece]);

    await page.reload();
    const again = page.getByRole('region', { name: 'Not finished' });
    await expect(again).toContainText('quarter.csv');
    await mend();
    await again.getByLabel('Choose quarter.csv again').setInputFiles(fileCalled('other.csv', 'day,calls\n'));
    await expect(again.getByRole('alert')).toContainText('it is not the same. Nothing was sent.');
    const offsets: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '');
    });
    await again.getByLabel('Choose quarter.csv again').setInputFiles(path);
    const file = await arrived(page, await as('trial', 'vendor_contributor', 'AGENT'));
    expect([file.name, file.bytes, file.uploadedVia, file.sha256]).toEqual([
      'quarter.csv',
      size,
      'page',
      createHash('sha256').update(content).digest('hex'),
    ]);
    expect([offsets[0], await unfinished(page)]).toEqual([String(2 * piece), []]);
  });

  test('goes on by itself when the line is back, and can be paused and removed by keyboard', async ({
    open,
    as,
  }) => {
    const page = await open(partner(), { viewport: { width: 360, height: 800 } });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('/t/trial/kpi-files/upload');
    const mend = await breakAfter(page, 1);
    await page.getByLabel('KPI files (CSV or XLSX)').setInputFiles(fileCalled('narrow.csv', `${content}x`));
    await expect(page.getByText('Connection lost; goes on by itself').first()).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await hindrances(page, ofWidth)).toEqual([]);
    await page.getByRole('button', { name: 'Pause sending narrow.csv' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Paused; what has arrived is kept for 24 hours').first()).toBeVisible();

    // mended first: ending the interception while a page loads can leave its requests hanging
    await mend();
    await page.reload();
    await expect(page.getByRole('region', { name: 'Not finished' })).toContainText('narrow.csv');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove what was sent of narrow.csv' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Not finished' })).toHaveCount(0);
    expect(await unfinished(page)).toEqual([]);

    const mendAgain = await breakAfter(page, 1);
    await page.getByLabel('KPI files (CSV or XLSX)').setInputFiles(fileCalled('narrow.csv', `${content}y`));
    await expect(page.getByText('Connection lost; goes on by itself').first()).toBeVisible();
    await mendAgain();
    const file = await arrived(page, await as('trial', 'vendor_contributor', 'AGENT'));
    expect(file.sha256).toBe(createHash('sha256').update(`${content}y`).digest('hex'));
  });

  test('that corrects another goes on in the same way, and is checked at once as that one was', async ({
    open,
    as,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'CORRECTS', 'Correcting Calls', 'America/New_York');
    // few rows, and a remark at each that nobody reads and everybody has to send
    const remark = 'x'.repeat(200_000);
    const days = (wrong: string) =>
      `day,offered,remark\n${Array.from({ length: 28 }, (_, at) => `2026-02-${String(at + 1).padStart(2, '0')},${at === 3 ? wrong : at},${remark}\n`).join('')}`;
    const wrong = days('many');
    const mapping = mappingOf(
      wrong,
      {
        day: { kind: 'period', format: 'YYYY-MM-DD' },
        offered: { kind: 'measure', measure: 'offered' },
      },
      { grain: 'day', timezone: 'America/New_York' },
    );
    const earlier = await handIn(manager, vendor.id, { name: 'february.csv', content: wrong }, mapping);
    expect(earlier).toMatchObject({ state: 'checked', rows: { wrong: 1 } });

    const page = await open(account('trial', 'vendor_manager'));
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`/t/trial/kpi-files/${earlier.id}`);
    await expect(page.getByRole('heading', { name: 'Send the corrected file' })).toBeVisible();
    const mend = await breakAfter(page, 1);
    const path = fileCalled('february-corrected.csv', days('4'));
    await page.getByLabel('KPI file (CSV or XLSX)').setInputFiles(path);
    await expect(page.getByText('Connection lost; goes on by itself').first()).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Sending february-corrected.csv' })).toBeVisible();

    await page.reload();
    await mend();
    const offsets: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '');
    });
    await page.getByLabel('Choose february-corrected.csv again').setInputFiles(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('february-corrected.csv');
    await expect(page.locator('pl-page-header pl-status')).toHaveText('To be confirmed');
    expect(offsets).toEqual([String(piece)]);
    expect(await manager.get<KpiFile>(`/kpi-files/${earlier.id}`)).toMatchObject({ state: 'withdrawn' });
  });
});
