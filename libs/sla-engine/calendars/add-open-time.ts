import { type Outcome, fail, succeed } from '../outcome';
import type { Calendar } from './calendar';
import { firstDayWritten, formatInstant, lastDayWritten, secondsOf } from './instant-text';
import { type OpenSpan, daysPerBlock, openSpans } from './open-spans';
import { horizonDays, nanosecondsPerSecond, secondsPerDay } from './time-units';

/**
 * The instant at which `amount` nanoseconds of open time have passed since `start`. 0 gives the first open instant at or
 * after `start`; an amount used up at closing time gives that closing instant, not the next opening (semantics
 * rule 3). Problems: `calendar.amountNegative`; `calendar.neverOpen` when the calendar closes for good
 * before the amount has passed; `calendar.beyondHorizon` when it takes more than 100 years.
 *
 * @example addOpenTime(nineToFive, Temporal.Instant.from('2026-12-23T16:30:00-05:00'), 3_600_000_000_000n)
 * // succeed(2026-12-24T09:30:00-05:00)
 */
export function addOpenTime(
  calendar: Calendar,
  start: Temporal.Instant,
  amount: bigint,
): Outcome<Temporal.Instant> {
  if (amount < 0n) {
    return fail('calendar.amountNegative', 'Open time can only be added: the amount must not be negative.');
  }
  const spans = openSpans(calendar);
  const from = start.epochNanoseconds;
  const firstDay = Math.floor(secondsOf(start).seconds / secondsPerDay);
  const lastDay = Math.min(firstDay + horizonDays, lastDayWritten);
  let left = amount;
  for (let day = firstDay; day <= lastDay && day >= firstDayWritten;) {
    if (!spans.opensWeekly && day > spans.lastListedDay) {
      return closedForGood(calendar, start);
    }
    // Strictly more: an amount used up exactly at the end of a day or block lands on a closing time inside it.
    const block =
      day > firstDay && day % daysPerBlock === 0 ? nanoseconds(spans.blockSeconds(day / daysPerBlock)) : 0n;
    if (block > 0n && left > block) {
      left -= block;
      day += daysPerBlock;
      continue;
    }
    const open = spans.day(day);
    if (day > firstDay && left > nanoseconds(open.seconds)) {
      left -= nanoseconds(open.seconds);
      day++;
      continue;
    }
    for (const span of open.spans) {
      const landing = land(span, from, left);
      if (typeof landing !== 'bigint') {
        return succeed(landing);
      }
      left = landing;
    }
    day++;
  }
  return fail(
    'calendar.beyondHorizon',
    'That much open time takes more than 100 years, or ends after year 9998.',
  );
}

function nanoseconds(seconds: number): bigint {
  return BigInt(seconds) * nanosecondsPerSecond;
}

/** Where in the span the time left runs out, else the time left after it. */
function land(span: OpenSpan, from: bigint, left: bigint): Temporal.Instant | bigint {
  const opens = nanoseconds(span.from);
  const closes = nanoseconds(span.until);
  const begins = from > opens ? from : opens;
  if (begins >= closes) {
    return left;
  }
  return left <= closes - begins ? new Temporal.Instant(begins + left) : left - (closes - begins);
}

function closedForGood(calendar: Calendar, start: Temporal.Instant): Outcome<never> {
  const since = formatInstant(start, calendar.zone);
  return fail('calendar.neverOpen', `After ${since} the calendar is not open for that long ever again.`);
}
