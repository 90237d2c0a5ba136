import { type ScorecardDifference, viewScorecard } from '@plumbline/scorecards/schema';
import { describe, expect, it } from '@jest/globals';
import { differenceRows } from './difference-rows';

const { difference } = viewScorecard.example.response as { difference: ScorecardDifference };
const words = {
  score: 'Score',
  coverage: 'Coverage',
  withheld: 'withheld',
  none: 'no figure',
  states: { met: 'Met', breached: 'Breached' },
};
const rows = (given: ScorecardDifference) => differenceRows(given, words, 'en');

describe('what a revision changes', () => {
  it('reads old and new, totals first', () => {
    expect(rows(difference)).toEqual([
      { what: 'Score', before: '60.0', after: '100.0' },
      { what: 'Coverage', before: '100.0%', after: '100.0%' },
      { what: 'Calls answered within 20 s', before: '73.3% · Breached', after: '86.7% · Met' },
    ]);
  });

  it('shows as many digits as it takes to tell old from new', () => {
    const [line] = difference.lines;
    if (!line?.before || !line.after) throw new Error('the example has a line with both sides');
    const close = {
      ...line,
      before: { ...line.before, value: '0.80001' },
      after: { ...line.after, value: '0.80002' },
    };
    const [, , row] = rows({ ...difference, lines: [close] });
    expect(row?.before).toContain('80.001%');
    expect(row?.after).toContain('80.002%');
  });

  it('says what else was agreed, what is new and what is withheld', () => {
    const [line] = difference.lines;
    if (!line?.after) throw new Error('the example has a line with both sides');
    const stricter = { ...line.after, target: { comparator: '>=' as const, value: '0.85' }, weight: '50' };
    const changed = rows({
      ...difference,
      score: { before: '60', after: null },
      lines: [
        { ...line, before: line.after, after: stricter },
        { ...line, name: 'Disclosures', before: null },
      ],
    });
    expect(changed).toEqual([
      { what: 'Score', before: '60.0', after: 'withheld' },
      expect.objectContaining({ what: 'Coverage' }),
      { what: line.name, before: '86.7% · Met · ≥ 80% · 40.0', after: '86.7% · Met · ≥ 85% · 50.0' },
      { what: 'Disclosures', before: null, after: '86.7% · Met' },
    ]);
  });
});
