import { readFile } from 'node:fs/promises';
import type { Contract, ContractVersion } from '@plumbline/contracts/schema';
import { account } from '../support/accounts';
import { demandedClauses, enterVendor } from '../support/contracts';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

const header = 'name,metric,clause,comparator,target,weight';
const file = (...rows: string[]) => ({
  ...{ name: 'schedule.csv', mimeType: 'text/csv' },
  buffer: Buffer.from([header, ...rows].join('\r\n')),
});

test.describe('a schedule of SLAs', () => {
  test('with a wrong row it is refused at its line, put right it fills the draft, and the contract comes into force', async ({
    as,
    open,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'SCHEDULE', 'Schedule House', 'America/New_York');
    const contract = await manager.post<Contract>('/contracts', {
      ...{ vendorId: vendor.id, reference: 'SCHEDULE-2026', title: 'Agreement from a file' },
      terms: {
        ...{ effectiveFrom: '2026-01-01', timezone: 'America/New_York', reportingDueDay: 20 },
        clauses: [
          {
            ...{ kind: 'service_levels', number: '4.1', heading: 'Service levels' },
            ...{ text: 'As scheduled.', terms: {} },
          },
          ...demandedClauses,
        ],
        slas: [],
      },
    });
    const page = await open(account('trial', 'vendor_manager'));
    await page.goto(`/t/trial/contracts/${contract.id}/versions/1/edit`);
    await page.getByRole('link', { name: 'Fill with SLAs' }).click();
    await page.getByLabel('A file').check();
    const good = 'Disclosures,qa_disclosure,4.1,>=,95%,60';
    await page
      .getByLabel('Schedule (CSV or XLSX)')
      .setInputFiles(file(good, 'Answered,service_level,4.1,>=,80,40'));
    const problems = page.getByRole('alert');
    await expect(problems).toContainText('One thing is wrong');
    await expect(problems.getByRole('row').nth(1)).toHaveText(
      /3\s*target\s*“80” is no share: write 80% or 0\.80\./,
    );
    await expect(page.getByRole('button', { name: /into the draft/ })).toHaveCount(0);
    const untouched = await manager.get<ContractVersion>(`/contracts/${contract.id}/versions/1`);
    expect(untouched.slas).toEqual([]);

    await page
      .getByLabel('Schedule (CSV or XLSX)')
      .setInputFiles(file(good, 'Answered,service_level,4.1,>=,80%,40'));
    await expect(page.getByText('Weights would add to 100 of 100.')).toBeVisible();
    await page.getByRole('button', { name: 'Take 2 SLAs into the draft' }).click();
    await expect(page).toHaveURL(/\/versions\/1\/edit$/);
    await expect(page.getByLabel('Target', { exact: true }).nth(1)).toHaveValue('80');

    // what is downloaded says the same when it comes back
    await page.getByRole('link', { name: 'Fill with SLAs' }).click();
    await page.getByLabel('A file').check();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download this draft’s SLAs (XLSX)' }).click();
    const buffer = await readFile(await (await download).path());
    await page
      .getByLabel('Schedule (CSV or XLSX)')
      .setInputFiles({ name: 'again.xlsx', mimeType: 'application/octet-stream', buffer });
    await expect(page.getByText('Same already')).toHaveCount(2);

    await page.goto(`/t/trial/contracts/${contract.id}?version=1`);
    await page.getByRole('button', { name: 'Activate' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Activate' }).click();
    await expect(page.getByText('Version 1 is active.')).toBeVisible();
  });

  test('a pack is copied, changed and taken into a draft; who may not write contracts gets no answer', async ({
    as,
    open,
  }) => {
    const page = await open(account('trial', 'vendor_manager'));
    await page.goto('/t/trial/contracts/packs');
    await page.getByLabel('Name of your copy of Claims').fill('Claims, ours');
    await page
      .getByRole('region', { name: 'Claims', exact: true })
      .getByRole('button', { name: 'Copy' })
      .click();
    const own = page.getByRole('region', { name: 'Claims, ours' });
    await own.getByLabel('Weight of Quality: documentation').fill('35');
    await own.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Claims, ours was saved as version 2.')).toBeVisible();
    await expect(own.getByLabel('Weight of Quality: documentation')).toHaveValue('35');

    // its targets are changed on its own page, as its next version
    await own.getByRole('link', { name: 'Change Claims, ours' }).click();
    await shown(page);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await hindrances(page, ofWidth)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove Quality: documentation' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Claims, ours was saved as version 3.')).toBeVisible();
    await expect(own.getByLabel('Weight of Quality: documentation')).toHaveCount(0);

    // retired, it is offered to no draft any more
    await own.getByRole('button', { name: 'Retire Claims, ours' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retire' }).click();
    await expect(page.getByText('Claims, ours was retired.')).toBeVisible();
    await expect(own).toHaveCount(0);

    const partner = await as('northfield', 'vendor_contributor');
    expect(await partner.statusOf('GET', '/sla-packs')).toBe(403);
  });
});
