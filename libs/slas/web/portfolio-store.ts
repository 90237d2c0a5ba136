import { computed, inject, Injectable, signal } from '@angular/core';
import { viewPortfolio } from '@plumbline/slas/schema';
import { addMonths, monthOf, pageResource, TenantApi, TenantContext } from '@plumbline/ui';

const shownMonths = 12;

/**
 * Vendors by months. The range ends with the month that the address names, else with the newest that has results: a
 * tenant whose files are of another year sees them at once.
 */
@Injectable()
export class PortfolioStore {
  private readonly api = inject(TenantApi);
  /** The month of today where the tenant is. */
  readonly thisMonth = monthOf(new Date(), inject(TenantContext).timeZone());
  readonly asked = signal<string | undefined>(undefined);

  readonly portfolio = pageResource({
    params: () => ({ to: this.asked() }),
    load: ({ to }, signal) =>
      this.api.call(
        viewPortfolio,
        { query: to === undefined ? {} : { from: addMonths(to, 1 - shownMonths), to } },
        { signal },
      ),
    isEmpty: ({ vendors }) => vendors.length === 0,
  });
  /** The last month shown. */
  readonly to = computed(() => this.asked() ?? this.portfolio.value()?.months.at(-1) ?? this.thisMonth);
}
