import { computed, inject, Injectable } from '@angular/core';
import { listPeople } from '@plumbline/people/schema';
import { pageResource, TenantApi, TenantContext } from '@plumbline/ui';

/** The insurer's people, for whoever may see them: to hand over to, to give a task to. */
@Injectable()
export class InsurersPeople {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  private readonly members = pageResource({
    params: () =>
      this.tenant.side() === 'insurer' && this.tenant.can('people.read') ? (true as const) : undefined,
    load: (_, signal) => this.api.call(listPeople, { query: { side: 'insurer', limit: 200 } }, { signal }),
  });

  readonly all = computed(() => {
    const items = this.members.value()?.items ?? [];
    return [...new Map(items.map(({ person }) => [person.id, person])).values()].toSorted((a, b) =>
      a.name.localeCompare(b.name),
    );
  });
}
