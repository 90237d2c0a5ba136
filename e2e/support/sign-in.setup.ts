import { expect, test as setup } from '@playwright/test';
import { accounts, stateOf } from './accounts';
import { totp } from './totp';

for (const each of accounts()) {
  setup(`${each.role} of ${each.tenant} signs in (${each.email})`, async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(each.email);
    await page.getByLabel('Password', { exact: true }).fill(each.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    if (each.totpSecret) {
      await page.getByLabel(/code/i).fill(totp(each.totpSecret, Date.now()));
      await page.getByRole('button', { name: /continue|sign in|verify|confirm/i }).click();
    }
    await expect(page).toHaveURL(new RegExp('/t/'));
    await page.context().storageState({ path: stateOf(each) });
  });
}
