import { describe, expect, it } from '@jest/globals';
import { parseClockTerms } from '../deadlines/parse-clock-terms';
import { valueOf } from '../value-of.fixture';
import { type ScorecardRevision, publicationRefusal } from './publication-refusal';
import type { ScorecardTerms } from './scorecard-event';

const at = Temporal.Instant.from('2026-04-08T00:00:00Z');
const before = at.subtract({ nanoseconds: 1 });
const terms: ScorecardTerms = {
  review: valueOf(parseClockTerms({ unit: 'businessDays', amount: 3, zone: 'America/New_York' })),
  signatures: ['vendor', 'insurer'],
};

/** Reviewed, undisputed and signed by both: everything that is agreed has happened. */
const done: ScorecardRevision = {
  revision: 2,
  lines: [{ id: 'sl', state: 'met' }],
  differs: true,
  reviewUntil: before,
  disputes: new Map([['sl', 'rejected']]),
  signedBy: ['vendor', 'insurer'],
  published: false,
};

const disputes = (...standings: ('open' | 'upheld' | 'rejected')[]): ScorecardRevision['disputes'] =>
  new Map(standings.map((standing, index) => [`line ${index}`, standing]));

describe('what keeps a scorecard from being published (rule 26)', () => {
  it('nothing, once all that is agreed has happened', () => {
    expect(publicationRefusal(done, terms, at)).toBeUndefined();
  });

  it.each<[string, Partial<ScorecardRevision>, string, string]>([
    ['it is', { published: true }, 'published', 'Revision 2 is published and never changes.'],
    [
      'open results',
      { lines: [{ id: 'sl', state: 'atRisk' }] },
      'resultsOpen',
      'Results are still open: sl.',
    ],
    [
      'no difference',
      { differs: false },
      'unchanged',
      'Nothing differs from the revision that is published.',
    ],
    ['no review yet', { reviewUntil: null }, 'notReviewed', 'The vendor has not had it for review.'],
    [
      'open disputes',
      { disputes: disputes('open', 'rejected', 'open') },
      'disputeOpen',
      'Disputes are open: line 0, line 2.',
    ],
    [
      'upheld disputes',
      { disputes: disputes('upheld', 'rejected') },
      'correctionDue',
      'Disputes were upheld, so it has to be built again: line 0.',
    ],
    [
      'the review, at its last instant',
      { reviewUntil: at, signedBy: ['insurer'] },
      'reviewRuns',
      'The vendor may still review and dispute it.',
    ],
    ['no signature', { signedBy: [] }, 'notSigned', 'Not signed yet by: vendor, insurer.'],
    ['one signature only', { signedBy: ['vendor'] }, 'notSigned', 'Not signed yet by: insurer.'],
  ])('%s', (_, change, code, detail) => {
    expect(publicationRefusal({ ...done, ...change }, terms, at)).toEqual({
      code: `scorecard.${code}`,
      detail,
      path: '',
    });
  });

  it('the vendor’s signature ends its review', () => {
    expect(publicationRefusal({ ...done, reviewUntil: at }, terms, at)).toBeUndefined();
  });

  it('what is not agreed is not missed', () => {
    const bare = { ...done, reviewUntil: null, signedBy: [] };
    expect(publicationRefusal(bare, { review: null, signatures: [] }, at)).toBeUndefined();
  });

  it('says the first thing first', () => {
    const all: ScorecardRevision = {
      ...done,
      lines: [{ id: 'sl', state: 'provisional' }],
      differs: false,
      reviewUntil: null,
      disputes: disputes('open', 'upheld'),
      signedBy: [],
      published: true,
    };
    const cures: Partial<ScorecardRevision>[] = [
      {},
      { published: false },
      { lines: [] },
      { differs: true },
      { reviewUntil: at },
      { disputes: disputes('upheld') },
      { disputes: disputes() },
      { reviewUntil: before },
    ];
    const codes = cures.map((_, index) =>
      publicationRefusal(
        Object.assign({}, all, ...cures.slice(0, index + 1)) as ScorecardRevision,
        terms,
        at,
      ),
    );
    expect(codes.map((problem) => problem?.code.replace('scorecard.', ''))).toEqual([
      'published',
      'resultsOpen',
      'unchanged',
      'notReviewed',
      'disputeOpen',
      'correctionDue',
      'reviewRuns',
      'notSigned',
    ]);
  });
});
