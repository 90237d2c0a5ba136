import { Injectable, computed, inject } from '@angular/core';
import { listMeasures } from '@plumbline/measurements/schema';
import { TenantApi, pageResource } from '@plumbline/ui';
import { allPages } from '../all-pages';

/** What definitions are made of. */
@Injectable()
export class MeasuresStore {
  private readonly api = inject(TenantApi);

  readonly measures = pageResource({
    params: () => true,
    load: (_, signal) =>
      allPages((cursor) => this.api.call(listMeasures, { query: { limit: 200, cursor } }, { signal })),
  });
  /** A measure's name; its code where there is none (yet). */
  readonly labelOf = computed(() => {
    const labels = new Map((this.measures.value() ?? []).map(({ code, label }) => [code, label]));
    return (code: string) => labels.get(code) ?? code;
  });
}
