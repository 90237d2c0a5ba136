import { inject, Injectable, signal } from '@angular/core';
import { pageResource, TenantApi } from '@plumbline/ui';
import { viewVendorProfile } from '@plumbline/vendors/schema';

/** What is known of one vendor. */
@Injectable()
export class ProfileStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);

  readonly profile = pageResource({
    params: () => this.id(),
    load: (vendorId, signal) => this.api.call(viewVendorProfile, { params: { vendorId } }, { signal }),
  });
}
