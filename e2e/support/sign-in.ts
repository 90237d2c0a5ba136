import { type BrowserContext, expect } from '@playwright/test';
import { existsSync } from 'node:fs';
import { type Account, stateOf } from './accounts';
import { headersOf } from './api';
import { totp } from '../../tools/bootstrap/totp.mjs';

/**
 * Signs a browser in by the API and keeps its state for the run, so that an account signs in once: a TOTP code works once.
 * How signing in looks in the page is the matter of people/sign-in.spec.ts.
 */
export async function signIn(context: BrowserContext, account: Account): Promise<void> {
  const { request } = context;
  const begun = await request.post('/api/v1/session', {
    data: { email: account.email, password: account.password },
    headers: headersOf(''),
  });
  expect(begun.ok(), `${account.email} signs in: ${await begun.text()}`).toBe(true);
  if (account.totpSecret) {
    const { csrfToken } = (await (await request.get('/api/v1/session')).json()) as { csrfToken: string };
    const given = await request.post('/api/v1/session/totp', {
      data: { code: totp(account.totpSecret, Date.now()) },
      headers: headersOf(csrfToken),
    });
    expect(given.ok(), `${account.email} gives a code: ${await given.text()}`).toBe(true);
  }
  await context.storageState({ path: stateOf(account) });
}

export function signedInBefore(account: Account): string | undefined {
  const file = stateOf(account);
  return existsSync(file) ? file : undefined;
}
