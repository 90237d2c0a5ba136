import { type Outcome, fail, succeed } from '../outcome';
import { businessDays } from './business-days';
import type { Calendar, EpochDay } from './calendar';
import { formatLocalDate } from './epoch-day';
import { firstDayWritten, lastDayWritten } from './instant-text';
import { horizonDays } from './time-units';

/**
 * What a date on which the calendar is closed counts as (semantics rule 6): `count` starts counting there, so that
 * the next business day is day 1; `roll` treats it as received on the next business day, which is then day 0.
 */
export const originRules = ['count', 'roll'] as const;
export type OriginRule = (typeof originRules)[number];

/**
 * The local date `days` business days after `date` (before it, when negative). The date itself is not counted
 * (semantics rule 6); 0 days is the date itself, moved to the next business day under `roll`. Problems:
 * `calendar.neverOpen` when the calendar has no such day ever again in that direction; `calendar.beyondHorizon` when
 * it is more than 100 years away.
 *
 * @example addBusinessDays(mondayToFriday, saturday, 1, 'count') // succeed(monday)
 * @example addBusinessDays(mondayToFriday, saturday, 1, 'roll') // succeed(tuesday)
 */
export function addBusinessDays(
  calendar: Calendar,
  date: EpochDay,
  days: number,
  originRule: OriginRule,
): Outcome<EpochDay> {
  const origin = originRule === 'roll' ? rollForward(calendar, date) : succeed(date);
  if (!origin.ok) {
    return origin;
  }
  const step = days > 0 ? 1 : -1;
  let current = origin.value;
  for (let left = Math.abs(days); left > 0; left--) {
    const next = nextBusinessDay(calendar, current + step, step, date);
    if (!next.ok) {
      return next;
    }
    current = next.value;
  }
  return succeed(current);
}

/** The date itself when it is a business day, else the next one. */
export function rollForward(calendar: Calendar, date: EpochDay): Outcome<EpochDay> {
  return nextBusinessDay(calendar, date, 1, date);
}

function nextBusinessDay(
  calendar: Calendar,
  from: EpochDay,
  step: 1 | -1,
  origin: EpochDay,
): Outcome<EpochDay> {
  const days = businessDays(calendar);
  for (let date = from; Math.abs(date - origin) <= horizonDays; date += step) {
    if (date < firstDayWritten || date > lastDayWritten) {
      break;
    }
    if (days.has(date)) {
      return succeed(date);
    }
    if (days.exhausted(date, step)) {
      const where = `${step === 1 ? 'after' : 'before'} ${formatLocalDate(origin)}`;
      return fail('calendar.neverOpen', `The calendar has not that many business days ${where}.`);
    }
  }
  return fail(
    'calendar.beyondHorizon',
    'That many business days take more than 100 years, or leave the years 1 to 9998.',
  );
}
