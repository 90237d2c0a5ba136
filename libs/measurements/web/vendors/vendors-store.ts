import { Injectable, inject } from '@angular/core';
import { listContracts } from '@plumbline/contracts/schema';
import { listVendors } from '@plumbline/vendors/schema';
import { TenantApi, TenantContext, pageResource } from '@plumbline/ui';
import { allPages } from '../all-pages';
import { type KnownVendor } from './resolution';

export interface ContractChoice {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly vendor: string;
}

export interface VendorsStart {
  readonly vendors: readonly KnownVendor[];
  /** Contracts with terms in force, whose terms can be taken over; none for who may not write contracts. */
  readonly contracts: readonly ContractChoice[];
}

/** Whom the unknown codes may mean, and which contract's terms they may get. */
@Injectable()
export class VendorsStore {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);

  readonly start = pageResource({
    // nothing is read for who may only look on
    params: () => this.tenant.can('kpi-file.resolve-vendors') || undefined,
    load: async (_, signal): Promise<VendorsStart> => {
      const [vendors, contracts] = await Promise.all([
        allPages((cursor) => this.api.call(listVendors, { query: { limit: 200, cursor } }, { signal })),
        this.tenant.can('contract.write')
          ? allPages((cursor) => this.api.call(listContracts, { query: { limit: 200, cursor } }, { signal }))
          : [],
      ]);
      return {
        vendors,
        contracts: contracts
          .filter(({ versions }) => versions.some(({ state }) => state === 'active'))
          .map(({ id, reference, title, vendor }) => ({ id, reference, title, vendor: vendor.name })),
      };
    },
  });
}
