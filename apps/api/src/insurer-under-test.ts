import { type ContractVersion, demandedClauses } from '@plumbline/contracts/schema';
import type { Tenant } from '@plumbline/platform/tenancy';
import type { ApiUnderTest, Browser } from './api-under-test';

/** An SLA of a test's contract, by the metric's code. */
export interface AgreedForTest {
  readonly name: string;
  readonly metric: string;
  readonly comparator: string;
  readonly value: string;
  readonly weight: string;
  readonly queue?: string;
}

/** An insurer of New York time as provisioning makes it, metric library and all, with a vendor and somebody on each side. */
export class InsurerUnderTest {
  private constructor(
    readonly tenant: Tenant,
    readonly vendor: { readonly id: string },
    readonly manager: Browser,
    readonly partner: Browser,
  ) {}

  static async open(api: ApiUnderTest, name: string): Promise<InsurerUnderTest> {
    const { TenantProvisioning } = await import('@plumbline/platform/identity');
    const slug = `${name}-${Math.random().toString(36).slice(2, 10)}`;
    const administrator = { email: `${slug}@people.test`, name: 'Ada' };
    const { tenant } = await api
      .get(TenantProvisioning)
      .create({ slug, name: slug, timezone: 'America/New_York', colour: '#0f766e', administrator });
    const vendor = await api.database.vendor(tenant, 'NORTHWIND');
    const manager = (await api.member(tenant, 'vendor_manager')).browser;
    const partner = (await api.member(tenant, 'vendor_contributor', vendor.id)).browser;
    return new InsurerUnderTest(tenant, vendor, manager, partner);
  }

  readonly at = (path: string): string => `/api/v1/tenants/${this.tenant.slug}${path}`;

  /** Makes and activates a contract with the vendor, in force from 2026 on. */
  async agree(slas: readonly AgreedForTest[], terms: object = {}): Promise<void> {
    const listed = await this.manager.get(this.at('/metrics?limit=200'));
    const { items } = listed.body as { items: { id: string; code: string }[] };
    const made = await this.manager.post(this.at('/contracts'), {
      ...{ vendorId: this.vendor.id, reference: 'MSA-1', title: 'Agreement' },
      terms: {
        ...{ effectiveFrom: '2026-01-01', timezone: 'America/New_York', reportingDueDay: 10 },
        ...{ admitsClaimed: false, ...terms },
        clauses: [
          { kind: 'service_levels', number: '1', heading: 'Service levels', text: 'As agreed.', terms: {} },
          ...demandedClauses,
        ],
        slas: slas.map(({ name, metric, comparator, value, weight, queue }) => ({
          ...{ name, weight, clauseNumber: '1', target: { comparator, value } },
          metricId: items.find(({ code }) => code === metric)?.id,
          ...(queue === undefined ? {} : { segment: { queue } }),
        })),
      },
    });
    if (made.status !== 201) throw new Error(`no contract: ${made.text}`);
    const path = this.at(`/contracts/${(made.body as { id: string }).id}/versions/1`);
    const draft = (await this.manager.get(path)).body as ContractVersion;
    const activated = await this.manager.post(`${path}/activation`).set('If-Match', `"${draft.version}"`);
    if (activated.status !== 200) throw new Error(`not activated: ${activated.text}`);
  }
}
