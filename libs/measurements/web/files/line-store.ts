import { Injectable, inject, signal } from '@angular/core';
import { viewFileLine } from '@plumbline/slas/schema';
import { TenantApi, pageResource } from '@plumbline/ui';

/** Where one line of a file went. */
@Injectable()
export class LineStore {
  private readonly api = inject(TenantApi);
  readonly asked = signal<{ readonly kpiFileId: string; readonly line: number } | undefined>(undefined, {
    equal: (a, b) => a?.kpiFileId === b?.kpiFileId && a?.line === b?.line,
  });

  readonly found = pageResource({
    params: () => this.asked(),
    load: (params, signal) => this.api.call(viewFileLine, { params }, { signal }),
    isEmpty: ({ measurements, cases }) => measurements.length + cases.length === 0,
  });
}
