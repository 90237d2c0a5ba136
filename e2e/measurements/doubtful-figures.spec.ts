import type { KpiFile } from '@plumbline/measurements/schema';
import { enterVendor } from '../support/contracts';
import { confirm, handIn, mappingOf } from '../support/kpi-files';
import { joinAsPartner } from '../support/newcomer';
import { expect, test } from '../support/test';

const zone = 'America/Chicago';
const header = 'day,queue,offered,answered,abandoned';
const file = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

test.describe('figures that are doubtful', () => {
  test('a partner sees what does not add up and a queue like a known one, says what is right, and is not asked again', async ({
    as,
    open,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'DOUBTS', 'Doubtful Figures Desk', zone);
    const usual = file('2026-02-02,claims,100,95,5', '2026-02-02,appeals,20,19,1');
    const mapping = mappingOf(
      usual,
      {
        day: { kind: 'period', format: 'YYYY-MM-DD' },
        queue: { kind: 'segment', dimension: 'queue' },
        offered: { kind: 'measure', measure: 'offered' },
        answered: { kind: 'measure', measure: 'answered' },
        abandoned: { kind: 'measure', measure: 'abandoned' },
      },
      { grain: 'day', timezone: zone },
    );
    const first = await handIn(manager, vendor.id, { name: 'february-2.csv', content: usual }, mapping);
    expect(first).toMatchObject({ state: 'checked', warnings: [], unknownNames: [] });
    await confirm(manager, first);

    const page = await open(null);
    await joinAsPartner(page, await as('trial', 'administrator'), {
      email: 'robin.vale@doubts.example',
      role: 'vendor_contributor',
      vendorId: vendor.id,
    });
    const content = file('2026-02-03,Claims.,100,90,5', '2026-02-03,appeals,20,19,1');
    await page.goto('/t/trial/kpi-files/upload');
    await page
      .getByLabel('KPI files (CSV or XLSX)')
      .setInputFiles({ name: 'february-3.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await expect(page.getByText('Read as last time')).toBeVisible();
    await page.getByRole('button', { name: 'Check the file' }).click();
    const state = page.locator('pl-page-header pl-status');
    await expect(state).toHaveText('To be confirmed');

    const doubts = page.getByRole('region', { name: 'What is doubtful' });
    await expect(doubts).toContainText('In 1 of 2 rows offered is not answered + abandoned.');
    await expect(doubts).toContainText('queue “Claims.” like “claims”');
    await expect(doubts.getByLabel('Queue Claims.')).toHaveValue('claims');
    await doubts.getByRole('button', { name: 'Remember and check again' }).click();
    await expect(doubts).not.toContainText('Names that look like known ones');
    await expect(state).toHaveText('To be confirmed');

    await page.getByRole('button', { name: 'Load the file' }).click();
    await expect(page.getByText('Say that it is right, or correct the file.').first()).toBeVisible();
    await page.getByLabel('Calls that do not add up: this is right').check();
    await page.getByRole('button', { name: 'Load the file' }).click();
    await expect(state).toHaveText('Loaded', { timeout: 45_000 });
    await expect(page.getByRole('region', { name: 'Receipt' })).toContainText(
      'Calls that do not add up (1): Robin Vale',
    );

    // the name is remembered; what was accepted for one file is not
    const next = { name: 'february-4.csv', content: file('2026-02-04,Claims.,100,90,5') };
    const again: KpiFile = await handIn(manager, vendor.id, next, mapping);
    expect(again).toMatchObject({
      state: 'checked',
      warnings: [{ code: 'sum-differs', accepted: null }],
      unknownNames: [],
    });
  });
});
