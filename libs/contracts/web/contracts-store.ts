import { inject, Injectable, signal } from '@angular/core';
import { listContracts } from '@plumbline/contracts/schema';
import { cursorList, TenantApi } from '@plumbline/ui';

export interface ContractsAsked {
  readonly search: string | undefined;
  readonly vendorId: string | undefined;
}

/** The contracts of the tenant, as the address asks for them. */
@Injectable()
export class ContractsStore {
  private readonly api = inject(TenantApi);
  /** What the address asks for; nothing is read before it is known. */
  readonly asked = signal<ContractsAsked | undefined>(undefined);

  readonly contracts = cursorList({
    params: () => this.asked(),
    load: (query, cursor, signal) =>
      this.api.call(listContracts, { query: { ...query, cursor, limit: 100 } }, { signal }),
  });
}
