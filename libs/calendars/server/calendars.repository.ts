import { Injectable } from '@nestjs/common';
import type { CalendarSummary, CalendarVersionSummary } from '@plumbline/calendars/schema';
import { isUniqueViolation, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError } from '@plumbline/platform/errors';
import { CalendarEntity } from './calendar.entity';
import { CalendarVersionEntity } from './calendar-version.entity';

@Injectable()
export class CalendarsRepository {
  /** By name, each with its newest version; `after`: name and id of the last one of the page before. */
  async list(
    tx: TenantTransaction,
    after: readonly [name: string, id: string] | null,
    limit: number,
  ): Promise<CalendarSummary[]> {
    const rows = await tx.query<Omit<CalendarSummary, 'knownFrom'> & { knownFrom: Date }>(
      `select calendar.id, calendar.name, newest.timezone, newest.number, newest.known_from as "knownFrom",
         jsonb_array_length(newest.holidays) as holidays, newest.holidays -> -1 ->> 'date' as "holidaysUntil"
       from calendar
       join lateral (select * from calendar_version version
                     where version.tenant_id = calendar.tenant_id and version.calendar_id = calendar.id
                     order by version.number desc limit 1) newest on true
       where calendar.tenant_id = $1 and ($2::text is null or (calendar.name, calendar.id) > ($2, $3::uuid))
       order by calendar.name, calendar.id limit $4`,
      [tx.tenantId, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    return rows.map((row) => ({ ...row, knownFrom: row.knownFrom.toISOString() }));
  }

  find(tx: TenantTransaction, id: string): Promise<CalendarEntity | null> {
    return tx.manager.findOneBy(CalendarEntity, { tenantId: tx.tenantId, id });
  }

  /** Locks the row, so that of two versions added at the same time the second sees the first. */
  lock(tx: TenantTransaction, id: string): Promise<CalendarEntity | null> {
    return tx.manager.findOne(CalendarEntity, {
      where: { tenantId: tx.tenantId, id },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** A name that is taken is `calendar-name-taken` (409). */
  async insert(tx: TenantTransaction, calendar: CalendarEntity): Promise<void> {
    try {
      await tx.manager.insert(CalendarEntity, calendar);
    } catch (error) {
      if (!isUniqueViolation(error, 'calendar_tenant_id_name_key')) throw error;
      const detail = `Another calendar is called “${calendar.name}”.`;
      throw new ConflictError('calendar-name-taken', detail, 409, [
        { path: 'name', code: 'calendar-name-taken', detail },
      ]);
    }
  }

  async update(tx: TenantTransaction, { tenantId, id, ...columns }: CalendarEntity): Promise<void> {
    await tx.manager.update(CalendarEntity, { tenantId, id }, columns);
  }

  /** Oldest first. */
  async versions(tx: TenantTransaction, calendarId: string): Promise<CalendarVersionSummary[]> {
    const rows = await tx.query<Omit<CalendarVersionSummary, 'knownFrom'> & { knownFrom: Date }>(
      `select number, known_from as "knownFrom", jsonb_array_length(holidays) as holidays,
         reviewed_by_name as "reviewedBy", reason
       from calendar_version where tenant_id = $1 and calendar_id = $2 order by number`,
      [tx.tenantId, calendarId],
    );
    return rows.map((row) => ({ ...row, knownFrom: row.knownFrom.toISOString() }));
  }

  findVersion(
    tx: TenantTransaction,
    calendarId: string,
    number: number,
  ): Promise<CalendarVersionEntity | null> {
    return tx.manager.findOneBy(CalendarVersionEntity, { tenantId: tx.tenantId, calendarId, number });
  }

  newestVersion(tx: TenantTransaction, calendarId: string): Promise<CalendarVersionEntity | null> {
    return tx.manager.findOne(CalendarVersionEntity, {
      where: { tenantId: tx.tenantId, calendarId },
      order: { number: 'desc' },
    });
  }

  async insertVersion(tx: TenantTransaction, version: CalendarVersionEntity): Promise<void> {
    await tx.manager.insert(CalendarVersionEntity, version);
  }
}
