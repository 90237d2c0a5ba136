import { Injectable, computed, inject } from '@angular/core';
import { listVendors } from '@plumbline/vendors/schema';
import { TenantApi, TenantContext, pageResource } from '@plumbline/ui';
import { allPages } from '../all-pages';

/** For whom a file may be sent: a partner's own vendors; the insurer's people choose among all. */
@Injectable()
export class UploadStore {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  readonly vendors = pageResource({
    params: () => this.tenant.side(),
    load: async (side, signal): Promise<readonly { readonly id: string; readonly name: string }[]> =>
      side === 'vendor'
        ? this.tenant.vendors()
        : allPages((cursor) => this.api.call(listVendors, { query: { limit: 200, cursor } }, { signal })),
    isEmpty: (vendors) => vendors.length === 0,
  });
  /** Nothing to choose where there is one. */
  readonly only = computed(() => {
    const vendors = this.vendors.value();
    return vendors?.length === 1 ? vendors[0]?.id : undefined;
  });
}
