import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { calendarFromJson } from '../calendars';
import { parseClockTerms } from '../deadlines/parse-clock-terms';
import { renderTrace } from '../explain/render-trace';
import type { VerdictState } from '../targets/verdict-states';
import { valueOf } from '../value-of.fixture';
import type { ScorecardEvent, ScorecardSide, ScorecardTerms } from './scorecard-event';
import { type ScorecardHistory, scorecardFlow } from './scorecard-flow';

const zone = 'America/New_York';
const calendar = valueOf(
  calendarFromJson({
    timezone: zone,
    hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
    holidays: ['2026-04-03'],
  }),
);
const both: ScorecardTerms = {
  review: valueOf(parseClockTerms({ unit: 'businessDays', amount: 3, zone })),
  signatures: ['vendor', 'insurer'],
};
const nothing: ScorecardTerms = { review: null, signatures: [] };

/** Days of April 2026; the 1st is a Wednesday, the 3rd a holiday. */
const on = (day: number, time = '12:00:00'): Temporal.Instant =>
  Temporal.Instant.from(`2026-04-${`${day}`.padStart(2, '0')}T${time}-04:00`);

const built = (day: number, states: Record<string, VerdictState> = {}, differs = true): ScorecardEvent => ({
  type: 'built',
  at: on(day),
  lines: Object.entries({ sl: 'breached', qa: 'met', ...states } as const).map(([id, state]) => ({
    id,
    state,
  })),
  differs,
});
const sent = (day: number): ScorecardEvent => ({ type: 'sentForReview', at: on(day) });
const disputed = (day: number, line = 'sl', time?: string): ScorecardEvent => ({
  type: 'disputed',
  at: on(day, time),
  line,
  reason: 'Outage of the client',
});
const decided = (day: number, upheld: boolean, line = 'sl'): ScorecardEvent => ({
  type: 'disputeDecided',
  at: on(day),
  line,
  upheld,
});
const signed = (day: number, side: ScorecardSide): ScorecardEvent => ({ type: 'signed', at: on(day), side });
const published = (day: number): ScorecardEvent => ({ type: 'published', at: on(day) });

const flow = (events: readonly ScorecardEvent[], more: Partial<ScorecardHistory> = {}) =>
  scorecardFlow({ terms: both, calendar, events, at: events.at(-1)?.at ?? on(1), ...more });
const standing = (events: readonly ScorecardEvent[], more: Partial<ScorecardHistory> = {}) => {
  const { state, next, revision } = valueOf(flow(events, more));
  return `${state} ${revision} → ${next}`;
};

describe('semantics rule 26: the flow of a scorecard', () => {
  it('provisional → vendor review → both sign → published → revision', () => {
    const way: readonly (readonly [ScorecardEvent, string])[] = [
      [built(1, { sl: 'provisional' }), 'provisional 1 → built'],
      [built(1), 'provisional 1 → sentForReview'],
      [sent(1), 'vendorReview 1 → signed'],
      [signed(2, 'insurer'), 'vendorReview 1 → signed'],
      [signed(2, 'vendor'), 'ready 1 → published'],
      [published(2), 'published 1 → built'],
      [built(20, { sl: 'met' }), 'provisional 2 → sentForReview'],
    ];
    const events = way.map(([event]) => event);
    expect(events.map((_, index) => standing(events.slice(0, index + 1)))).toEqual(
      way.map(([, expected]) => expected),
    );
  });

  it.each([
    ['a dispute is decided first', [disputed(2)], 'disputed 1 → disputeDecided'],
    ['one rejected leaves the review running', [disputed(2), decided(2, false)], 'vendorReview 1 → signed'],
    ['one upheld asks for the correction', [disputed(2), decided(2, true)], 'disputed 1 → built'],
    [
      'of two, both are decided',
      [disputed(2), disputed(2, 'qa'), decided(2, false)],
      'disputed 1 → disputeDecided',
    ],
    [
      'what is built again is reviewed again, its old disputes are gone',
      [disputed(2), decided(2, true), built(6, { sl: 'met' })],
      'provisional 1 → sentForReview',
    ],
    [
      'a dispute takes back the insurer’s signature',
      [signed(2, 'insurer'), disputed(2), decided(2, false), signed(2, 'vendor')],
      'signOff 1 → signed',
    ],
    [
      'results that are open again make it provisional',
      [built(2, { qa: 'atRisk' })],
      'provisional 1 → built',
    ],
  ])('%s', (_, events, expected) => {
    expect(standing([built(1), sent(1), ...events])).toBe(expected);
  });

  it.each([
    [
      'the last instant of the third business day, the holiday and the weekend not counted',
      on(8, '00:00:00'),
      'vendorReview 1 → signed',
    ],
    ['a moment later', on(8, '00:00:00.000000001'), 'signOff 1 → signed'],
  ])('the review runs until %s', (_, at, expected) => {
    const events = [built(1), sent(1)];
    expect(valueOf(flow(events)).reviewUntil).toEqual(on(8, '00:00:00'));
    expect(standing(events, { at })).toBe(expected);
  });

  it.each([
    ['nothing is agreed', nothing, [], 'ready 1 → published'],
    ['only the insurer signs', { ...nothing, signatures: ['insurer'] }, [], 'signOff 1 → signed'],
    [
      'only the insurer signs, and did',
      { ...nothing, signatures: ['insurer'] },
      [signed(1, 'insurer')],
      'ready 1 → published',
    ],
    ['the vendor only reviews', { ...both, signatures: [] }, [sent(1)], 'vendorReview 1 → signed'],
  ] as const)('where %s', (_, terms, events, expected) => {
    expect(standing([built(1), ...events], { terms })).toBe(expected);
  });

  it('a review nobody signs is over when its time is', () => {
    expect(standing([built(1), sent(1)], { terms: { ...both, signatures: [] }, at: on(9) })).toBe(
      'ready 1 → published',
    );
  });

  it('says what is disputed and who has signed', () => {
    const events = [built(1), sent(1), disputed(2), disputed(2, 'qa'), decided(2, false, 'qa')];
    expect(valueOf(flow(events))).toMatchObject({ disputed: ['sl'], signedBy: [] });
    expect(valueOf(flow([...events, decided(2, true)]))).toMatchObject({ disputed: ['sl'] });
    expect(valueOf(flow([built(1), sent(1), signed(2, 'vendor'), signed(2, 'insurer')]))).toMatchObject({
      disputed: [],
      signedBy: ['vendor', 'insurer'],
    });
  });

  it('a revision keeps the number it had, and the next is one more', () => {
    const events = [built(1), published(1)];
    expect(standing(events, { terms: nothing, revision: 4 })).toBe('published 4 → built');
    expect(standing([...events, built(2)], { terms: nothing, revision: 4 })).toBe('ready 5 → published');
    expect(standing([built(1), built(2)], { terms: nothing, revision: 4 })).toBe('ready 4 → published');
  });

  it.each<[string, readonly ScorecardEvent[], Partial<ScorecardHistory>, string, string]>([
    ['nothing', [], {}, 'scorecard.notBuilt', 'events'],
    ['to begin with anything else', [published(1)], {}, 'scorecard.notBuilt', 'events.0'],
    [
      'a review nobody agreed',
      [built(1), sent(1)],
      { terms: nothing },
      'scorecard.noReviewAgreed',
      'events.1',
    ],
    [
      'a review without a calendar',
      [built(1), sent(1)],
      { calendar: undefined },
      'clock.calendarMissing',
      'calendar',
    ],
    ['a step out of turn', [built(1), disputed(1)], {}, 'scorecard.notReviewed', 'events.1'],
    [
      'to publish what is not signed',
      [built(1), sent(1), published(9)],
      {},
      'scorecard.notSigned',
      'events.2',
    ],
    [
      'to publish twice',
      [built(1), published(1), published(1)],
      { terms: nothing },
      'scorecard.published',
      'events.2',
    ],
  ])('refuses %s', (_, events, more, code, path) => {
    expect(flow(events, more)).toMatchObject({ problem: { code, detail: aSentence, path } });
  });

  it('tells all of it, the days of the review with the ones not counted', () => {
    const events = [
      built(1),
      sent(1),
      disputed(2),
      decided(2, false),
      signed(6, 'vendor'),
      signed(6, 'insurer'),
    ];
    expect(renderTrace(valueOf(flow(events)).trace, 'en')).toEqual([
      'Revision 1 was built at 2026-04-01T12:00:00-04:00 from 2 lines.',
      'Sent to the vendor for review at 2026-04-01T12:00:00-04:00.',
      'The clock of 3 business days started at 2026-04-01T12:00:00-04:00 (America/New_York).',
      expect.stringContaining('2026-04-03'),
      expect.stringContaining('2026-04-04'),
      expect.stringContaining('2026-04-05'),
      'The deadline is 2026-04-08T00:00:00-04:00: 3 business days, plus 0 paused and 0 granted.',
      'The vendor disputed sl at 2026-04-02T12:00:00-04:00: Outage of the client. Signatures given before count no more.',
      'The dispute of sl was rejected at 2026-04-02T12:00:00-04:00.',
      'Signed by the vendor at 2026-04-06T12:00:00-04:00.',
      'Signed by the insurer at 2026-04-06T12:00:00-04:00.',
      'Revision 1 is ready to be published; it goes on when it is published.',
    ]);
    expect(valueOf(flow([built(1), published(1)], { terms: nothing })).trace).toEqual([
      {
        rule: 'flow.built',
        facts: { at: '2026-04-01T16:00:00+00:00', revision: 1, lines: 2, differs: true },
      },
      { rule: 'flow.published', facts: { at: '2026-04-01T16:00:00+00:00', revision: 1 } },
      { rule: 'flow.stands', facts: { state: 'published', next: 'built', revision: 1 } },
    ]);
  });
});
