import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_DOMAIN, TenantProvisioning } from '@plumbline/platform/identity';
import { roleDemandsMfa, type Role, type Tenant } from '@plumbline/platform/tenancy';
import { SeededRandom } from './random';

/** As `.plumbline/demo-accounts.json` keeps it for `npm start` and the browser tests. */
export interface DemoAccount {
  readonly tenant: string;
  readonly role: Role;
  readonly vendor?: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret?: string;
}

const PASSWORD = 'every figure explains itself';

/** Published on purpose: these accounts exist in demos only and are refused in production. */
export function demoAccount(tenant: string, role: Role, vendor?: string): DemoAccount {
  const local = (vendor ? [role === 'vendor_administrator' ? 'admin' : 'partner', vendor] : [role, tenant])
    .join('.')
    .toLowerCase();
  return {
    tenant,
    role,
    ...(vendor ? { vendor } : {}),
    email: `${local.replaceAll('_', '-')}@${DEMO_DOMAIN}`,
    password: PASSWORD,
    ...(roleDemandsMfa(role) ? { totpSecret: totpSecret(local) } : {}),
  };
}

/** A person with these credentials and this membership; a vendor's person is one and the same for every insurer. */
export async function makeAccount(
  api: INestApplicationContext,
  tenant: Tenant,
  account: DemoAccount,
  name: string,
  vendorId: string | null,
): Promise<string> {
  const provisioning = api.get(TenantProvisioning, { strict: false });
  const { id } = await provisioning.person({ email: account.email, name });
  await provisioning.setCredentials(id, account.password, account.totpSecret ?? null);
  await provisioning.join(tenant, id, account.role, vendorId);
  return id;
}

function totpSecret(seed: string): string {
  const random = new SeededRandom(`totp/${seed}`);
  return Array.from(
    { length: 32 },
    () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Math.floor(random.next() * 32)],
  ).join('');
}
