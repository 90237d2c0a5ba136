import { account } from '../support/accounts';
import { expect, test } from '../support/test';

test.describe('webhooks', () => {
  test('an administrator adds one, sees its secret once, tries it out: nothing inside the house is called, and the log says so; stopped, it is given up, and resumed, sent again', async ({
    open,
  }) => {
    const page = await open(account('northfield', 'administrator'));
    await page.goto('/t/northfield/notifications/webhooks');
    await page.getByRole('link', { name: 'Add a webhook' }).click();
    await page.getByLabel('Name').fill('Inside');
    await page.getByLabel('Address').fill('http://127.0.0.1/hook');
    await page.getByRole('button', { name: 'Add the webhook' }).click();
    await expect(page.getByText('An address that begins with https://').first()).toBeVisible();
    await page.getByLabel('Address').fill('https://127.0.0.1:9/hook');
    await page.getByRole('button', { name: 'Add the webhook' }).click();
    const secret = await page.locator('code').innerText();
    expect(secret).toMatch(/^whsec_/);
    await page.getByRole('link', { name: 'I have kept it' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inside');
    await expect(page.getByText(secret)).toHaveCount(0);

    await page.getByRole('button', { name: 'Try it out' }).click();
    await expect(page).toHaveURL(/\/notifications\/deliveries\//);
    const attempts = page.getByRole('table', { name: 'Attempts' });
    await expect(async () => {
      await page.getByRole('button', { name: 'Look again' }).click();
      await expect(attempts).toContainText('127.0.0.1 is not an address of the public internet', {
        timeout: 1_000,
      });
    }).toPass();
    await expect(attempts).toContainText('Not called');
    const delivery = page.url();

    await page.goto('/t/northfield/notifications/webhooks');
    await page.getByRole('link', { name: 'Inside' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByText('Stopped')).toBeVisible();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('Running')).toBeVisible();
    await page.goto(delivery);
    await expect(page.getByText('Given up')).toBeVisible();
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect(page.getByText('It goes out again, under the same id.')).toBeVisible();

    await page.goto('/t/northfield/notifications/webhooks');
    await page.getByRole('link', { name: 'Inside' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page).toHaveURL(/\/notifications\/webhooks$/);
    await expect(page.getByRole('link', { name: 'Inside' })).toHaveCount(0);
  });
});
