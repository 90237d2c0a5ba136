import type { FileChooser, Page } from '@playwright/test';
import type { KpiFileSummary } from '@plumbline/measurements/schema';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '../support/api';
import { account } from '../support/accounts';
import { enterVendor } from '../support/contracts';
import { breakAfter } from '../support/poor-line';
import { expect, test } from '../support/test';

const rows = (count: number, queue: string) =>
  `day,queue,calls\n${Array.from({ length: count }, (_, at) => `2026-03-01,${queue},${at}\n`).join('')}`;

/** Drags files from outside over the drop area and lets go there, as the browser itself tells the page of it. */
async function drop(page: Page, paths: readonly string[], between: () => Promise<void>): Promise<void> {
  const area = page.locator('pl-file-drop');
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  const browser = await page.context().newCDPSession(page);
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    browser.send('Input.dispatchDragEvent', {
      ...{ type, ...at },
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    });
  await drag('dragEnter');
  await drag('dragOver');
  await between();
  await drag('drop');
}

test.describe('several files', () => {
  // a file is refused and the line is cut on purpose, and the browser says so
  test.use({ expectedComplaints: [/422|ERR_CONNECTION_FAILED/] });
  let folder = '';
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-dropped-'));
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  const fileCalled = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const namesOf = async (api: Api, vendorId: string) =>
    (await api.all<KpiFileSummary>(`/kpi-files?vendorId=${vendorId}`)).map(({ name }) => name).sort();

  test('dropped at once each show how far they are and how they end; one that is refused says why and holds up none', async ({
    open,
    as,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'DROPS', 'Dropping Calls', 'America/New_York');
    const page = await open(account('trial', 'vendor_manager'));
    await page.goto(`/t/trial/kpi-files/upload?vendorId=${vendor.id}`);
    const mend = await breakAfter(page, 1);
    const large = fileCalled('large.csv', rows(250_000, 'claims'));
    const small = ['january.csv', 'february.csv'].map((name) => fileCalled(name, rows(3, name)));
    const disguised = fileCalled('disguised.csv', '%PDF-1.7\nnothing that holds a table');
    const foreign = fileCalled('notes.pdf', '%PDF-1.7\n');
    await drop(page, [large, disguised, ...small, foreign], () =>
      expect(page.locator('pl-file-drop')).toHaveClass(/over/),
    );

    const list = page.getByRole('list', { name: 'Files being sent' });
    const entry = (name: string) => list.getByRole('listitem').filter({ hasText: name });
    await expect(page.locator('pl-file-drop').getByRole('alert')).toContainText(
      'notes.pdf is not of a kind taken here',
    );
    await expect(list.getByRole('listitem')).toHaveCount(4);
    for (const name of ['january.csv', 'february.csv']) await expect(entry(name)).toContainText('Arrived');
    await expect(entry('disguised.csv')).toContainText('Not sent');
    await expect(entry('disguised.csv').getByRole('alert')).toContainText('This is a PDF, and no table');
    // the large one has its own line to be told of, while all the others are done
    await expect(entry('large.csv')).toContainText('Connection lost; goes on by itself');
    await expect(entry('large.csv').getByRole('progressbar', { name: 'Sending large.csv' })).toHaveJSProperty(
      'max',
      1,
    );
    await expect(page.getByText('2 of 4 files arrived, 1 not sent.')).toBeVisible();

    await mend();
    await entry('large.csv').getByRole('button', { name: 'Pause sending large.csv' }).click();
    await entry('large.csv').getByRole('button', { name: 'Go on sending large.csv' }).click();
    await expect(entry('large.csv')).toContainText('Arrived');
    await expect(page.getByText('3 of 4 files arrived, 1 not sent.')).toBeVisible();
    expect(await namesOf(manager, vendor.id)).toEqual(['february.csv', 'january.csv', 'large.csv']);
  });

  test('are chosen, sent and opened by keyboard', async ({ open, as }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'KEYS', 'Typing Calls', 'America/New_York');
    const page = await open(account('trial', 'vendor_manager'));
    // asked for long before the key is pressed: until the browser knows, the system's own dialog opens and nobody hears of it
    const choosers: FileChooser[] = [];
    page.on('filechooser', (chooser) => choosers.push(chooser));
    await page.goto(`/t/trial/kpi-files/upload?vendorId=${vendor.id}`);
    await page.getByLabel('Vendor whose figures these are').focus();
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('KPI files (CSV or XLSX)')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => choosers.map((chooser) => chooser.isMultiple())).toEqual([true]);
    await choosers[0]?.setFiles(['april.csv', 'may.csv'].map((name) => fileCalled(name, rows(3, name))));
    await expect(page.getByText('2 of 2 files arrived.')).toBeVisible();
    await page.getByLabel('KPI files (CSV or XLSX)').focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Open april.csv' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('april.csv');
    expect(await namesOf(manager, vendor.id)).toEqual(['april.csv', 'may.csv']);
  });
});
