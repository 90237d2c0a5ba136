import { type Outcome, fail, succeed } from '../outcome';
import type { ClockEvent } from './clock-event';
import { showClockAmount } from './clock-amount';
import type { ClockTerms, TermsAt } from './clock-terms';
import { mayExtend } from './parse-clock-terms';

/**
 * Whether a sequence of events, in the order of their instants, is a life a clock can have under the terms in force at each event:
 * started once and first, paused while running, resumed while paused, nothing after the end; a listed reason for each
 * pause and no pause on elapsed hours (semantics rules 7 and 9); extensions in a fitting unit within the policy's
 * maximum. Problems point at the event.
 */
export function checkHistory(
  events: readonly ClockEvent[],
  termsAt: TermsAt,
): Outcome<readonly ClockEvent[]> {
  let phase: 'new' | 'running' | 'paused' | 'ended' = 'new';
  let extended = 0n;
  for (const event of events) {
    const turn = outOfTurn(event, phase) ?? againstTerms(event, termsAt(event.at), extended);
    if (turn !== undefined) {
      return turn;
    }
    extended += event.type === 'extended' ? event.amount : 0n;
    phase = event.type === 'extended' ? phase : phaseAfter[event.type];
  }
  return succeed(events);
}

const phaseAfter = {
  started: 'running',
  resumed: 'running',
  paused: 'paused',
  met: 'ended',
  cancelled: 'ended',
} as const;

function outOfTurn(event: ClockEvent, phase: string): Outcome<never> | undefined {
  if (phase === 'ended') {
    return fail('clock.alreadyEnded', `"${event.type}" after the clock was met or cancelled.`, event.path);
  }
  if (event.type === 'started') {
    return phase === 'new'
      ? undefined
      : fail('clock.alreadyStarted', 'A clock starts once and never again.', event.path);
  }
  if (phase === 'new') {
    return fail('clock.notStarted', `"${event.type}" before the clock was started.`, event.path);
  }
  if (event.type === 'paused' && phase === 'paused') {
    return fail('clock.alreadyPaused', 'The clock is paused already.', event.path);
  }
  return event.type === 'resumed' && phase === 'running'
    ? fail('clock.notPaused', 'The clock is not paused.', event.path)
    : undefined;
}

function againstTerms(event: ClockEvent, terms: ClockTerms, extended: bigint): Outcome<never> | undefined {
  if (event.type === 'paused') {
    if (terms.unit === 'elapsedHours') {
      return fail('clock.pauseNotAllowed', 'A clock of elapsed hours is never paused.', event.path);
    }
    return terms.pauseReasons.includes(event.reason)
      ? undefined
      : fail(
          'clock.pauseReasonNotListed',
          `The contract lists no pause for "${event.reason}".`,
          `${event.path}.reason`,
        );
  }
  if (event.type !== 'extended') {
    return undefined;
  }
  const { extension, unit } = terms;
  if (!mayExtend(unit, event.unit) || (extension !== null && extension.unit !== event.unit)) {
    return fail('clock.unitMixed', `This clock is not extended in ${event.unit}.`, `${event.path}.unit`);
  }
  return extension !== null && extended + event.amount > extension.maximum
    ? fail(
        'clock.extensionBeyondMaximum',
        `Extensions may add ${showClockAmount(extension.maximum, extension.unit)} ${extension.unit} in all.`,
        `${event.path}.amount`,
      )
    : undefined;
}
