import type { Calendar, CalendarVersion } from '@plumbline/calendars/schema';
import type { Page } from '@playwright/test';
import { account } from '../support/accounts';
import { Api } from '../support/api';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

const manager = () => account('northfield', 'vendor_manager');
const partner = () => account('northfield', 'vendor_administrator', 'LAKESIDE');

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

test('a manager reviews proposed holidays into a calendar and its next version; a partner reads it', async ({
  open,
}) => {
  test.setTimeout(180_000);
  const page = await open(manager());
  await page.goto('/t/northfield/today');
  await page.getByRole('link', { name: 'Calendars' }).click();
  await page.getByRole('link', { name: 'Add a calendar' }).click();
  await shown(page);

  await page.getByLabel('Name', { exact: true }).fill('Manila site');
  await page.getByLabel('Time zone').fill('Asia/Manila');
  await page.getByLabel('Monday').fill('17:00-09:00');
  await page.getByLabel('Country').selectOption({ label: 'Philippines' });
  await page.getByLabel('From year').selectOption('2026');
  await page.getByLabel('To year').selectOption('2026');
  // pressed as slowly as by a person: leaving Monday must not move the button from under the pointer
  await page.getByRole('button', { name: 'Propose', exact: true }).click({ delay: 200 });
  const rizal = page.getByRole('checkbox', { name: /30 Dec 2026 Rizal Day/ });
  await expect(rizal).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /25 Feb 2026/ })).not.toBeChecked();
  await page.getByRole('checkbox', { name: /5 Apr 2026 Easter Sunday/ }).uncheck();
  expect(await hindrancesOf(page)).toEqual([]);
  await page.getByRole('button', { name: /^Add \d+ ticked dates$/ }).click();
  await expect(rizal).toBeDisabled();
  await page.getByLabel('Name of 2026-12-30').fill('Rizal Day, site closed');
  await page.getByRole('button', { name: 'Remove Day of Valor of 2026-04-09' }).click();

  // what the engine refuses is said at its field, before anything is sent
  await page.getByRole('button', { name: 'Save as reviewed' }).click();
  await expect(page.getByLabel('Monday')).toBeFocused();
  await expect(page.getByText('09:00 is before 17:00').first()).toBeVisible();
  await page.getByLabel('Monday').fill('09:00-18:00');
  await page.getByRole('button', { name: 'Save as reviewed' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Manila site' })).toBeVisible();
  const address = new URL(page.url()).pathname;
  const holidays = page.getByRole('region', { name: 'Holidays' });
  await expect(holidays.getByText('Rizal Day, site closed')).toBeVisible();
  await expect(
    holidays.getByText('PH, public holiday, proposed as “Rizal Day”', { exact: false }),
  ).toBeVisible();
  await expect(holidays.getByText('Day of Valor')).toHaveCount(0);
  await expect(holidays.getByText('Easter Sunday')).toHaveCount(0);

  await test.step('a due date skips the holiday', async () => {
    await page.getByLabel('Received, Manila time').fill('2026-12-29T16:00');
    await page.getByLabel('Received, Manila time').blur();
    await expect(page.getByText('Due at the end of 1 Jan 2027, Manila')).toBeVisible();
  });

  await test.step('the next version adds a date by hand', async () => {
    await page.getByRole('link', { name: 'New version' }).click();
    await page.getByLabel('What changes, and why').fill('The site closes on its founding day');
    await page.getByRole('button', { name: 'Enter a date' }).click();
    await page.getByLabel('Date of the new holiday').fill('2026-09-14');
    await page.getByLabel('Name of 2026-09-14').fill('Founding day');
    await page.getByRole('button', { name: 'Save as reviewed' }).click();
    await expect(page.getByRole('link', { name: /^Version 2/ })).toHaveAttribute('aria-current', 'page');
    await expect(holidays.getByText('Founding day')).toBeVisible();
    await page.getByRole('link', { name: /^Version 1/ }).click();
    await expect(holidays.getByText('Founding day')).toHaveCount(0);
    await expect(holidays.getByText('Rizal Day, site closed')).toBeVisible();
  });

  await test.step('a partner reads both versions and changes neither', async () => {
    const theirs = await open(partner());
    await theirs.goto(address);
    await shown(theirs);
    await expect(theirs.getByRole('region', { name: 'Holidays' }).getByText('Founding day')).toBeVisible();
    await expect(theirs.getByRole('link', { name: /^Version/ })).toHaveCount(2);
    await expect(theirs.getByRole('link', { name: 'New version' })).toHaveCount(0);
    expect(await hindrancesOf(theirs)).toEqual([]);

    const api = await Api.of(theirs, 'northfield');
    const id = address.split('/').at(-1) ?? '';
    const calendar = await api.get<Calendar>(`/calendars/${id}`);
    const { timezone, hours } = await api.get<CalendarVersion>(`/calendars/${id}/versions/1`);
    const change = { timezone, hours, holidays: [], reason: 'None of it' };
    expect(calendar.version).toBe(2);
    expect(await api.statusOf('POST', `/calendars/${id}/versions`, change)).toBe(403);
  });
});
