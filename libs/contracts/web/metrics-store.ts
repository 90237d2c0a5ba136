import { inject, Injectable } from '@angular/core';
import { listMetrics, type MetricSummary } from '@plumbline/measurements/schema';
import { pageResource, TenantApi } from '@plumbline/ui';

/** The whole metric library, to choose from. */
@Injectable()
export class MetricsStore {
  private readonly api = inject(TenantApi);

  readonly metrics = pageResource<readonly MetricSummary[]>({
    params: () => true,
    load: async (_, signal) => {
      const metrics: MetricSummary[] = [];
      let cursor: string | undefined;
      do {
        const page = await this.api.call(listMetrics, { query: { limit: 200, cursor } }, { signal });
        metrics.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return metrics;
    },
  });
}
