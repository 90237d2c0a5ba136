import { inject, Injectable, signal } from '@angular/core';
import { listHolidayCountries, proposeHolidays } from '@plumbline/calendars/schema';
import { pageResource, TenantApi } from '@plumbline/ui';

export interface AskedList {
  readonly country: string;
  readonly state: string | undefined;
  /** `2026,2027`. */
  readonly years: string;
}

/** Where lists of holidays come from, and the one that was asked for. */
@Injectable()
export class HolidaysStore {
  private readonly api = inject(TenantApi);
  readonly asked = signal<AskedList | undefined>(undefined);

  readonly countries = pageResource({
    params: () => true,
    load: (_, signal) => this.api.call(listHolidayCountries, {}, { signal }),
  });
  readonly proposal = pageResource({
    params: () => this.asked(),
    load: (query, signal) => this.api.call(proposeHolidays, { query }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
}
