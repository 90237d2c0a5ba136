import { inject, Injectable, signal } from '@angular/core';
import { cursorList, TenantApi } from '@plumbline/ui';
import { listVendors, type VendorState } from '@plumbline/vendors/schema';

export interface VendorsAsked {
  readonly search: string | undefined;
  readonly state: VendorState | undefined;
}

/** The vendors of the tenant, as the address asks for them. */
@Injectable()
export class VendorsStore {
  private readonly api = inject(TenantApi);
  /** What the address asks for; nothing is read before it is known. */
  readonly asked = signal<VendorsAsked | undefined>(undefined);

  readonly vendors = cursorList({
    params: () => this.asked(),
    load: (query, cursor, signal) =>
      this.api.call(listVendors, { query: { ...query, cursor, limit: 100 } }, { signal }),
  });
}
