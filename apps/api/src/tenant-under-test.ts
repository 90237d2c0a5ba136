import { AfterAnswer } from '@plumbline/platform/identity';
import type { Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import type { Response } from 'supertest';
import type { ApiUnderTest, Browser, TestPerson } from './api-under-test';

export interface ListedMember {
  readonly id: string;
  readonly version: number;
  readonly person: { readonly id: string };
}

/** A fresh tenant with two vendors and an administrator who is signed in. */
export class TenantUnderTest {
  private constructor(
    private readonly api: ApiUnderTest,
    readonly tenant: Tenant,
    readonly vendor: { readonly id: string },
    readonly otherVendor: { readonly id: string },
    readonly administrator: { readonly person: TestPerson; readonly browser: Browser },
  ) {}

  static async make(api: ApiUnderTest): Promise<TenantUnderTest> {
    const tenant = await api.database.tenant();
    const [vendor, otherVendor] = [await api.database.vendor(tenant), await api.database.vendor(tenant)];
    return new TenantUnderTest(api, tenant, vendor, otherVendor, await api.member(tenant, 'administrator'));
  }

  at(path: string): string {
    return `/api/v1/tenants/${this.tenant.slug}${path}`;
  }

  async membershipOf(person: { readonly id: string }): Promise<ListedMember> {
    const list = (await this.administrator.browser.get(this.at('/people?limit=200'))).body as {
      items: ListedMember[];
    };
    const found = list.items.find((item) => item.person.id === person.id);
    if (!found) throw new Error('not in the list');
    return found;
  }

  /** The actions in the tenant's log, oldest first. */
  async logged(): Promise<string[]> {
    await this.api.get(AfterAnswer).settled();
    const rows = await this.query<{ action: string }>(
      'select action from activity_log where tenant_id = $1 order by sequence',
    );
    return rows.map((row) => row.action);
  }

  /** Rows as an administrator's transaction sees them; `$1` is the tenant. */
  query<Row>(sql: string, ...more: unknown[]): Promise<Row[]> {
    return this.api.database.door.withTenant(actorIn(this.tenant, 'administrator'), (tx) =>
      tx.query<Row>(sql, [this.tenant.id, ...more]),
    );
  }
}

/** The stable code of a problem. */
export function code(answer: Pick<Response, 'body'>): string | undefined {
  return (answer.body as { code?: string }).code;
}
