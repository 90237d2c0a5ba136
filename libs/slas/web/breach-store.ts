import { inject, Injectable, signal } from '@angular/core';
import { viewBreach } from '@plumbline/slas/schema';
import { pageResource, TenantApi } from '@plumbline/ui';

/** One breach. */
@Injectable()
export class BreachStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);

  readonly breach = pageResource({
    params: () => this.id(),
    load: (breachId, signal) => this.api.call(viewBreach, { params: { breachId } }, { signal }),
  });
}
