import type { Calendar, EpochDay, WallRange } from './calendar';
import { weekdayIndex } from './epoch-day';
import { secondsPerDay } from './time-units';
import { mergeRanges, shiftRanges, subtractRanges } from './wall-range';

/** Which entry of a calendar decided a date's hours. */
export type HoursSource = 'week' | 'override' | 'holiday';

export interface HoursOfDate {
  readonly source: HoursSource;
  /** The hours that belong to the date before breaks; they may run past its midnight. */
  readonly ranges: readonly WallRange[];
}

/** A holiday closes the date, else an override replaces its hours, else the week decides (semantics rule 2). */
export function hoursOfDate(calendar: Calendar, date: EpochDay): HoursOfDate {
  if (calendar.holidays.has(date)) {
    return { source: 'holiday', ranges: [] };
  }
  const override = calendar.overrides.get(date);
  return override === undefined
    ? { source: 'week', ranges: calendar.weekly[weekdayIndex(date)] ?? [] }
    : { source: 'override', ranges: override };
}

/** The hours that belong to a date with breaks taken out, as wall time of that date, possibly past its midnight. */
export function openHoursOfDate(calendar: Calendar, date: EpochDay): readonly WallRange[] {
  const { ranges } = hoursOfDate(calendar, date);
  return calendar.breaks.size === 0 ? ranges : subtractRanges(ranges, breaksAround(calendar, date));
}

/** The breaks of a date and its neighbours as wall time of that date: hours and breaks may run past midnight. */
function breaksAround({ breaks }: Calendar, date: EpochDay): readonly WallRange[] {
  return [-1, 0, 1].flatMap((day) =>
    shiftRanges(breaks.get(date + day) ?? [], day * secondsPerDay, 2 * secondsPerDay),
  );
}

/**
 * The wall time of one local date that is open, whichever date's hours cover it, counted once: ranges in order that do
 * not overlap.
 */
export function openWallTime(calendar: Calendar, date: EpochDay): readonly WallRange[] {
  const before = openHoursOfDate(calendar, date - 1);
  const own = openHoursOfDate(calendar, date);
  return endsByMidnight(before) && endsByMidnight(own)
    ? own
    : mergeRanges([
        ...shiftRanges(before, -secondsPerDay, secondsPerDay),
        ...shiftRanges(own, 0, secondsPerDay),
      ]);
}

function endsByMidnight(ranges: readonly WallRange[]): boolean {
  return (ranges.at(-1)?.to ?? 0) <= secondsPerDay;
}
