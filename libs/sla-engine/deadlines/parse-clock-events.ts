import { readInstant } from '../calendars';
import type { Outcome } from '../outcome';
import { type InputReader, readInput } from '../reading';
import { parseClockAmount } from './clock-amount';
import { type ClockEvent, clockEventTypes } from './clock-event';
import { type ClockTerms, type ClockUnit, type TermsAt, clockUnits, countsDays } from './clock-terms';

/**
 * Parses the events of a clock from JSON and puts them in the order of their instants (events of one instant stay
 * as given: a fold must not depend on the order in which records arrived). Each is `{type, at, …}`:
 *
 * - `started`, `resumed`, `met`: nothing more; `cancelled`: `reason` if there is one;
 * - `paused`: `reason`;
 * - `extended`: `amount` in the clock's own unit (or `unit` beside it; `hours` or `days` instead of `amount`),
 *   `reason`, and `approver` (or `approvedBy`).
 *
 * Problems carry the place in the input, such as `events.2.at`.
 */
export function parseClockEvents(input: unknown, termsAt: TermsAt): Outcome<readonly ClockEvent[]> {
  return readInput({ events: input }, (request) =>
    request
      .objects((event, index) => readEvent(event, termsAt, index), 'events')
      .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
  );
}

function readEvent(event: InputReader, termsAt: TermsAt, index: number): ClockEvent {
  const type = event.choice(clockEventTypes, 'type');
  const at = readInstant(event, 'at');
  const path = `events.${index}`;
  switch (type) {
    case 'paused':
      return { type, at, path, reason: readText(event, 'reason') };
    case 'cancelled':
      return { type, at, path, reason: event.optionalText('reason') ?? null };
    case 'extended':
      return {
        type,
        at,
        path,
        ...readExtension(event, termsAt(at)),
        reason: readText(event, 'reason'),
        approver: readText(event, 'approver', 'approvedBy'),
      };
    default:
      return { type, at, path };
  }
}

function readText(event: InputReader, ...names: readonly string[]): string {
  const text = event.text(...names).trim();
  return text === '' ? event.refuse('input.missing', `"${names[0]}" must not be empty.`, names[0]) : text;
}

function readExtension(event: InputReader, terms: ClockTerms): { amount: bigint; unit: ClockUnit } {
  const name = event.present('amount', 'hours', 'days') ?? 'amount';
  const unit = event.optionalChoice(clockUnits, 'unit') ?? terms.extension?.unit ?? terms.unit;
  if (name === 'days' && !countsDays(unit)) {
    event.refuse('clock.daysOnHoursClock', `A clock of ${terms.unit} is not extended by days.`, name);
  }
  if (name === 'hours' && countsDays(unit)) {
    event.refuse('clock.unitMixed', `An extension counted in ${unit} is not given in hours.`, name);
  }
  if (event.present(name) === undefined) {
    event.refuse('input.missing', '"amount" is required.', name);
  }
  const amount = event.expect(parseClockAmount(event.raw(name), unit), name);
  return amount === 0n
    ? event.refuse('clock.extensionEmpty', 'An extension adds time.', name)
    : { amount, unit };
}
