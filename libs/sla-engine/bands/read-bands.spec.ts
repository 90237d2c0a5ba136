import { describe, expect, it } from '@jest/globals';
import { readInput } from '../reading';
import type { Band } from './check-bands';
import { readBands } from './read-bands';

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
