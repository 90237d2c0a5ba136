import { type BrowserContext, expect } from '@playwright/test';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Account, stateOf } from './accounts';
import { headersOf } from './api';
import { totp } from '../../tools/bootstrap/totp.mjs';

/**
 * The file with the signed-in state of an account. It signs in once for the run, whichever worker needs it first: a TOTP
 * code works once. How signing in looks in the page is the matter of people/sign-in.spec.ts.
 */
export async function signedIn(newContext: () => Promise<BrowserContext>, account: Account): Promise<string> {
  const state = stateOf(account);
  if (isMine(`${state}.taken`)) {
    const context = await newContext();
    await signIn(context, account);
    await context.storageState({ path: `${state}.new` });
    await context.close();
    renameSync(`${state}.new`, state);
  }
  await expect.poll(() => existsSync(state), { message: `${account.email} is signed in` }).toBe(true);
  return state;
}

/** Whether this worker is the first to ask. */
function isMine(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function signIn({ request }: BrowserContext, account: Account): Promise<void> {
  const begun = await request.post('/api/v1/session', {
    data: { email: account.email, password: account.password },
    headers: headersOf(''),
  });
  expect(begun.ok(), `${account.email} signs in: ${await begun.text()}`).toBe(true);
  if (!account.totpSecret) return;
  const { csrfToken } = (await (await request.get('/api/v1/session')).json()) as { csrfToken: string };
  const given = await request.post('/api/v1/session/totp', {
    data: { code: totp(account.totpSecret, Date.now()) },
    headers: headersOf(csrfToken),
  });
  expect(given.ok(), `${account.email} gives a code: ${await given.text()}`).toBe(true);
}
