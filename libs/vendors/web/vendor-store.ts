import { inject, Injectable, signal } from '@angular/core';
import { listContracts } from '@plumbline/contracts/schema';
import { listScorecards } from '@plumbline/scorecards/schema';
import { pageResource, TenantApi } from '@plumbline/ui';
import { viewVendor } from '@plumbline/vendors/schema';

/** One vendor with what hangs on it; each part loads, and fails, by itself. */
@Injectable()
export class VendorStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);

  readonly vendor = pageResource({
    params: () => this.id(),
    load: (vendorId, signal) => this.api.call(viewVendor, { params: { vendorId } }, { signal }),
  });
  readonly contracts = pageResource({
    params: () => this.id(),
    load: (vendorId, signal) => this.api.call(listContracts, { query: { vendorId, limit: 50 } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
  readonly scorecards = pageResource({
    params: () => this.id(),
    load: (vendorId, signal) => this.api.call(listScorecards, { query: { vendorId, limit: 6 } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
}
