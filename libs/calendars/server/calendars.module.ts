import { Module } from '@nestjs/common';
import { CalendarEntity } from './calendar.entity';
import { CalendarVersionEntity } from './calendar-version.entity';
import { CalendarsController } from './calendars.controller';
import { CalendarsRepository } from './calendars.repository';
import { CalendarsService } from './calendars.service';
import { HolidayLibrary } from './holiday-library';
import { HolidayProposals } from './holiday-proposals';
import { VendorCalendarsModule } from './vendor-calendars';

export const calendarEntities = [CalendarEntity, CalendarVersionEntity] as const;

@Module({
  imports: [VendorCalendarsModule],
  controllers: [CalendarsController],
  providers: [CalendarsService, CalendarsRepository, HolidayProposals, HolidayLibrary],
})
export class CalendarsModule {}
