import { type Outcome, fail, succeed } from '../outcome';
import type { Calendar } from './calendar';
import { firstDayWritten, formatInstant, lastDayWritten, secondsOf } from './instant-text';
import { type OpenDay, daysPerBlock, openSpans } from './open-spans';
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
  const { seconds: from, nanoseconds } = secondsOf(start);
  const firstDay = Math.floor(from / secondsPerDay);
  if (firstDay < firstDayWritten || firstDay > lastDayWritten) {
    return beyondHorizon();
  }
  // Spans begin and end on whole seconds, so whole seconds are counted, from the one the start lies in: where that
  // second is open, what has passed of it is counted again.
  const total = isOpen(spans.day(firstDay), from) ? amount + BigInt(nanoseconds) : amount;
  let left = Number(total / nanosecondsPerSecond);
  const fraction = total % nanosecondsPerSecond;
  const begun = fraction > 0n ? 1 : 0;
  const horizon = Math.min(firstDay + horizonDays, lastDayWritten);
  const lastDay = spans.opensWeekly ? horizon : Math.min(horizon, spans.lastListedDay);
  for (let day = firstDay; day <= lastDay;) {
    if (day > firstDay && day % daysPerBlock === 0 && left > spans.usualBlockSeconds) {
      const block = spans.blockSeconds(day / daysPerBlock);
      // Strictly more: an amount used up exactly at the end of a block lands on a closing time inside it.
      if (left + begun > block) {
        left -= block;
        day += daysPerBlock;
        continue;
      }
    }
    for (const span of spans.day(day).spans) {
      const opens = Math.max(span.from, from);
      const length = Math.max(0, span.until - opens);
      if (left + begun <= length && length > 0) {
        return succeed(new Temporal.Instant(BigInt(opens + left) * nanosecondsPerSecond + fraction));
      }
      left -= length;
    }
    day++;
  }
  return lastDay < horizon ? closedForGood(calendar, start) : beyondHorizon();
}

function isOpen({ spans }: OpenDay, second: number): boolean {
  for (const { from, until } of spans) {
    if (from <= second && second < until) {
      return true;
    }
  }
  return false;
}

function beyondHorizon(): Outcome<never> {
  return fail(
    'calendar.beyondHorizon',
    'That much open time takes more than 100 years, or ends after year 9998.',
  );
}

function closedForGood(calendar: Calendar, start: Temporal.Instant): Outcome<never> {
  const since = formatInstant(start, calendar.zone);
  return fail('calendar.neverOpen', `After ${since} the calendar is not open for that long ever again.`);
}
