import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  type Calendar,
  calendarProblems,
  type CalendarTerms,
  type CalendarVersion,
  type Holiday,
  type listCalendars,
  type NewCalendar,
  type NewCalendarVersion,
} from '@plumbline/calendars/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { toCalendar, toCalendarVersion } from './calendar-answers';
import type { CalendarVersionEntity } from './calendar-version.entity';
import { CalendarsRepository } from './calendars.repository';
import { HolidayProposals } from './holiday-proposals';

@Injectable()
export class CalendarsService {
  constructor(
    private readonly door: Door,
    private readonly calendars: CalendarsRepository,
    private readonly proposals: HolidayProposals,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { limit, cursor }: InputOf<typeof listCalendars>['query']) {
    const after = readCursor(cursor, 'text', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.calendars.list(tx, after, limit + 1);
      return toPage(
        rows,
        limit,
        (row) => row,
        ({ name, id }) => [name, id],
      );
    });
  }

  view(actor: Actor, id: string): Promise<Calendar> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, id));
  }

  viewVersion(actor: Actor, id: string, number: number): Promise<CalendarVersion> {
    return this.door.withTenant(actor, async (tx) => {
      const version = await this.calendars.findVersion(tx, id, number);
      if (!version) throw new NotFoundError('calendar version');
      return toCalendarVersion(version);
    });
  }

  async create(actor: Actor, { name, ...terms }: NewCalendar): Promise<Calendar> {
    demandSound(terms);
    const holidays = await this.proposals.settle(terms.holidays, [], actor.name);
    return this.door.withTenant(actor, async (tx) => {
      const at = this.clock.date();
      const calendar = { tenantId: tx.tenantId, id: newId(), name, createdAt: at, updatedAt: at, version: 1 };
      await this.calendars.insert(tx, calendar);
      await this.calendars.insertVersion(tx, {
        ...versionOf(calendar, terms, holidays),
        ...review(actor, at, null),
        number: 1,
        knownFrom: at,
      });
      await this.log(tx, 'calendar-created', calendar.id, { name, holidays: holidays.length });
      return this.answer(tx, calendar.id);
    });
  }

  /** A version is known from now on and never changes; what was computed with an earlier one stays (semantics rule 8). */
  async addVersion(
    actor: Actor,
    id: string,
    { reason, ...terms }: NewCalendarVersion,
    version: number,
  ): Promise<CalendarVersion> {
    demandSound(terms);
    return this.door.withTenant(actor, async (tx) => {
      const calendar = await this.calendars.lock(tx, id);
      const newest = calendar && (await this.calendars.newestVersion(tx, id));
      if (!newest) throw new NotFoundError('calendar');
      demandVersion(calendar.version, version);
      const holidays = await this.proposals.settle(terms.holidays, newest.holidays, actor.name);
      const at = this.clock.date();
      const number = newest.number + 1;
      const added = {
        ...versionOf(calendar, terms, holidays),
        ...review(actor, at, reason),
        number,
        knownFrom: later(at, newest.knownFrom),
      };
      await this.calendars.insertVersion(tx, added);
      await this.calendars.update(tx, { ...calendar, updatedAt: at, version: version + 1 });
      await this.log(tx, 'calendar-version-added', id, { number, reason, holidays: holidays.length });
      return toCalendarVersion(added);
    });
  }

  private async answer(tx: TenantTransaction, id: string): Promise<Calendar> {
    const calendar = await this.calendars.find(tx, id);
    if (!calendar) throw new NotFoundError('calendar');
    return toCalendar(calendar, await this.calendars.versions(tx, id));
  }

  private log(tx: TenantTransaction, action: string, thingId: string, detail: object): Promise<void> {
    return this.activityLog.append(tx, { action, thing: 'calendar', thingId, detail });
  }
}

/** Refuses what the engine could not compute with, each problem at its field. */
function demandSound(terms: CalendarTerms): void {
  const problems = calendarProblems(terms);
  const [first] = problems;
  if (first) throw new InvalidError('invalid', first.detail, problems);
}

function versionOf(
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  { timezone, hours }: CalendarTerms,
  holidays: Holiday[],
) {
  return { tenantId, calendarId: id, timezone, hours, holidays };
}

function review(
  actor: Actor,
  at: Date,
  reason: string | null,
): Pick<CalendarVersionEntity, 'reason' | 'reviewedBy' | 'reviewedByName' | 'reviewedAt'> {
  return { reason, reviewedBy: actor.id, reviewedByName: actor.name, reviewedAt: at };
}

/** No two versions begin at one instant, nor a later one before an earlier one, whatever the clock does. */
function later(at: Date, previous: Date): Date {
  return new Date(Math.max(at.getTime(), previous.getTime() + 1));
}
