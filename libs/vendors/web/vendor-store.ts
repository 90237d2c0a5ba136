import { inject, Injectable, signal } from '@angular/core';
import { listContracts } from '@plumbline/contracts/schema';
import { listScorecards } from '@plumbline/scorecards/schema';
import { pageResource, TenantApi, TenantContext } from '@plumbline/ui';
import { viewDueDiligence, viewVendor, viewVendorLife } from '@plumbline/vendors/schema';

/** One vendor with what hangs on it; each part loads, and fails, by itself. */
@Injectable()
export class VendorStore {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
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
  /** Where it stands, and what its gates ask: the insurer's side only. */
  readonly life = pageResource({
    params: () => (this.tenant.can('vendor-life.read') ? this.id() : undefined),
    load: (vendorId, signal) => this.api.call(viewVendorLife, { params: { vendorId } }, { signal }),
  });
  readonly dueDiligence = pageResource({
    params: () => (this.tenant.can('due-diligence.read') ? this.id() : undefined),
    load: (vendorId, signal) => this.api.call(viewDueDiligence, { params: { vendorId } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });

  /** After a step or a decision: state, gates and items follow from each other. */
  reload(): void {
    this.vendor.reload();
    if (this.tenant.can('vendor-life.read')) this.life.reload();
    if (this.tenant.can('due-diligence.read')) this.dueDiligence.reload();
  }
}
