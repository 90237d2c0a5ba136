import { type Calendar, formatInstant } from '../calendars';
import { replayClock } from '../deadlines/replay-clock';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace, TraceStep } from '../trace';
import { type ScorecardRevision, publicationRefusal } from './publication-refusal';
import type { ScorecardEvent, ScorecardSide, ScorecardTerms } from './scorecard-event';
import { scorecardRefusal } from './scorecard-refusal';

/**
 * `provisional`: being built, or not sent for review · `vendorReview` · `disputed`: a line is under dispute, or to be
 * corrected · `signOff`: signatures are missing · `ready`: may be published · `published`.
 */
export type ScorecardFlowState =
  'provisional' | 'vendorReview' | 'disputed' | 'signOff' | 'ready' | 'published';

/** The steps of the flow, by the events that take them. */
export type ScorecardStep = ScorecardEvent['type'];

export interface ScorecardReading {
  readonly state: ScorecardFlowState;
  readonly revision: number;
  /** What brings it on from here. */
  readonly next: ScorecardStep;
  readonly reviewUntil: Temporal.Instant | null;
  /** Lines whose dispute is open, or was upheld and waits for the correction. */
  readonly disputed: readonly string[];
  readonly signedBy: readonly ScorecardSide[];
  readonly trace: Trace;
}

export interface ScorecardHistory {
  readonly terms: ScorecardTerms;
  /** Counts the business days of the review; the version known when it was sent (semantics rule 8). */
  readonly calendar?: Calendar | undefined;
  /** In the order they happened; the first is `built`. */
  readonly events: readonly ScorecardEvent[];
  /** The instant to read the flow at. */
  readonly at: Temporal.Instant;
  /** Number of the revision that the first event built; 1 unless stated. */
  readonly revision?: number;
}

const whereItStands: Readonly<Record<string, readonly [ScorecardFlowState, ScorecardStep]>> = {
  'scorecard.published': ['published', 'built'],
  'scorecard.resultsOpen': ['provisional', 'built'],
  'scorecard.unchanged': ['provisional', 'built'],
  'scorecard.notReviewed': ['provisional', 'sentForReview'],
  'scorecard.disputeOpen': ['disputed', 'disputeDecided'],
  'scorecard.correctionDue': ['disputed', 'built'],
  'scorecard.reviewRuns': ['vendorReview', 'signed'],
  'scorecard.notSigned': ['signOff', 'signed'],
};

/**
 * Reads a scorecard's way to its publication as a fold over its events (semantics rule 26): provisional → vendor review,
 * so many business days → dispute per line → both sign → published → revision. What is built again begins anew: review,
 * disputes and signatures are those of what they were given for (rule 22), and after publication it is the next
 * revision. A dispute takes back the signatures given so far. Silence signs nothing. Problems, at `events.n`: those of
 * `scorecardRefusal`, `scorecard.notBuilt`, `scorecard.noReviewAgreed`, and those of the calendar.
 */
export function scorecardFlow({
  terms,
  calendar,
  events,
  at,
  revision = 1,
}: ScorecardHistory): Outcome<ScorecardReading> {
  let scorecard: ScorecardRevision | null = null;
  const trace: TraceStep[] = [];
  for (const [index, event] of events.entries()) {
    const taken = take(scorecard, event, { terms, calendar, revision });
    if (!taken.ok) {
      const { code, detail, path } = taken.problem;
      return fail(code, detail, path === '' ? `events.${index}` : path);
    }
    scorecard = taken.value.scorecard;
    trace.push(...taken.value.trace);
  }
  if (scorecard === null) {
    return fail('scorecard.notBuilt', 'A scorecard is built first.', 'events');
  }
  const refusal = publicationRefusal(scorecard, terms, at);
  const [state, next] = (refusal && whereItStands[refusal.code]) ?? ['ready', 'published'];
  const disputed = [...scorecard.disputes].flatMap(([line, each]) => (each === 'rejected' ? [] : [line]));
  const facts = { state, next, revision: scorecard.revision };
  return succeed({
    ...facts,
    reviewUntil: scorecard.reviewUntil,
    disputed,
    signedBy: scorecard.signedBy,
    trace: [...trace, { rule: 'flow.stands', facts }],
  });
}

interface Taken {
  readonly scorecard: ScorecardRevision;
  readonly trace: Trace;
}

function take(
  scorecard: ScorecardRevision | null,
  event: ScorecardEvent,
  { terms, calendar, revision }: Pick<ScorecardHistory, 'terms' | 'calendar'> & { readonly revision: number },
): Outcome<Taken> {
  const at = formatInstant(event.at, terms.review?.zone ?? 'UTC');
  if (scorecard === null) {
    return event.type === 'built'
      ? succeed(build(event, { at, revision }))
      : fail('scorecard.notBuilt', 'A scorecard is built first.');
  }
  const refusal = scorecardRefusal(scorecard, event, terms);
  if (refusal !== undefined) {
    return { ok: false, problem: refusal };
  }
  switch (event.type) {
    case 'built':
      return succeed(build(event, { at, revision: scorecard.revision + (scorecard.published ? 1 : 0) }));
    case 'sentForReview':
      return review(scorecard, event.at, terms, calendar);
    case 'disputed':
      return succeed({
        scorecard: { ...scorecard, disputes: noted(scorecard, event.line, 'open'), signedBy: [] },
        trace: [step('flow.disputed', { at, line: event.line, reason: event.reason })],
      });
    case 'disputeDecided':
      return succeed({
        scorecard: {
          ...scorecard,
          disputes: noted(scorecard, event.line, event.upheld ? 'upheld' : 'rejected'),
        },
        trace: [step('flow.disputeDecided', { at, line: event.line, upheld: event.upheld })],
      });
    case 'signed':
      return succeed({
        scorecard: { ...scorecard, signedBy: [...scorecard.signedBy, event.side] },
        trace: [step('flow.signed', { at, side: event.side })],
      });
    case 'published':
      return succeed({
        scorecard: { ...scorecard, published: true },
        trace: [step('flow.published', { at, revision: scorecard.revision })],
      });
  }
}

function build(
  { lines, differs }: ScorecardEvent & { readonly type: 'built' },
  { at, revision }: { readonly at: string; readonly revision: number },
): Taken {
  return {
    scorecard: {
      revision,
      lines,
      differs,
      reviewUntil: null,
      disputes: new Map(),
      signedBy: [],
      published: false,
    },
    trace: [step('flow.built', { at, revision, lines: lines.length, differs })],
  };
}

/** Business days of review, counted as any clock of them is (semantics rule 6). */
function review(
  scorecard: ScorecardRevision,
  sentAt: Temporal.Instant,
  terms: ScorecardTerms,
  calendar: Calendar | undefined,
): Outcome<Taken> {
  const clock = terms.review;
  if (clock === null) {
    return fail('scorecard.noReviewAgreed', 'No review by the vendor is agreed.');
  }
  const reading = replayClock({
    terms: clock,
    calendar,
    events: [{ type: 'started', at: sentAt, path: '' }],
    at: sentAt,
  });
  if (!reading.ok) {
    return reading;
  }
  const { planned, trace } = reading.value;
  return succeed({
    scorecard: { ...scorecard, reviewUntil: planned },
    // How much of the clock is left at its start says nothing: the last step is left out.
    trace: [step('flow.sentForReview', { at: formatInstant(sentAt, clock.zone) }), ...trace.slice(0, -1)],
  });
}

function noted(
  { disputes }: ScorecardRevision,
  line: string,
  standing: 'open' | 'rejected' | 'upheld',
): ScorecardRevision['disputes'] {
  return new Map([...disputes, [line, standing]]);
}

function step(rule: string, facts: TraceStep['facts']): TraceStep {
  return { rule, facts };
}
