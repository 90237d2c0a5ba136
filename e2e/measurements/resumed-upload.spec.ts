import type { Page } from '@playwright/test';
import type { KpiFile, KpiFileUpload } from '@plumbline/measurements/schema';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account } from '../support/accounts';
import type { Api } from '../support/api';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { expect, test } from '../support/test';

const content = `day,queue,calls\n${Array.from({ length: 700_000 }, (_, at) => `2026-03-01,claims,${at}\n`).join('')}`;
const size = Buffer.byteLength(content);
const piece = 4 * 1024 ** 2;

/** Lets so many pieces through; then the line is dead until it is mended by calling what this answers. */
async function breakAfter(page: Page, pieces: number): Promise<() => Promise<void>> {
  const pattern = /\/kpi-file-uploads\/[0-9a-f-]{36}$/;
  let sent = 0;
  await page.route(pattern, async (route) => {
    if (route.request().method() === 'PATCH') sent += 1;
    if (sent > pieces) await route.abort('connectionfailed');
    else await route.continue();
  });
  return () => page.unroute(pattern);
}

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
    await mend();
    const again = page.getByRole('region', { name: 'Not finished' });
    await expect(again).toContainText('quarter.csv');
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

    await page.reload();
    await mend();
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
});
