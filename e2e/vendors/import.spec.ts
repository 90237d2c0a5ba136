import { account } from '../support/accounts';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

const header = 'Code,Name,Services,Criticality,Sees PHI,Time zone,State';
const lines = [
  'HARBOR,Harbor Voice (test),"voice, chat",high,yes,America/New_York,onboarding',
  'MESA,Mesa Mail (test),mail,low,perhaps,America/Denver,',
];
const fileOf = (text: string) => ({ name: 'vendors.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a manager imports vendors after seeing what every row would do; the same file again changes nothing', async ({
  open,
  as,
}) => {
  test.setTimeout(120_000);
  const page = await open(account('trial', 'vendor_manager'));
  await page.goto('/t/trial/vendors');
  await page.getByRole('link', { name: 'Import a list' }).click();
  await shown(page);
  const template = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the template' }).click();
  expect((await template).suggestedFilename()).toBe('vendors.csv');

  await test.step('a wrong row keeps everything out', async () => {
    await page.getByLabel('List', { exact: true }).setInputFiles(fileOf([header, ...lines].join('\r\n')));
    await expect(page.getByText('1 new, 0 changed, 0 unchanged, 1 wrong.')).toBeVisible();
    await expect(page.getByRole('row', { name: '3 Sees PHI perhaps One of: yes, no.' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Enter 1 row' })).toBeDisabled();
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await hindrances(page, ofWidth)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await hindrances(page)).toEqual([]);
  });

  const right = fileOf([header, lines[0], lines[1]?.replace('perhaps', 'no')].join('\r\n'));
  await test.step('put right, it is entered', async () => {
    await page.getByLabel('List', { exact: true }).setInputFiles(right);
    await page.getByRole('button', { name: 'Enter 2 rows' }).click();
    await expect(page.getByText('2 entered, 0 changed.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Harbor Voice (test)' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Mesa Mail (test)' })).toBeVisible();
  });

  await test.step('again, there is nothing to enter', async () => {
    await page.getByRole('link', { name: 'Import a list' }).click();
    await page.getByLabel('List', { exact: true }).setInputFiles(right);
    await expect(page.getByText('Every row is there already: there is nothing to enter.')).toBeVisible();
  });

  await test.step('whoever does not write vendors imports none', async () => {
    const reader = await open(account('trial', 'compliance_auditor'));
    await reader.goto('/t/trial/vendors');
    await shown(reader);
    await expect(reader.getByRole('link', { name: 'Import a list' })).toHaveCount(0);
    const api = await as('trial', 'compliance_auditor');
    expect(await api.statusOf('POST', '/vendor-imports', { kind: 'vendors', rows: [] })).toBe(403);
  });
});
