import { account } from '../support/accounts';
import { mailedLink } from '../support/mail';
import { expect, test } from '../support/test';

interface Incident {
  readonly id: string;
  readonly version: number;
}

test.describe('what people are told', () => {
  test('an incident rings the insurer’s bell as it is reported, and its partner’s as it is acknowledged; the partner leaves that kind of mail, signed out', async ({
    open,
    as,
  }) => {
    const security = await open(account('northfield', 'security'));
    await security.goto('/t/northfield/today');
    const bell = security.getByRole('link', { name: /^Notifications: / });
    await expect(bell).toBeVisible();
    const before = Number(/(\d+) unread/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1] ?? 0);

    const partner = await as('northfield', 'vendor_administrator', 'LAKESIDE');
    const what = 'Reports sent to the wrong printer';
    const incident = await partner.post<Incident>('/incidents', {
      what,
      discoveredAt: new Date(Date.now() - 3_600_000).toISOString(),
      service: 'voice',
      phiSuspected: 'no',
    });
    // nothing is loaded anew: the page that is open is told
    await expect(bell).toHaveAccessibleName(`Notifications: ${before + 1} unread`);
    await bell.click();
    const notice = security.getByRole('listitem').filter({ hasText: what });
    await expect(notice).toContainText('Incident reported:');
    await expect(notice).toContainText('No deadline runs.');
    await notice.getByRole('button', { name: /^Mark as read/ }).click();
    await expect(notice.getByText('Unread')).toHaveCount(0);
    await expect(bell).toHaveAccessibleName(
      before === 0 ? 'Notifications: nothing unread' : `Notifications: ${before} unread`,
    );

    const analyst = await as('northfield', 'security');
    await analyst.post(`/incidents/${incident.id}/acknowledgement`, undefined, incident.version);
    const { email } = account('northfield', 'vendor_administrator', 'LAKESIDE');
    const link = await mailedLink(email, '/unsubscribe/', 'Incident acknowledged:');

    const signedOut = await open(null);
    await signedOut.goto(link);
    await expect(
      signedOut.getByText('Northfield Health (demo): “An incident was acknowledged”'),
    ).toBeVisible();
    await signedOut.reload();
    await signedOut.getByRole('button', { name: 'No more mails of this kind' }).click();
    await expect(signedOut.getByText('You get no more mails of this kind')).toBeVisible();

    const page = await open(account('northfield', 'vendor_administrator', 'LAKESIDE'));
    await page.goto('/t/northfield/notifications/preferences');
    await expect(page.getByLabel('By mail: An incident was acknowledged')).toHaveValue('off');
    await page.getByLabel('By mail: An incident was acknowledged').selectOption('daily');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Your preferences were saved.')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('By mail: An incident was acknowledged')).toHaveValue('daily');
    const legal = page.getByRole('row').filter({ hasText: 'An incident was reported' });
    await expect(legal).toContainText('Always, at once');
    await expect(legal.getByRole('combobox')).toHaveCount(0);

    const administrator = await open(account('northfield', 'administrator'));
    await administrator.goto(`/t/northfield/notifications/deliveries?aboutId=${incident.id}&channel=mail`);
    const row = administrator.getByRole('row').filter({ hasText: email });
    await expect(row).toContainText('Incident acknowledged:');
    await expect(row).toContainText('Delivered');
  });
});
