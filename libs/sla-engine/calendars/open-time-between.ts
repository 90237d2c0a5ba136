import { type Outcome, fail, succeed } from '../outcome';
import type { Calendar, EpochDay } from './calendar';
import { secondsOf } from './instant-text';
import { type OpenSpans, daysPerBlock, openSpans } from './open-spans';
import { horizonDays, nanosecondsPerSecond, secondsPerDay } from './time-units';

/**
 * Nanoseconds of open time in `[start, end)`: time really elapsed while the calendar was open, whatever the clocks
 * did meanwhile (semantics rule 2). Negative when `end` is before `start`. Problem `calendar.beyondHorizon` when
 * the two are more than 100 years apart.
 *
 * @example openTimeBetween(nineToFive, monday9, monday17) // succeed(28_800_000_000_000n)
 */
export function openTimeBetween(
  calendar: Calendar,
  start: Temporal.Instant,
  end: Temporal.Instant,
): Outcome<bigint> {
  if (start.epochNanoseconds > end.epochNanoseconds) {
    const reversed = openTimeBetween(calendar, end, start);
    return reversed.ok ? succeed(-reversed.value) : reversed;
  }
  const spans = openSpans(calendar);
  const firstDay = Math.floor(secondsOf(start).seconds / secondsPerDay);
  const lastDay = Math.floor(secondsOf(end).seconds / secondsPerDay);
  if (lastDay - firstDay > horizonDays) {
    return fail('calendar.beyondHorizon', 'The two instants are more than 100 years apart.');
  }
  const whole = BigInt(secondsOfDays(spans, firstDay, lastDay)) * nanosecondsPerSecond;
  return succeed(whole - openBefore(spans, firstDay, start) + openBefore(spans, lastDay, end));
}

/** Open seconds of the UTC days `[firstDay, lastDay)`. */
function secondsOfDays(spans: OpenSpans, firstDay: EpochDay, lastDay: EpochDay): number {
  let seconds = 0;
  for (let day = firstDay; day < lastDay;) {
    if (day % daysPerBlock === 0 && day + daysPerBlock <= lastDay) {
      seconds += spans.blockSeconds(day / daysPerBlock);
      day += daysPerBlock;
    } else {
      seconds += spans.day(day).seconds;
      day++;
    }
  }
  return seconds;
}

/** Open nanoseconds of the UTC day before an instant of it. */
function openBefore(spans: OpenSpans, utcDay: EpochDay, instant: Temporal.Instant): bigint {
  const until = instant.epochNanoseconds;
  let open = 0n;
  for (const span of spans.day(utcDay).spans) {
    const opens = BigInt(span.from) * nanosecondsPerSecond;
    const closes = BigInt(span.until) * nanosecondsPerSecond;
    if (until > opens) {
      open += (until < closes ? until : closes) - opens;
    }
  }
  return open;
}
