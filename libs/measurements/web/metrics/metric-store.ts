import { Injectable, inject, signal } from '@angular/core';
import { viewMetric } from '@plumbline/measurements/schema';
import { TenantApi, pageResource } from '@plumbline/ui';

/** One metric with all its versions. */
@Injectable()
export class MetricStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);

  readonly metric = pageResource({
    params: () => this.id(),
    load: (metricId, signal) => this.api.call(viewMetric, { params: { metricId } }, { signal }),
  });
}
