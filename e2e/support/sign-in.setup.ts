import { expect, test as setup } from '@playwright/test';
import { accounts, stateOf } from './accounts';
import { totp } from '../../tools/bootstrap/totp.mjs';

/** A person of several insurers signs in once: a code works once. */
const people = [...new Map(accounts().map((each) => [each.email, each])).values()];

for (const each of people) {
  setup(`${each.role} of ${each.tenant} signs in (${each.email})`, async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(each.email);
    await page.getByLabel('Password', { exact: true }).fill(each.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    if (each.totpSecret) {
      await page.getByLabel(/code/i).fill(totp(each.totpSecret, Date.now()));
      await page.getByRole('button', { name: /continue|sign in|verify|confirm/i }).click();
    }
    await expect(page).not.toHaveURL(/sign-in/);
    await page.context().storageState({ path: stateOf(each) });
  });
}
