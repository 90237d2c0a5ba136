import { Injectable, computed, inject, signal } from '@angular/core';
import { TenantApi, TenantContext, addMonths, monthOf, pageResource } from '@plumbline/ui';
import { viewPortfolio } from '@plumbline/slas/schema';

const shownMonths = 12;

/** Vendors by months; the range ends with `to`, the last whole month of the tenant's zone unless the address says. */
@Injectable()
export class PortfolioStore {
  private readonly api = inject(TenantApi);
  /** The last month that has ended where the tenant is. */
  readonly lastMonth = addMonths(monthOf(new Date(), inject(TenantContext).timeZone()), -1);
  readonly asked = signal<string | undefined>(undefined);
  readonly to = computed(() => this.asked() ?? this.lastMonth);
  readonly from = computed(() => addMonths(this.to(), 1 - shownMonths));

  readonly portfolio = pageResource({
    params: () => ({ from: this.from(), to: this.to() }),
    load: (query, signal) => this.api.call(viewPortfolio, { query }, { signal }),
    isEmpty: ({ vendors }) => vendors.length === 0,
  });
}
