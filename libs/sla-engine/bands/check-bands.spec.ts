import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { type Band, checkBands } from './check-bands';

const band = (from: string | number, to: string | number, name = `${from}`): Band => ({ name, from, to });
const colours = [band(0, 75, 'red'), band(75, 90, 'amber'), band(90, 100, 'green')];

describe('semantics rule 23: bands are half-open with a closed top, contiguous', () => {
  it('sorts them, whatever their order', () => {
    const sorted = valueOf(checkBands([...colours].reverse()));
    expect(sorted.map(({ name }) => name)).toEqual(['red', 'amber', 'green']);
  });

  it.each<[string, readonly Band[], string, string]>([
    ['a hole (98.9 | 99)', [band(97, 98.9), band(99, 100)], 'bands.hole', 'bands.1'],
    ['an overlap', [band(97, 99), band(98.9, 100)], 'bands.overlap', 'bands.1'],
    [
      'a hole, under the place where the upper band was written',
      [band(99, 100), band(97, 98.9)],
      'bands.hole',
      'bands.0',
    ],
    ['one band twice', [band(0, 100), band(0, 100)], 'bands.overlap', 'bands.1'],
    ['an empty band', [band(5, 5)], 'bands.empty', 'bands.0'],
    ['a reversed band', [band(0, 1), band(5, 4)], 'bands.empty', 'bands.1'],
    ['no band', [], 'bands.none', 'bands'],
    ['a start that is no number', [band('x', 1)], 'decimal.malformed', 'bands.0.from'],
    ['an end that is no number', [band(0, 'x')], 'decimal.malformed', 'bands.0.to'],
  ])('refuses %s', (_, bands, code, path) => {
    expect(checkBands(bands)).toMatchObject({
      ok: false,
      problem: { code, detail: expect.stringMatching(/\.$/), path },
    });
  });

  it('says which values a hole or an overlap concerns', () => {
    const problems = [
      checkBands([band(97, 98.9), band(99, 100)]),
      checkBands([band(97, 99), band(98.9, 100)]),
    ];
    expect(problems.map((outcome) => (outcome.ok ? '' : outcome.problem.detail))).toEqual([
      'Nothing covers the values between 98.9 | 99.',
      'Two bands cover the same values: 99 | 98.9.',
    ]);
  });

  it.each([
    ['short at the bottom', [band(1, 100)], false],
    ['short at the top', [band(0, 99)], false],
    ['the whole scale', [band(0, 100)], true],
    ['more than the scale', [band(-10, 110)], true],
  ])('must reach the ends of a scale: %s', (_, bands, ok) => {
    const outcome = checkBands(bands, { from: 0, to: 100 });
    expect(outcome.ok ? outcome.ok : outcome.problem).toEqual(
      ok || { code: 'bands.hole', detail: 'The bands do not reach from 0 to 100.', path: 'bands' },
    );
  });
});
