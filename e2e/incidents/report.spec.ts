import type { Page } from '@playwright/test';
import type { Incident, IncidentSummary } from '@plumbline/incidents/schema';
import { account } from '../support/accounts';
import type { Page as ListPage } from '../support/api';
import { overflow, hindrances } from '../support/hindrances';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

const phone = { viewport: { width: 360, height: 780 } };

/** As a `datetime-local` field has it, so many hours ago, where the browser is. */
function hoursAgo(page: Page, hours: number): Promise<string> {
  return page.evaluate((back) => {
    const at = new Date(Date.now() - back * 3_600_000);
    const two = (part: number) => String(part).padStart(2, '0');
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
  }, hours);
}

test('a partner reports on a phone with four answers, and gets a receipt with the clocks', async ({
  open,
}) => {
  const page = await open(account('northfield', 'vendor_contributor', 'LAKESIDE'), phone);
  await page.goto('/t/northfield/incidents/report');
  await shown(page);
  expect(await overflow(page)).toBe(0);
  await page.getByLabel('What happened').fill('A badge was lost on the way home');
  // what was typed survives leaving the page
  await page.goto('/t/northfield/today');
  await shown(page);
  await page.goto('/t/northfield/incidents/report');
  await expect(page.getByLabel('What happened')).toHaveValue('A badge was lost on the way home');
  await page.getByLabel('Discovered').fill(await hoursAgo(page, 1));
  await page.getByText('No', { exact: true }).click();
  await page.getByRole('button', { name: 'Report' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^LAKESIDE-\d{4}-\d{4} was reported$/);
  const clock = page.locator('pl-clock').filter({ hasText: 'Notice to the insurer (contract)' });
  await expect(clock).toContainText('In time');
  await expect(clock).toContainText('done with 2');
  await expect(page.getByText('the insurer’s security').first()).toBeVisible();
  expect(await overflow(page)).toBe(0);
  expect(await hindrances(page)).toEqual([]);

  await page.getByRole('link', { name: 'Open the incident' }).click();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Acknowledge' })).toHaveCount(0);
  expect(await overflow(page)).toBe(0);
});

test('security at night: reports from the palette, sees the stages told, acknowledges, hands over; the partner’s notice meets the clock', async ({
  open,
  as,
}) => {
  const page = await open(account('northfield', 'security'), phone);
  await page.goto('/t/northfield/today');
  await shown(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or go to' })).toBeFocused();
  await page.keyboard.type('report incident');
  await expect(page.getByRole('option', { selected: true })).toContainText('Report an incident');
  await page.keyboard.press('Enter');
  const what = 'An agent read members’ records without a call';
  await page.getByLabel('Vendor').selectOption({ label: 'Lakeside Voice (demo)' });
  await page.getByLabel('What happened').fill(what);
  await page.getByLabel('Discovered').fill(await hoursAgo(page, 19));
  await page.getByText('Yes', { exact: true }).click();
  await page.getByText('No, we found it').click();
  await page.getByRole('button', { name: 'Report' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('was reported');
  const clock = page.locator('pl-clock').filter({ hasText: 'Notice to the insurer (contract)' });
  await expect(clock).toContainText(/due in (5 h|4 h 5\d min)/);
  await expect(clock).toContainText('Running out');
  await expect(clock).toContainText(/New York \/ .*Chicago/);

  // found late: the stages that passed are acted on at once, with their own instants
  await expect
    .poll(
      async () => {
        await page.reload();
        await shown(page);
        return page.locator('pl-told-when li').filter({ hasText: '(told)' }).count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);

  await page.getByRole('link', { name: 'Open the incident' }).click();
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(page.getByText('The incident is acknowledged.')).toBeVisible();
  await clock.getByText('Explain').click();
  await expect(clock).toContainText('elapsed hours from “Discovered”');
  await expect(clock).toContainText('How the deadline follows');
  await page.getByLabel('Hand over to').selectOption({ label: 'Administrator of Northfield Health (demo)' });
  await page.getByLabel('What they should know').fill('The vendor calls back at seven.');
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(page.getByText('is told with a link to the incident.')).toBeVisible();

  const partner = await open(account('northfield', 'vendor_contributor', 'LAKESIDE'));
  await partner.goto(page.url());
  await partner.getByRole('button', { name: 'Notify the insurer' }).click();
  await expect(partner.getByText('The insurer is notified.')).toBeVisible();
  await expect(
    partner.locator('pl-clock').filter({ hasText: 'Notice to the insurer (contract)' }),
  ).toContainText('In time');
  // what the insurer handed over and linked is its own
  await expect(partner.getByText('The vendor calls back at seven.')).toHaveCount(0);
  const security = await as('northfield', 'security');
  const { items } = await security.get<ListPage<IncidentSummary>>(
    `/incidents?search=${encodeURIComponent('without a call')}`,
  );
  const incident = await security.get<Incident>(`/incidents/${items[0]?.id}`);
  expect(incident.handOvers[0]?.to.name).toBe('Administrator of Northfield Health (demo)');
});

test('notes of one side are not the other’s; the register narrows, saves a view and exports what it shows', async ({
  open,
}) => {
  const page = await open(account('northfield', 'security'));
  await page.goto('/t/northfield/incidents');
  await page
    .getByRole('link', { name: /^LAKESIDE-\d{4}-\d{4}$/ })
    .last()
    .click();
  await page.getByLabel('Note', { exact: true }).fill('Counsel was asked about the letter.');
  await page.getByRole('button', { name: 'Note for our side' }).click();
  await expect(page.getByText('Counsel was asked about the letter.')).toBeVisible();
  const partner = await open(account('northfield', 'vendor_contributor', 'LAKESIDE'));
  await partner.goto(page.url());
  await expect(partner.getByRole('heading', { name: 'Notes' })).toBeVisible();
  await expect(partner.getByText('Counsel was asked about the letter.')).toHaveCount(0);

  await page.goto('/t/northfield/incidents?late=true');
  await shown(page);
  await page.getByText('Saved views').click();
  await page.getByLabel('Name of the view').fill('Told too late');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await expect(page.getByText('The view “Told too late” is saved.')).toBeVisible();
  await page.getByText('Export', { exact: true }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'XLSX' }).click();
  expect((await download).suggestedFilename()).toBe('incidents.xlsx');
});

test('a drill is marked everywhere and counted nowhere', async ({ open, as }) => {
  const security = await as('northfield', 'security');
  const drills = await security.all<IncidentSummary>('/incidents?drills=true');
  const drill = drills[0];
  if (!drill) throw new Error('the demo runs a drill');
  const real = await security.all<IncidentSummary>('/incidents');
  expect(real.map(({ id }) => id)).not.toContain(drill.id);
  const page = await open(account('northfield', 'security'));
  await page.goto(`/t/northfield/incidents/${drill.id}`);
  await expect(page.getByText('This is a drill.')).toBeVisible();
  await expect(page.locator('pl-clock').first()).toContainText('Drill');
});

test.describe('others', () => {
  test.use({ expectedComplaints: [/status of 40[34]/] });

  test('who may not report sees no way to; another vendor finds nothing', async ({ open, as }) => {
    const executive = await open(account('northfield', 'executive'));
    await executive.goto('/t/northfield/incidents');
    await shown(executive);
    await expect(executive.getByRole('link', { name: 'Report an incident' })).toHaveCount(0);
    const reader = await as('northfield', 'executive');
    expect(await reader.statusOf('POST', '/incidents', {})).toBe(403);
    const security = await as('northfield', 'security');
    const { items } = await security.get<ListPage<IncidentSummary>>('/incidents?limit=1');
    const prairie = await as('northfield', 'vendor_administrator', 'PRAIRIE');
    expect(await prairie.statusOf('GET', `/incidents/${items[0]?.id}`)).toBe(404);
  });
});
