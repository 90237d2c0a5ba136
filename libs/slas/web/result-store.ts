import { inject, Injectable, signal } from '@angular/core';
import { type CutDimension, cutResult, viewResult, viewTrend } from '@plumbline/slas/schema';
import { addMonths, pageResource, TenantApi } from '@plumbline/ui';

/** One result with its trend and its cuts; each part loads, and fails, by itself. */
@Injectable()
export class ResultStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);
  readonly by = signal<CutDimension>('language');

  readonly result = pageResource({
    params: () => this.id(),
    load: (resultId, signal) => this.api.call(viewResult, { params: { resultId } }, { signal }),
  });
  readonly trend = pageResource({
    params: () => this.result.value(),
    load: ({ sla, month }, signal) =>
      this.api.call(
        viewTrend,
        { params: { slaId: sla.id }, query: { from: addMonths(month, -12), to: addMonths(month, 1) } },
        { signal },
      ),
  });
  readonly cuts = pageResource({
    params: () => {
      const resultId = this.id();
      return resultId === undefined ? undefined : { resultId, by: this.by() };
    },
    load: ({ resultId, by }, signal) =>
      this.api.call(cutResult, { params: { resultId }, query: { by } }, { signal }),
    isEmpty: ({ cuts }) => cuts.length === 0,
  });
}
