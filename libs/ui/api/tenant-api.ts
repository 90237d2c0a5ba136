import { Injectable, inject } from '@angular/core';
import { type Operation } from '@plumbline/api/schema';
import { TenantContext } from '../session/tenant-context';
import { Api } from './api';

/**
 * Calls to `/api/v1/tenants/<slug>`: paths are written from the thing on (`/vendors`). Exists below a tenant's page only
 * and dies with it, so that nothing read for one tenant can be sent to another.
 */
@Injectable()
export class TenantApi extends Api {
  private readonly tenant = inject(TenantContext);
  protected override readonly base: string = `/api/v1/tenants/${encodeURIComponent(this.tenant.slug)}`;

  protected override pathOf(
    operation: Pick<Operation, 'path'>,
    params: Readonly<Record<string, unknown>>,
  ): string {
    return super.pathOf({ path: operation.path.replace(/^\/tenants\/:tenant/, '') }, params);
  }
}
