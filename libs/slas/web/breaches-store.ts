import { inject, Injectable, signal } from '@angular/core';
import type { WindowKind } from '@plumbline/sla-engine';
import { type BreachKind, listBreaches } from '@plumbline/slas/schema';
import { cursorList, TenantApi } from '@plumbline/ui';

export interface BreachesAsked {
  readonly month: string | undefined;
  readonly vendorId: string | undefined;
  readonly kind: BreachKind | undefined;
  readonly open: 'true' | 'false' | undefined;
  readonly window: WindowKind | undefined;
}

/** The breaches of the tenant, as the address asks for them. */
@Injectable()
export class BreachesStore {
  private readonly api = inject(TenantApi);
  /** What the address asks for; nothing is read before it is known. */
  readonly asked = signal<BreachesAsked | undefined>(undefined);

  readonly breaches = cursorList({
    params: () => this.asked(),
    load: (query, cursor, signal) =>
      this.api.call(listBreaches, { query: { ...query, cursor, limit: 100 } }, { signal }),
  });
}
