import { inject, Injectable, signal } from '@angular/core';
import { viewContract, viewContractVersion } from '@plumbline/contracts/schema';
import { pageResource, TenantApi } from '@plumbline/ui';

/** One contract and one of its versions. */
@Injectable()
export class ContractStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);
  readonly number = signal<number | undefined>(undefined);

  readonly contract = pageResource({
    params: () => this.id(),
    load: (contractId, signal) => this.api.call(viewContract, { params: { contractId } }, { signal }),
  });
  readonly version = pageResource({
    params: () => {
      const [contractId, number] = [this.id(), this.number()];
      return contractId === undefined || number === undefined ? undefined : { contractId, number };
    },
    load: (params, signal) => this.api.call(viewContractVersion, { params }, { signal }),
  });
}
