import { Injectable } from '@nestjs/common';
import { engineCalendar } from '@plumbline/calendars/schema';
import { CalendarVersions } from '@plumbline/calendars/server';
import type { KpiMapping } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Calendar } from '@plumbline/sla-engine';

/** The calendar that a mapping counts business days by. */
@Injectable()
export class MappedCalendars {
  constructor(private readonly versions: CalendarVersions) {}

  /** Null: business days are not counted, or the tenant has no such version. */
  async of(tx: TenantTransaction, { cases }: KpiMapping): Promise<Calendar | null> {
    if (cases?.calendar === undefined) return null;
    const { calendarId, number } = cases.calendar;
    const version = await this.versions.find(tx, calendarId, number);
    if (version === null) return null;
    const calendar = engineCalendar(version);
    // a version was sound when it was reviewed and has not changed since
    if (!calendar.ok)
      throw new Error(`calendar ${calendarId}, version ${number}: ${calendar.problem.detail}`);
    return calendar.value;
  }
}
