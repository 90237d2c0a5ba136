import { Injectable, inject } from '@angular/core';
import { listMetrics } from '@plumbline/measurements/schema';
import { TenantApi, cursorList } from '@plumbline/ui';

/** The metric library. */
@Injectable()
export class MetricsStore {
  private readonly api = inject(TenantApi);

  readonly metrics = cursorList({
    params: () => true,
    load: (_, cursor, signal) => this.api.call(listMetrics, { query: { limit: 200, cursor } }, { signal }),
  });
}
