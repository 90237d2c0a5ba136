import { Global, Injectable, Module } from '@nestjs/common';
import type { Holiday, WeeklyHours } from '@plumbline/calendars/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { CalendarSource, type KnownCalendar } from '@plumbline/vendors/server';

/** Calendars as the profiles of vendors need them. */
@Injectable()
export class VendorCalendars extends CalendarSource {
  async find(
    tx: TenantTransaction,
    ids: readonly string[],
    at: Temporal.Instant,
  ): Promise<ReadonlyMap<string, KnownCalendar>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{
      id: string;
      name: string;
      timezone: string;
      hours: WeeklyHours;
      holidays: Holiday[];
    }>(
      `select distinct on (calendar.id) calendar.id, calendar.name, version.timezone, version.hours, version.holidays
       from calendar join calendar_version version
         on version.tenant_id = calendar.tenant_id and version.calendar_id = calendar.id
       where calendar.tenant_id = $1 and calendar.id = any ($2) and version.known_from <= $3
       order by calendar.id, version.known_from desc`,
      [tx.tenantId, [...new Set(ids)], new Date(at.epochMilliseconds)],
    );
    return new Map(rows.map(({ id, name, ...terms }) => [id, { name, terms }]));
  }
}

/** Given to vendors, who ask for a CalendarSource and know of no calendars. */
@Global()
@Module({
  providers: [{ provide: CalendarSource, useClass: VendorCalendars }],
  exports: [CalendarSource],
})
export class VendorCalendarsModule {}
