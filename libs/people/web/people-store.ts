import { inject, Injectable, signal } from '@angular/core';
import { listPeople } from '@plumbline/people/schema';
import { cursorList, TenantApi } from '@plumbline/ui';

export interface PeopleAsked {
  readonly side: 'insurer' | 'vendor' | undefined;
  readonly vendorId: string | undefined;
}

/** Who belongs to the tenant, as the address asks. */
@Injectable()
export class PeopleStore {
  private readonly api = inject(TenantApi);
  readonly asked = signal<PeopleAsked | undefined>(undefined);

  readonly people = cursorList({
    params: () => this.asked(),
    load: (query, cursor, signal) =>
      this.api.call(listPeople, { query: { ...query, cursor, limit: 100 } }, { signal }),
  });
}
