import type { Profile, VendorSummary } from '@plumbline/vendors/schema';
import type { Page } from '@playwright/test';
import { account } from '../support/accounts';
import type { Page as ListPage } from '../support/api';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

/** What keeps somebody from using the page, on a desk and on a phone. */
async function hindrancesOf(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 800 });
  const narrow = await hindrances(page, ofWidth);
  const wider = await overflow(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return [
    ...narrow,
    ...(wider > 0 ? [`${wider} px wider than the window`] : []),
    ...(await hindrances(page)),
  ];
}

async function vendorOf(api: { get<T>(path: string): Promise<T> }, code: string): Promise<VendorSummary> {
  const { items } = await api.get<ListPage<VendorSummary>>(`/vendors?search=${code}`);
  const [vendor] = items;
  if (!vendor) throw new Error(`no vendor ${code}`);
  return vendor;
}

test('a partner enters a site, a contact and a data flow; its insurer sees what breaks the residency clause', async ({
  open,
  as,
}) => {
  test.setTimeout(180_000);
  const partnerApi = await as('northfield', 'vendor_administrator', 'PINECREST');
  const vendor = await vendorOf(partnerApi, 'PINECREST');
  const address = `/t/northfield/vendors/${vendor.id}`;
  const page = await open(account('northfield', 'vendor_administrator', 'PINECREST'));
  await page.goto(address);
  await shown(page);
  const sites = page.getByRole('region', { name: 'Sites' });

  await test.step('a site', async () => {
    await sites.getByRole('link', { name: 'Add a site' }).click();
    await shown(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await page.getByLabel('Name', { exact: true }).fill('Cebu night desk');
    await page.getByLabel('Country').selectOption({ label: 'Philippines' });
    await page.getByLabel('City').fill('Cebu City');
    await page.getByLabel('Time zone').fill('Asia/Manila');
    await page.getByRole('checkbox', { name: 'Voice' }).check();
    await page.getByRole('checkbox', { name: /Protected health information/ }).check();
    expect(await hindrancesOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(sites.getByText('Cebu City, Philippines · Asia/Manila · Voice')).toBeVisible();
  });

  await test.step('a contact with hours', async () => {
    await page.getByRole('link', { name: 'Add a contact' }).click();
    await shown(page);
    await page.getByLabel('Name', { exact: true }).fill('Lee Cruz');
    await page.getByLabel('Role').selectOption({ label: 'Security' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('an e-mail address or a telephone number').first()).toBeVisible();
    await page.getByLabel('E-mail').fill('lee@pinecrest.example');
    await page.getByLabel('Time zone').fill('Asia/Manila');
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
      await page.getByLabel(day).fill('00:00-24:00');
    expect(await hindrancesOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('region', { name: 'Contacts' }).getByText('Lee Cruz')).toBeVisible();
  });

  await test.step('who would be reached now', async () => {
    await page.getByRole('link', { name: 'Change the ladder' }).click();
    await shown(page);
    await page.getByRole('button', { name: 'Remove stage 3' }).click();
    await page.getByRole('button', { name: 'Remove stage 2' }).click();
    await page.getByRole('group', { name: 'Stage 1' }).getByLabel('Who').selectOption('Lee Cruz (Security)');
    expect(await hindrancesOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    const ladder = page.getByRole('region', { name: 'Escalation ladder' });
    await expect(ladder.getByText('Lee Cruz would be reached now.')).toBeVisible();
  });

  await test.step('a data flow out of the agreed country', async () => {
    await page.getByRole('link', { name: 'Add a data flow' }).click();
    await shown(page);
    await page.getByLabel('System').fill('Cebu recorder');
    await page.getByRole('checkbox', { name: 'Voice' }).check();
    await page.getByLabel('Country or region').fill('PH');
    await expect(page.getByRole('status').getByText(/^PH lies outside what clause 10.4 of/)).toBeVisible();
    expect(await hindrancesOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
  });
  const flows = (of: Page) => of.getByRole('region', { name: 'Data-flow map' });
  await expect(
    flows(page).getByText(/^PH lies outside what clause 10.4 of .* agrees on: US\./),
  ).toBeVisible();
  expect(await hindrancesOf(page)).toEqual([]);

  await test.step('the insurer sees it, and who entered it', async () => {
    const manager = await open(account('northfield', 'vendor_manager'));
    await manager.goto(address);
    await shown(manager);
    await expect(flows(manager).getByText(/^PH lies outside what clause 10.4 of/)).toBeVisible();
    await expect(flows(manager).getByText('Within the clause').first()).toBeVisible();
    const history = manager.getByRole('region', { name: 'Who changed what' });
    await expect(history.getByText('Data-flow map: Cebu recorder, entered')).toBeVisible();
    await expect(history.getByText(/Vendor administrator of Pinecrest.*\(vendor\)/).first()).toBeVisible();
  });

  await test.step('nobody else does', async () => {
    const contributor = await open(account('northfield', 'vendor_contributor', 'PINECREST'));
    await contributor.goto(address);
    await shown(contributor);
    await expect(flows(contributor).getByText(/^PH lies outside/)).toBeVisible();
    await expect(contributor.getByRole('link', { name: 'Add a site' })).toHaveCount(0);
    const other = await as('northfield', 'vendor_administrator', 'CASCADE');
    expect(await other.statusOf('GET', `/vendors/${vendor.id}/profile`)).toBe(404);
    const reader = await as('northfield', 'vendor_contributor', 'PINECREST');
    expect(await reader.statusOf('POST', `/vendors/${vendor.id}/sites`, {})).toBe(403);
  });
});

test('a partner of two insurers enters once and takes it over; the second insurer learns of no other', async ({
  open,
  as,
}) => {
  const api = await as('bayshore', 'vendor_administrator', 'LAKESIDE');
  const vendor = await vendorOf(api, 'LAKESIDE');
  const page = await open(account('bayshore', 'vendor_administrator', 'LAKESIDE'));
  await page.goto(`/t/bayshore/vendors/${vendor.id}`);
  await page.getByRole('link', { name: 'Take over from another insurer' }).click();
  await shown(page);
  await expect(page.getByRole('radio', { name: 'Northfield Health (demo)' })).toBeChecked();
  expect(await hindrancesOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText('Chicago centre: its calendar is the other insurer’s')).toBeVisible();

  const profile = await (
    await as('bayshore', 'vendor_manager')
  ).get<Profile>(`/vendors/${vendor.id}/profile`);
  expect(profile.sites).toMatchObject([{ name: 'Chicago centre', calendarId: null }]);
  expect(profile.fourthParties).toMatchObject([{ name: 'Clearscript (demo)', approval: 'waiting' }]);
  expect(JSON.stringify(profile)).not.toMatch(/northfield/i);
  const changes = await (
    await as('bayshore', 'vendor_manager')
  ).get<object>(`/vendors/${vendor.id}/profile/changes`);
  expect(JSON.stringify(changes)).not.toMatch(/northfield/i);
});
