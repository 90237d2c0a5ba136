import { Injectable, Module } from '@nestjs/common';
import type { EngineTerms } from '@plumbline/calendars/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { CalendarsRepository } from './calendars.repository';

/** What other things read of calendars. */
@Injectable()
export class CalendarVersions {
  constructor(private readonly calendars: CalendarsRepository) {}

  /** Hours and holidays of one version, as the engine computes with them; null: there is none. */
  find(tx: TenantTransaction, calendarId: string, number: number): Promise<EngineTerms | null> {
    return this.calendars.findVersion(tx, calendarId, number);
  }
}

/** Calendars as other things read them, in both processes. */
@Module({ providers: [CalendarVersions, CalendarsRepository], exports: [CalendarVersions] })
export class CalendarReadModule {}
