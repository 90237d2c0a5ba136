import { describe, expect, it } from '@jest/globals';
import { examples } from './examples';
import { scoreLines } from './score-lines';
import { decidesTheSame, type Decided, differenceOf } from './scorecard-difference';
import { scorecardLine, type ScorecardLine } from './scorecard-line';

const [speed, quality] = examples.scorecard.lines;

function decided(
  revision: number,
  ...changes: readonly [Partial<ScorecardLine>, Partial<ScorecardLine>]
): Decided {
  const [first, second] = changes;
  const lines = [scorecardLine.parse({ ...speed, ...first }), scorecardLine.parse({ ...quality, ...second })];
  return { revision, ...scoreLines(lines, '0.6') };
}

const missed = { state: 'breached', value: '0.7333', numerator: '7333' } as const;

describe('what a revision changes', () => {
  it('shows old and new of each line that differs, and in total', () => {
    const difference = differenceOf(decided(1, missed, {}), decided(2, {}, {}));
    expect(difference).toMatchObject({
      revision: 1,
      score: { before: '60', after: '100' },
      coverage: { before: '1', after: '1' },
      lines: [
        {
          name: speed.name,
          before: { state: 'breached', value: '0.7333', points: '0' },
          after: { state: 'met', value: '0.8667', points: '100' },
        },
      ],
    });
    expect(difference.lines).toHaveLength(1);
  });

  it('sees a figure that moved though its verdict did not', () => {
    const difference = differenceOf(decided(1, { value: '0.8000' }, {}), decided(2, {}, {}));
    expect(difference.score).toEqual({ before: '100', after: '100' });
    expect(difference.lines.map(({ before }) => before?.value)).toEqual(['0.8000']);
  });

  it('finds the agreed target again under the SLA of an amendment', () => {
    const amended = {
      slaId: quality.slaId.replace(/.$/, 'f'),
      target: { comparator: '>=', value: '0.85' },
    } as const;
    const [line, ...others] = differenceOf(decided(1, {}, {}), decided(2, amended, {})).lines;
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      before: { target: { value: '0.80' } },
      after: { target: { value: '0.85' } },
    });
  });

  it('names lines that came and went', () => {
    const whole = decided(1, {}, {});
    const less: Decided = { ...whole, revision: 2, lines: whole.lines.slice(1) };
    expect(differenceOf(whole, less).lines).toMatchObject([{ name: speed.name, after: null }]);
    expect(differenceOf(less, whole).lines).toMatchObject([{ name: speed.name, before: null }]);
  });

  it('takes a new revision of a result with the same figure for no change', () => {
    expect(decidesTheSame(decided(1, { resultRevision: 1 }, {}), decided(2, { resultRevision: 2 }, {}))).toBe(
      true,
    );
    expect(decidesTheSame(decided(1, missed, {}), decided(2, {}, {}))).toBe(false);
  });
});
