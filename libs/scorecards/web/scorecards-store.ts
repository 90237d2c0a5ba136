import { inject, Injectable, signal } from '@angular/core';
import { listScorecards, viewScorecardMonth } from '@plumbline/scorecards/schema';
import { cursorList, pageResource, TenantApi } from '@plumbline/ui';

/** A month of all vendors, or all months of one vendor, as the address asks. */
@Injectable()
export class ScorecardsStore {
  private readonly api = inject(TenantApi);
  /** Nothing is read before it is known which of the two is asked for. */
  readonly period = signal<string | undefined>(undefined);
  readonly vendorId = signal<string | undefined>(undefined);

  readonly month = pageResource({
    params: () => this.period(),
    load: (period, signal) => this.api.call(viewScorecardMonth, { params: { period } }, { signal }),
    isEmpty: ({ vendors }) => vendors.length === 0,
  });
  readonly history = cursorList({
    params: () => this.vendorId(),
    load: (vendorId, cursor, signal) =>
      this.api.call(listScorecards, { query: { vendorId, cursor, limit: 50 } }, { signal }),
  });
}
