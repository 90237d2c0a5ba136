import { inject, Injectable } from '@angular/core';
import { pageResource, TenantApi } from '@plumbline/ui';
import { listVendors, type VendorSummary } from '@plumbline/vendors/schema';

/** All vendors of the tenant, to choose from. */
@Injectable()
export class VendorsStore {
  private readonly api = inject(TenantApi);

  readonly vendors = pageResource<readonly VendorSummary[]>({
    params: () => true,
    load: async (_, signal) => {
      const vendors: VendorSummary[] = [];
      let cursor: string | undefined;
      do {
        const page = await this.api.call(listVendors, { query: { limit: 200, cursor } }, { signal });
        vendors.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return vendors;
    },
  });
}
