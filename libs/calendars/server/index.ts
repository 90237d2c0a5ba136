export * from './calendar-versions';
export { CalendarsRepository } from './calendars.repository';
export * from './calendars.module';
export { VendorCalendarsModule } from './vendor-calendars';
