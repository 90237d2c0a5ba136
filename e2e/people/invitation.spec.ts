import { totp } from '../../tools/bootstrap/totp.mjs';
import { account } from '../support/accounts';
import { mailedLink } from '../support/mail';
import { expect, test } from '../support/test';

test.describe('invitation', () => {
  // the link that was used already is answered with a problem, and the browser notes it
  test.use({ expectedComplaints: [/status of 4(01|04|09|10)/] });

  test('invited by mail, a newcomer chooses a password, sets up the second factor and sees the own vendor only', async ({
    open,
  }) => {
    const email = 'kim.reyes@prairie.example';
    const administrator = await open(account('northfield', 'administrator'));
    await administrator.goto('/t/northfield/people/invite');
    await administrator.getByLabel('E-mail').fill(email);
    await administrator.getByLabel('Role').selectOption({ label: 'Vendor contributor' });
    await administrator
      .getByLabel('Vendor', { exact: true })
      .selectOption({ label: 'Prairie Claims Desk (demo)' });
    await administrator.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(administrator.getByRole('row').filter({ hasText: email })).toBeVisible();

    const link = await mailedLink(email, '/invitations/');
    const page = await open(null);
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Join Northfield Health (demo)');
    await expect(page.getByText(`For ${email}`)).toContainText('Prairie Claims Desk (demo)');
    await page.getByLabel('Your name').fill('Kim Reyes');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await expect(page.getByText(/15/).first(), 'a short password is refused').toBeVisible();
    await page.getByLabel('Password').fill('lanterns drift across the lake');
    await page.getByRole('button', { name: 'Accept the invitation' }).click();

    await expect(page).toHaveURL(/\/sign-in\/enrol/);
    expect((await page.request.get('/api/v1/tenants/northfield/results')).ok()).toBe(false);
    const secret = (await page.locator('code').innerText()).replace(/\s/g, '');
    await page.getByLabel('Code the app shows now').fill(totp(secret, Date.now()));
    await page.getByRole('button', { name: 'Finish and sign in' }).click();
    await expect(page).toHaveURL(/\/t\/northfield\/today/);
    await expect(page.getByText('Kim Reyes, this is where things stand.')).toBeVisible();

    await page.goto('/t/northfield/vendors');
    const vendors = page.getByRole('table', { name: 'Vendors' });
    await expect(vendors.getByRole('row')).toHaveCount(2);
    await expect(vendors).toContainText('Prairie Claims Desk (demo)');

    // the link works once
    const late = await open(null);
    await late.goto(link);
    await expect(late.getByRole('button', { name: 'Accept the invitation' })).toHaveCount(0);
    await expect(late.getByRole('alert').first()).toBeVisible();
  });
});
