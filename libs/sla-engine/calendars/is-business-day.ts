import type { Calendar, EpochDay } from './calendar';
import { openHoursOfDate } from './hours-of-date';
import { secondsPerDay } from './time-units';
import { zoneOffsets } from './zone-offsets';

/**
 * A date is a business day when hours that belong to it are really open: not a holiday, not emptied by an override
 * or breaks, not swallowed by a clock change (Samoa had no 2011-12-30). Hours that only run over from the
 * evening before do not make one.
 */
export function isBusinessDay(calendar: Calendar, date: EpochDay): boolean {
  const midnight = date * secondsPerDay;
  return openHoursOfDate(calendar, date).some(({ from, to }) =>
    wallTimeHappens(calendar.zone, midnight + from, midnight + to),
  );
}

/** Whether the zone's clocks ever show a time in `[from, to)`, given as seconds of local time since 1970. */
function wallTimeHappens(zone: string, from: number, to: number): boolean {
  const offsets = zoneOffsets(zone);
  // Offsets lie within a day of UTC, so the instants do too.
  for (let time = from - secondsPerDay; time < to + secondsPerDay;) {
    const stretch = offsets.at(time);
    if (Math.max(from, stretch.from + stretch.offset) < Math.min(to, stretch.until + stretch.offset)) {
      return true;
    }
    time = stretch.until;
  }
  return false;
}
