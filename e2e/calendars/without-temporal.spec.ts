import { account } from '../support/accounts';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

test('a browser without Temporal fetches it, and the engine computes in the page as anywhere', async ({
  open,
}) => {
  const page = await open(account('northfield', 'vendor_manager'));
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'));
  await page.goto('/t/northfield/calendars');
  await page.getByRole('table').getByRole('link').first().click();
  await shown(page);
  await page.getByLabel('Received, Chicago time').fill('2026-12-29T16:00');
  await page.getByLabel('Received, Chicago time').blur();
  await expect(page.getByText('Due at the end of 31 Dec 2026, Chicago')).toBeVisible();
  expect(
    await page.evaluate(() => /native code/.test(Function.prototype.toString.call(Temporal.Instant))),
  ).toBe(false);
});
