import { expect, type Page } from '@playwright/test';
import { totp } from '../../tools/bootstrap/totp.mjs';
import { type Api, headersOf } from './api';
import { mailedLink } from './mail';

/** A vendor's person who was invited, accepted and set up the second factor, all through the API; signed in on the page. */
export async function joinAsPartner(
  page: Page,
  administrator: Api,
  invitation: { email: string; role: 'vendor_administrator' | 'vendor_contributor'; vendorId: string },
): Promise<void> {
  await administrator.post('/invitations', invitation);
  const link = await mailedLink(invitation.email, '/invitations/');
  const { request } = page;
  const accepted = await request.post(`/api/v1${link}/acceptance`, {
    data: { name: 'Robin Vale', password: 'seven quiet herons over the marsh' },
    headers: headersOf(''),
  });
  expect(accepted.ok(), await accepted.text()).toBe(true);
  const { csrfToken } = (await (await request.get('/api/v1/session')).json()) as { csrfToken: string };
  const headers = headersOf(csrfToken);
  const enrolment = await request.post('/api/v1/session/totp-enrolment', { data: {}, headers });
  const { secret } = (await enrolment.json()) as { secret: string };
  const confirmed = await request.post('/api/v1/session/totp-enrolment/confirmation', {
    data: { code: totp(secret, Date.now()) },
    headers: headersOf(csrfToken),
  });
  expect(confirmed.ok(), await confirmed.text()).toBe(true);
}
