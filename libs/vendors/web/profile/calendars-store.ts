import { computed, inject, Injectable } from '@angular/core';
import { listCalendars } from '@plumbline/calendars/schema';
import { pageResource, TenantApi } from '@plumbline/ui';

/** The insurer's calendars to choose from. */
@Injectable()
export class CalendarsStore {
  private readonly api = inject(TenantApi);
  private readonly list = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listCalendars, { query: { limit: 200 } }, { signal }),
  });
  readonly calendars = { items: computed(() => this.list.value()?.items ?? []) };
}
