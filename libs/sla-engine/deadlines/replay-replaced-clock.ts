import { type Calendar, formatInstant } from '../calendars';
import { type Outcome, succeed } from '../outcome';
import { checkHistory } from './check-history';
import type { ClockTerms, TermsAt } from './clock-terms';
import { type ClockHistory, type ClockReading, readClock } from './replay-clock';

/** Other terms put on a clock that runs: an escalation, a raised severity, another SLA. */
export interface Replacement {
  readonly at: Temporal.Instant;
  readonly terms: ClockTerms;
  readonly calendar?: Calendar | undefined;
}

/** The terms in force at an instant: the latest replacement made by then, else the first ones. */
export function replacedTerms(first: ClockTerms, replacements: readonly Replacement[]): TermsAt {
  const inOrder = replacements.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  return (at) =>
    inOrder.findLast((replacement) => Temporal.Instant.compare(replacement.at, at) <= 0)?.terms ?? first;
}

/**
 * Reads a clock whose terms were replaced while it ran (semantics rule 10). Start and pauses are kept, each counted in
 * the unit of the terms looked at, and the deadline may only move earlier: of all terms the clock ever had, those
 * with the earliest deadline hold, so that no swap restarts or relieves it (glpi#6902). Problems as `replayClock`;
 * each event is checked against the terms in force when it happened.
 */
export function replayReplacedClock(
  history: ClockHistory,
  replacements: readonly Replacement[],
): Outcome<ClockReading> {
  const checked = checkHistory(history.events, replacedTerms(history.terms, replacements));
  if (!checked.ok) {
    return checked;
  }
  let holding = readClock(history);
  for (const replacement of replacements.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    if (!holding.ok || Temporal.Instant.compare(replacement.at, history.at) > 0) {
      break;
    }
    const { terms, calendar } = replacement;
    const reading = readClock({ ...history, terms, calendar: calendar ?? history.calendar });
    holding = reading.ok ? succeed(earlier(holding.value, reading.value, replacement)) : reading;
  }
  return holding;
}

function earlier(kept: ClockReading, offered: ClockReading, { at, terms }: Replacement): ClockReading {
  if (kept.planned === null || offered.planned === null) {
    return kept;
  }
  const moved = Temporal.Instant.compare(offered.planned, kept.planned) < 0;
  const facts = {
    at: formatInstant(at, terms.zone),
    before: formatInstant(kept.planned, terms.zone),
    offered: formatInstant(offered.planned, terms.zone),
    moved,
  };
  const reading = moved ? offered : kept;
  return { ...reading, trace: [...reading.trace, { rule: 'clock.termsReplaced', facts }] };
}
