import { describe, expect, it } from '@jest/globals';
import { score, type VerdictState } from '@plumbline/sla-engine';
import { examples } from './examples';
import { scoreArithmetic, scoreInput, scoreLines } from './score-lines';
import { scorecardLine, type ScorecardLine } from './scorecard-line';

const [speed] = examples.scorecard.lines;
const ids = ['a', 'b', 'c'].map((letter) => speed.slaId.replace(/.$/, letter));

function lines(...given: readonly (readonly [weight: string, state: VerdictState])[]): ScorecardLine[] {
  return given.map(([weight, state], index) =>
    scorecardLine.parse({ ...speed, slaId: ids[index], weight, state, points: null }),
  );
}

describe('the score of a scorecard', () => {
  it.each<[string, ScorecardLine[], string, (string | null)[], string | null, string | null, string]>([
    ['all met', lines(['40', 'met'], ['60', 'met']), '0.6', ['100', '100'], '100', 'onTarget', '1'],
    [
      'exactly a band edge',
      lines(['75', 'met'], ['25', 'breached']),
      '0.6',
      ['100', '0'],
      '75',
      'watch',
      '1',
    ],
    [
      'a missing verdict leaves its weight out, never 0 or 100',
      lines(['20', 'notReported'], ['60', 'met'], ['20', 'breached']),
      '0.6',
      [null, '100', '0'],
      '75',
      'watch',
      '0.8',
    ],
    [
      'below coverage',
      lines(['50', 'met'], ['50', 'insufficientSample']),
      '0.6',
      ['100', null],
      null,
      null,
      '0.5',
    ],
    ['at coverage', lines(['60', 'met'], ['40', 'noVolume']), '0.6', ['100', null], '100', 'onTarget', '0.6'],
    [
      'weight 0 is watched',
      lines(['100', 'met'], ['0', 'breached']),
      '0',
      ['100', null],
      '100',
      'onTarget',
      '1',
    ],
  ])('%s', (_, given, minimumCoverage, points, total, band, coverage) => {
    const scored = scoreLines(given, minimumCoverage);
    expect(scored).toMatchObject({ score: total, band, coverage });
    expect(scored.lines.map((line) => line.points)).toEqual(points);
  });

  it('is the quotient of the sums it shows', () => {
    const scored = scoreLines(lines(['20', 'notReported'], ['60', 'met'], ['20', 'breached']), '0');
    expect(scoreArithmetic(scored.lines)).toEqual({ earned: '6000', covered: '80' });
  });

  it('refuses weights that do not add to 100', () => {
    expect(() => scoreLines(lines(['99.9', 'met']), '0')).toThrow(/Weights add to 100 exactly/);
  });

  it('can be asked of the engine again', () => {
    const given = lines(['75', 'met'], ['25', 'breached']);
    const again = score(scoreInput(given, '0.6'));
    expect(again).toMatchObject({ ok: true, value: { score: scoreLines(given, '0.6').score } });
  });
});
