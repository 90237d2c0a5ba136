import { account } from '../support/accounts';
import { mailedLink } from '../support/mail';
import { expect, test } from '../support/test';

test.describe('password reset', () => {
  test.use({ expectedComplaints: [/status of 401/] });

  test('by a mailed link that ends every session: the old password is refused, the new one lets in', async ({
    open,
  }) => {
    const person = account('trial', 'executive');
    const elsewhere = await open(person);
    await elsewhere.goto('/t/trial/today');
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

    const page = await open(null);
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    // the page before has a field of the same name
    await expect(page.getByRole('heading', { level: 1, name: 'Reset your password' })).toBeVisible();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'on its way' })).toBeVisible();
    await page.goto(await mailedLink(person.email, '/reset-password/'));
    await page.getByLabel('New password').fill('seventeen kites over the harbour');
    await page.getByRole('button', { name: 'Save the password' }).click();
    await expect(page).toHaveURL(/\/sign-in/);

    await elsewhere.reload();
    await expect(elsewhere, 'the other browser is signed out').toHaveURL(/\/sign-in/);

    const signIn = async (password: string) => {
      await page.getByLabel('E-mail').fill(person.email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    await signIn(person.password);
    await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible();
    await signIn('seventeen kites over the harbour');
    await expect(page).toHaveURL(/\/t\/trial\/today/);
  });
});
