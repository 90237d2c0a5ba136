import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimals';
import { readInput } from '../reading';
import { valueOf } from '../value-of.fixture';
import { bandOf } from './band-of';
import { type Band, checkBands } from './check-bands';
import { readBands } from './read-bands';

const band = (from: string | number, to: string | number, name = `${from}`): Band => ({ name, from, to });
const colours = [band(0, 75, 'red'), band(75, 90, 'amber'), band(90, 100, 'green')];

describe('semantics rule 23: bands are half-open with a closed top, contiguous', () => {
  it.each([
    ['0', 'red'],
    ['74.999', 'red'],
    ['75', 'amber'],
    ['89.96', 'amber'],
    ['90', 'green'],
    ['100', 'green'],
    ['100.01', undefined],
    ['-0.01', undefined],
  ])('%s falls into %s', (value, name) => {
    expect(bandOf(valueOf(checkBands(colours)), new Exact(value))?.name).toBe(name);
  });

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

  it('law: contiguous bands hold every value of their scale exactly once', () => {
    const edges = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(edges, fc.integer({ min: 0, max: 1000 }), (inner, value) => {
        const all = [0, ...inner.sort((a, b) => a - b), 1000];
        const bands = all.slice(1).map((to, index) => band(all[index] ?? 0, to));
        const checked = valueOf(checkBands(bands));
        const holding = checked.filter(
          ({ low, high }) => low.lte(value) && (high.gt(value) || (high.eq(1000) && value === 1000)),
        );
        expect(holding).toEqual([bandOf(checked, new Exact(value))]);
      }),
      { seed: 25 },
    );
  });
});

describe('reading bands', () => {
  const read = (bands: unknown, top?: string): unknown =>
    readInput({ bands }, (input) => readBands(input, 'bands', top === undefined ? {} : { top }));

  it.each([
    ['names, starts and ends', [{ name: 'red', from: 0, to: '75' }], [{ name: 'red', from: '0', to: '75' }]],
    ['other spellings', [{ label: 'red', min: 0, max: 75 }], [{ name: 'red', from: '0', to: '75' }]],
    ['more spellings', [{ band: 'red', low: 0, high: 75 }], [{ name: 'red', from: '0', to: '75' }]],
    ['ids for names', [{ id: 'red', from: 0, to: 75 }], [{ name: 'red', from: '0', to: '75' }]],
    [
      'starts alone, in any order',
      [
        { name: 'green', from: 90 },
        { name: 'red', from: 0 },
        { name: 'amber', from: 75 },
      ],
      [
        { name: 'green', from: '90', to: '100' },
        { name: 'red', from: '0', to: '75' },
        { name: 'amber', from: '75', to: '90' },
      ],
    ],
    ['no names', [{ from: 0 }], [{ name: '1', from: '0', to: '100' }]],
  ])('takes %s', (_, bands, expected) => {
    expect(read(bands, '100')).toEqual({ ok: true, value: expected });
  });

  it('needs the end of the topmost band where the scale has none', () => {
    expect(read([{ from: 0 }])).toMatchObject({
      problem: { code: 'input.missing', detail: '"to" is required.', path: 'bands.0.to' },
    });
  });

  it('reads what else a kind of band says', () => {
    const read = readInput({ bands: [{ from: 0, to: 1, share: 5 }] }, (input) =>
      readBands<Band & { share: string }>(input, 'bands', {
        more: (item) => ({ share: item.decimal('share') }),
      }),
    );
    expect(read).toEqual({ ok: true, value: [{ name: '1', from: '0', to: '1', share: '5' }] });
  });
});
