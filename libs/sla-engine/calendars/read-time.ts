import { type Exact, parseExact } from '../decimals';
import { InputProblem, type InputReader } from '../reading';
import type { EpochDay } from './calendar';
import { parseLocalDate } from './epoch-day';
import { parseInstant } from './instant-text';

/** A required RFC 3339 instant of a request; `instant.malformed` for anything else. */
export function readInstant(input: InputReader, name: string): Temporal.Instant {
  const text = input.text(name);
  return (
    parseInstant(text) ??
    input.refuse(
      'instant.malformed',
      `"${text}" is not an RFC 3339 instant such as 2026-12-23T16:30:00-05:00.`,
      name,
    )
  );
}

/** A required local date of a request; `date.malformed` for anything else. */
export function readLocalDate(input: InputReader, name: string): EpochDay {
  const text = input.text(name);
  return (
    parseLocalDate(text) ??
    input.refuse('date.malformed', `"${text}" is not a date such as 2026-12-25.`, name)
  );
}

/**
 * A required amount of time, given in a unit of so many nanoseconds, as a number or a decimal string; rounded half-up
 * to the nanosecond, the precision of the clock it is added to.
 */
export function readDuration(input: InputReader, name: string, nanosecondsPerUnit: bigint): bigint {
  if (input.present(name) === undefined) {
    input.refuse('input.missing', `"${name}" is required.`, name);
  }
  const raw = input.raw(name);
  if (Number.isSafeInteger(raw)) {
    return BigInt(raw as number) * nanosecondsPerUnit;
  }
  const exact = parseExact(raw, input.at(name));
  if (!exact.ok) {
    throw new InputProblem(exact.problem);
  }
  const value: Exact = exact.value;
  return BigInt(value.times(nanosecondsPerUnit.toString()).toDecimalPlaces(0).toFixed());
}
