import { totp } from '../../tools/bootstrap/totp.mjs';
import { account } from '../support/accounts';
import { expect, test } from '../support/test';

test.describe('sign-in', () => {
  // wrong credentials and asking without a session are answered 401, as agreed, and the browser notes it
  test.use({ expectedComplaints: [/status of 401/] });

  test('a wrong password is refused, in the same words as somebody who does not exist', async ({ open }) => {
    const { email } = account('northfield', 'executive');
    const page = await open(null);
    await page.goto('/t/northfield/portfolio');
    await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('not the password at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const answer = page.getByRole('alert').filter({
      hasText: 'E-mail address and password do not belong together.',
    });
    await expect(answer).toBeVisible();

    // somebody who does not exist is answered in the same words
    await page.reload();
    await expect(answer).toHaveCount(0);
    await page.getByLabel('E-mail').fill('nobody@demo.plumbline.example');
    await page.getByLabel('Password').fill('not the password at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(answer).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test('password, then second factor; a password alone opens nothing; signing out ends it on the server', async ({
    open,
  }) => {
    // nobody else signs in as this account: a code works once
    const partner = account('northfield', 'vendor_administrator', 'SUMMIT');
    const page = await open(null);
    await page.goto('/t/northfield/results');
    await page.getByLabel('E-mail').fill(partner.email);
    await page.getByLabel('Password').fill(partner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/sign-in\/totp/);
    expect((await page.request.get('/api/v1/tenants/northfield/results')).ok()).toBe(false);

    const right = totp(partner.totpSecret ?? '', Date.now());
    await page.getByLabel('Code').fill(right === '000000' ? '111111' : '000000');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('This code is wrong, too old, or was used already.').first()).toBeVisible();
    await page.getByLabel('Code').fill(totp(partner.totpSecret ?? '', Date.now()));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page, 'where it was asked to go').toHaveURL(/\/t\/northfield\/results/);
    await expect(page.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible();

    const cookies = await page.context().cookies();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto('/t/northfield/results');
    await expect(page).toHaveURL(/\/sign-in/);
    // the cookie of before is worth nothing
    await page.context().addCookies(cookies);
    expect((await page.request.get('/api/v1/session')).status()).toBe(401);
  });
});
