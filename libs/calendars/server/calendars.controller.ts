import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  addCalendarVersion,
  createCalendar,
  listCalendars,
  listHolidayCountries,
  proposeHolidays,
  viewCalendar,
  viewCalendarVersion,
} from '@plumbline/calendars/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { CalendarsService } from './calendars.service';
import { HolidayLibrary } from './holiday-library';
import { HolidayProposals } from './holiday-proposals';

@Controller()
export class CalendarsController {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly proposals: HolidayProposals,
    private readonly library: HolidayLibrary,
  ) {}

  @Handles(listCalendars)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listCalendars>) {
    return this.calendars.list(actor, query);
  }

  @Handles(createCalendar)
  create(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof createCalendar>) {
    return this.calendars.create(actor, body);
  }

  @Handles(viewCalendar)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewCalendar>) {
    return this.calendars.view(actor, params.calendarId);
  }

  @Handles(viewCalendarVersion)
  viewVersion(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewCalendarVersion>) {
    return this.calendars.viewVersion(actor, params.calendarId, params.number);
  }

  @Handles(addCalendarVersion)
  addVersion(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addCalendarVersion>,
    @IfMatch() version: number,
  ) {
    return this.calendars.addVersion(actor, params.calendarId, body, version);
  }

  @Handles(proposeHolidays)
  propose(@Input() { query }: InputOf<typeof proposeHolidays>) {
    return this.proposals.propose(query.country, query.state ?? null, query.years.split(',').map(Number));
  }

  @Handles(listHolidayCountries)
  async countries() {
    return { items: await this.library.countries() };
  }
}
