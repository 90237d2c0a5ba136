import { inject, Injectable } from '@angular/core';
import { listCalendars } from '@plumbline/calendars/schema';
import { cursorList, TenantApi } from '@plumbline/ui';

/** The calendars of the tenant. */
@Injectable()
export class CalendarsStore {
  private readonly api = inject(TenantApi);

  readonly calendars = cursorList({
    params: () => true,
    load: (_, cursor, signal) => this.api.call(listCalendars, { query: { cursor, limit: 100 } }, { signal }),
  });
}
