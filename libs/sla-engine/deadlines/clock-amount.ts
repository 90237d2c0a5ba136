import { horizonDays, inUnits, nanosecondsPerHour } from '../calendars';
import { parseExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import { type ClockAmount, type ClockUnit, countsDays } from './clock-terms';

/** "2 days", "P2D", `{"days": 2}`: how people write days. */
const speaksOfDays = /\bd(ays?)?\b|\d\s*d(ays?)?\b|^p[\d.]+[dw]/i;

/**
 * Reads an amount in a clock's own unit: a JSON number or decimal string of hours or of whole days, from 0 to 100
 * years. Problems: `clock.daysOnHoursClock` when days are written for an hours clock, as a day is not a number of
 * hours (semantics rule 5); `clock.daysNotWhole`; `clock.amountNegative`; `clock.amountTooLarge`.
 *
 * @example parseClockAmount(1.5, 'businessHours') // succeed(5_400_000_000_000n)
 */
export function parseClockAmount(value: unknown, unit: ClockUnit): Outcome<ClockAmount> {
  if (!countsDays(unit) && writesDays(value)) {
    return fail(
      'clock.daysOnHoursClock',
      `A clock of ${unit} takes hours: how many hours a day has is not ours to guess.`,
    );
  }
  const exact = parseExact(value);
  if (!exact.ok) {
    return exact;
  }
  const amount = exact.value;
  if (amount.isNegative() && !amount.isZero()) {
    return fail('clock.amountNegative', 'An amount of time must not be negative.');
  }
  if (countsDays(unit)) {
    if (!amount.isInteger()) {
      return fail('clock.daysNotWhole', 'Days are counted whole.');
    }
    return amount.greaterThan(horizonDays) ? tooLarge() : succeed(BigInt(amount.toFixed()));
  }
  return amount.greaterThan(horizonDays * 24)
    ? tooLarge()
    : succeed(BigInt(amount.times(nanosecondsPerHour.toString()).toDecimalPlaces(0).toFixed()));
}

/** The amount as a JSON number of hours or days. */
export function showClockAmount(amount: ClockAmount, unit: ClockUnit): number {
  return countsDays(unit) ? Number(amount) : inUnits(amount, nanosecondsPerHour);
}

function writesDays(value: unknown): boolean {
  return typeof value === 'string'
    ? speaksOfDays.test(value)
    : typeof value === 'object' && value !== null && ('days' in value || 'day' in value);
}

function tooLarge(): Outcome<never> {
  return fail('clock.amountTooLarge', 'No clock runs longer than 100 years.');
}
