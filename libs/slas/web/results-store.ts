import { inject, Injectable, signal } from '@angular/core';
import type { WindowKind } from '@plumbline/sla-engine';
import { listResults, type ResultState } from '@plumbline/slas/schema';
import { cursorList, TenantApi } from '@plumbline/ui';

export interface ResultsAsked {
  readonly month: string | undefined;
  readonly vendorId: string | undefined;
  readonly metricId: string | undefined;
  readonly state: ResultState | undefined;
  readonly window: WindowKind | undefined;
}

/** The results of the tenant, as the address asks for them. */
@Injectable()
export class ResultsStore {
  private readonly api = inject(TenantApi);
  /** What the address asks for; nothing is read before it is known. */
  readonly asked = signal<ResultsAsked | undefined>(undefined);

  readonly results = cursorList({
    params: () => this.asked(),
    load: (query, cursor, signal) =>
      this.api.call(listResults, { query: { ...query, cursor, limit: 100 } }, { signal }),
  });
}
