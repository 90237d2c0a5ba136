import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An account of the demo, as `npm start` prints it. */
export interface Account {
  readonly tenant: string;
  readonly role: string;
  readonly vendor?: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret?: string;
}

/** One of the demo's accounts: `account('northfield', 'vendor_contributor', 'LAKESIDE')`. */
export function account(tenant: string, role: string, vendor?: string): Account {
  const found = accounts().find(
    (each) => each.tenant === tenant && each.role === role && (!vendor || each.vendor === vendor),
  );
  if (!found) throw new Error(`the demo has no ${role} of ${tenant}${vendor ? ` for ${vendor}` : ''}`);
  return found;
}

/** Where the signed-in state of an account is kept for the run: a TOTP code works once, so each account signs in once. */
export function stateOf(each: Account): string {
  return join(process.env['PLUMBLINE_MAIL'] ?? '', '..', 'signed-in', `${each.email}.json`);
}

function accounts(): readonly Account[] {
  const file = process.env['PLUMBLINE_DEMO_ACCOUNTS'];
  if (!file)
    throw new Error('browser tests run through `npm test -- --only e2e`, which starts the product for them');
  return JSON.parse(readFileSync(file, 'utf8')) as Account[];
}
