import type { Calendar, CalendarVersion, CalendarVersionSummary } from '@plumbline/calendars/schema';
import type { CalendarEntity } from './calendar.entity';
import type { CalendarVersionEntity } from './calendar-version.entity';

export function toCalendar(
  { id, name, createdAt, updatedAt, version }: CalendarEntity,
  versions: readonly CalendarVersionSummary[],
): Calendar {
  return {
    id,
    name,
    versions: [...versions],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    version,
  };
}

export function toCalendarVersion(row: CalendarVersionEntity): CalendarVersion {
  const { calendarId, number, timezone, hours, holidays, reason } = row;
  return {
    calendarId,
    number,
    timezone,
    hours,
    holidays,
    reason,
    reviewedBy: row.reviewedByName,
    reviewedAt: row.reviewedAt.toISOString(),
    knownFrom: row.knownFrom.toISOString(),
  };
}
