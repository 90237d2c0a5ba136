import { inject, Injectable } from '@angular/core';
import { viewClausePolicy } from '@plumbline/contracts/schema';
import { pageResource, TenantApi, TenantContext } from '@plumbline/ui';

/** Which clauses the insurer demands. A partner is not told. */
@Injectable()
export class ClausePolicyStore {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);

  readonly policy = pageResource({
    params: () => (this.tenant.can('waiver.read') ? true : undefined),
    load: (_, signal) => this.api.call(viewClausePolicy, {}, { signal }),
  });
}
