import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { listReportingDuties } from '@plumbline/slas/schema';
import { ReportingCalendarService } from './reporting-calendar.service';

@Controller()
export class ReportingCalendarController {
  constructor(private readonly calendar: ReportingCalendarService) {}

  @Handles(listReportingDuties)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listReportingDuties>) {
    return this.calendar.list(actor, query);
  }
}
