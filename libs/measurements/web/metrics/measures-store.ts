import { Injectable, computed, inject } from '@angular/core';
import { listMeasures } from '@plumbline/measurements/schema';
import { Reader, TenantApi, pageResource } from '@plumbline/ui';
import { allPages } from '../all-pages';
import { measureSaid } from '../measure-said';

/** What definitions are made of. */
@Injectable()
export class MeasuresStore {
  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);

  readonly measures = pageResource({
    params: () => true,
    load: async (_, signal) => {
      const all = await allPages((cursor) =>
        this.api.call(listMeasures, { query: { limit: 200, cursor } }, { signal }),
      );
      return all.map((measure) => measureSaid(measure, this.reader.locale()));
    },
  });
  /** A measure's name; its code where there is none (yet). */
  readonly labelOf = computed(() => {
    const labels = new Map((this.measures.value() ?? []).map(({ code, label }) => [code, label]));
    return (code: string) => labels.get(code) ?? code;
  });
}
