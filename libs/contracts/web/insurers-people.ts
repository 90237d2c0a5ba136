import { inject, Injectable, signal } from '@angular/core';
import { listPeople } from '@plumbline/people/schema';
import { pageResource, TenantApi, TenantContext } from '@plumbline/ui';

export interface InsurersPerson {
  readonly id: string;
  readonly name: string;
}

/** The people of the insurer's side, each once, to choose an owner from. */
@Injectable()
export class InsurersPeople {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);

  /** Nothing is read before somebody wants to choose. */
  readonly wanted = signal(false);

  readonly people = pageResource<readonly InsurersPerson[]>({
    params: () => (this.wanted() && this.tenant.can('people.read') ? true : undefined),
    load: async (_, signal) => {
      const people = new Map<string, InsurersPerson>();
      let cursor: string | undefined;
      do {
        const query = { side: 'insurer', limit: 200, cursor } as const;
        const page = await this.api.call(listPeople, { query }, { signal });
        for (const { person } of page.items) people.set(person.id, { id: person.id, name: person.name });
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name));
    },
    isEmpty: () => false,
  });
}
