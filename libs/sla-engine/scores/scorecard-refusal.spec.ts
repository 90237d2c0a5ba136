import { describe, expect, it } from '@jest/globals';
import { parseClockTerms } from '../deadlines/parse-clock-terms';
import { valueOf } from '../value-of.fixture';
import type { ScorecardRevision } from './publication-refusal';
import type { ScorecardEvent, ScorecardTerms } from './scorecard-event';
import { scorecardRefusal } from './scorecard-refusal';

const until = Temporal.Instant.from('2026-04-08T00:00:00Z');
const after = until.add({ nanoseconds: 1 });
const clock = (unit: string) => valueOf(parseClockTerms({ unit, amount: 3, zone: 'America/New_York' }));
const terms: ScorecardTerms = { review: clock('businessDays'), signatures: ['vendor', 'insurer'] };

/** Built, not sent yet. */
const fresh: ScorecardRevision = {
  revision: 1,
  lines: [
    { id: 'sl', state: 'breached' },
    { id: 'qa', state: 'met' },
  ],
  differs: true,
  reviewUntil: null,
  disputes: new Map(),
  signedBy: [],
  published: false,
};
const reviewed: ScorecardRevision = { ...fresh, reviewUntil: until };
const open = new Map([['sl', 'open']] as const);
const rejected = new Map([['sl', 'rejected']] as const);
const done: ScorecardRevision = { ...fresh, published: true };

const built = (more: Partial<ScorecardEvent & { type: 'built' }> = {}): ScorecardEvent => ({
  type: 'built',
  at: until,
  lines: fresh.lines,
  differs: true,
  ...more,
});
const sent: ScorecardEvent = { type: 'sentForReview', at: until };
const published: ScorecardEvent = { type: 'published', at: until };
const disputed: ScorecardEvent = { type: 'disputed', at: until, line: 'sl', reason: 'x' };
const decided: ScorecardEvent = { type: 'disputeDecided', at: until, line: 'sl', upheld: false };
const bySide = (side: 'vendor' | 'insurer'): ScorecardEvent => ({ type: 'signed', at: until, side });

describe('the steps of a scorecard (rule 26)', () => {
  it.each<[string, ScorecardRevision, ScorecardEvent]>([
    [
      'a draft is built again at any time',
      reviewed,
      built({ differs: false, lines: [{ id: 'sl', state: 'provisional' }] }),
    ],
    ['a published one is answered by a revision that differs', done, built()],
    ['it is sent for review', fresh, sent],
    ['a line is disputed at the last instant of the review', reviewed, disputed],
    ['another line too', { ...reviewed, disputes: open }, { ...disputed, line: 'qa' }],
    ['an open dispute is decided', { ...reviewed, disputes: open }, decided],
    ['the vendor signs while it reviews', reviewed, bySide('vendor')],
    ['the insurer signs beside it', { ...reviewed, signedBy: ['vendor'] }, bySide('insurer')],
    ['with a rejected dispute too', { ...reviewed, disputes: rejected }, bySide('vendor')],
    ['it is published', { ...reviewed, signedBy: ['vendor', 'insurer'] }, published],
  ])('%s', (_, scorecard, event) => {
    expect(scorecardRefusal(scorecard, event, terms)).toBeUndefined();
  });

  it.each<[string, ScorecardRevision, ScorecardEvent, string, string]>([
    [
      'a revision of open results',
      done,
      built({ lines: [{ id: 'sl', state: 'atRisk' }], differs: false }),
      'resultsOpen',
      'Results are still open: sl.',
    ],
    [
      'a revision that says the same',
      done,
      built({ differs: false }),
      'unchanged',
      'Nothing differs from the revision that is published.',
    ],
    [
      'anything else once published',
      done,
      bySide('vendor'),
      'published',
      'Revision 1 is published and never changes.',
    ],
    ['a second review', reviewed, sent, 'alreadySent', 'The vendor has it for review already.'],
    [
      'a review of open results',
      { ...fresh, lines: [{ id: 'sl', state: 'provisional' }] },
      sent,
      'resultsOpen',
      'Results are still open: sl.',
    ],
    ['a dispute before the review', fresh, disputed, 'notReviewed', 'The vendor has not had it for review.'],
    [
      'a dispute of no line',
      reviewed,
      { ...disputed, line: 'x' },
      'lineUnknown',
      'This scorecard has no line "x".',
    ],
    [
      'a dispute after signing',
      { ...reviewed, signedBy: ['vendor'] },
      disputed,
      'alreadySigned',
      'The vendor has signed it.',
    ],
    ['a dispute after the review', reviewed, { ...disputed, at: after }, 'reviewOver', 'The review is over.'],
    [
      'a second dispute of a line',
      { ...reviewed, disputes: open },
      disputed,
      'alreadyDisputed',
      '"sl" was disputed already.',
    ],
    [
      'one after it was decided',
      { ...reviewed, disputes: rejected },
      disputed,
      'alreadyDisputed',
      '"sl" was disputed already.',
    ],
    ['a decision on nothing', reviewed, decided, 'noDispute', '"sl" has no open dispute.'],
    [
      'a second decision',
      { ...reviewed, disputes: rejected },
      decided,
      'noDispute',
      '"sl" has no open dispute.',
    ],
    [
      'a second signature',
      { ...reviewed, signedBy: ['insurer'] },
      bySide('insurer'),
      'alreadySigned',
      'The insurer has signed it.',
    ],
    [
      'a signature before the review',
      fresh,
      bySide('insurer'),
      'notReviewed',
      'The vendor has not had it for review.',
    ],
    [
      'a signature under dispute',
      { ...reviewed, disputes: open },
      bySide('vendor'),
      'disputeOpen',
      'Disputes are open: sl.',
    ],
    [
      'publication without signatures',
      { ...reviewed, signedBy: ['vendor'] },
      published,
      'notSigned',
      'Not signed yet by: insurer.',
    ],
  ])('refuses %s', (_, scorecard, event, code, detail) => {
    expect(scorecardRefusal(scorecard, event, terms)).toEqual({
      code: `scorecard.${code}`,
      detail,
      path: '',
    });
  });

  it('refuses a signature nobody agreed', () => {
    expect(scorecardRefusal(reviewed, bySide('vendor'), { ...terms, signatures: ['insurer'] })).toEqual({
      code: 'scorecard.signatureNotAgreed',
      detail: 'No signature of the vendor is agreed.',
      path: '',
    });
  });

  it('refuses a review that does not run in business days', () => {
    expect(scorecardRefusal(fresh, sent, { ...terms, review: clock('calendarDays') })).toEqual({
      code: 'scorecard.reviewUnit',
      detail: 'A review runs in business days, not in calendarDays.',
      path: '',
    });
  });
});
