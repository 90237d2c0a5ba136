import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  listCalendarFeeds,
  listContractDates,
  makeCalendarFeed,
  readCalendarFeed,
  revokeCalendarFeed,
} from '@plumbline/contracts/schema';
import { asAttachment, CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { CalendarFeedsService } from './calendar-feeds.service';
import { CalendarReader } from './calendar-reader';
import { ContractDatesService } from './contract-dates.service';

@Controller()
export class ContractDatesController {
  constructor(
    private readonly dates: ContractDatesService,
    private readonly feeds: CalendarFeedsService,
    private readonly calendars: CalendarReader,
  ) {}

  @Handles(listContractDates)
  list(
    @CurrentActor() actor: Actor,
    @Input() { query: { contractId, days } }: InputOf<typeof listContractDates>,
  ) {
    return this.dates.list(actor, { contractId, days });
  }

  @Handles(listCalendarFeeds)
  listFeeds(@CurrentActor() actor: Actor) {
    return this.feeds.list(actor);
  }

  @Handles(makeCalendarFeed)
  make(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof makeCalendarFeed>) {
    return this.feeds.make(actor, body);
  }

  @Handles(revokeCalendarFeed)
  revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof revokeCalendarFeed>,
    @IfMatch() version: number,
  ) {
    return this.feeds.revoke(actor, params.feedId, version);
  }

  @Handles(readCalendarFeed)
  async read(
    @Input() { params }: InputOf<typeof readCalendarFeed>,
    @Res() response: Response,
  ): Promise<void> {
    const calendar = await this.calendars.read(params.token);
    asAttachment(response, 'plumbline-dates.ics', 'text/calendar; charset=utf-8').send(calendar);
  }
}
