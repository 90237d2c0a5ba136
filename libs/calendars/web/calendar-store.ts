import { inject, Injectable, signal } from '@angular/core';
import { viewCalendar, viewCalendarVersion } from '@plumbline/calendars/schema';
import { pageResource, TenantApi } from '@plumbline/ui';

/** One calendar and one of its versions: the newest unless another is asked for. */
@Injectable()
export class CalendarStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);
  readonly asked = signal<number | undefined>(undefined);

  readonly calendar = pageResource({
    params: () => this.id(),
    load: (calendarId, signal) => this.api.call(viewCalendar, { params: { calendarId } }, { signal }),
  });
  readonly version = pageResource({
    params: () => {
      const calendar = this.calendar.value();
      const known = calendar?.versions.find(({ number }) => number === this.asked());
      const number = (known ?? calendar?.versions.at(-1))?.number;
      return calendar === undefined || number === undefined ? undefined : { calendarId: calendar.id, number };
    },
    load: (params, signal) => this.api.call(viewCalendarVersion, { params }, { signal }),
  });
}
