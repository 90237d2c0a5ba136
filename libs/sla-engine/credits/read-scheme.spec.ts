import { describe, expect, it } from '@jest/globals';
import { readInput } from '../reading';
import { readScheme } from './read-scheme';

const read = (scheme: object) => readInput({ fee: 100, ...scheme }, readScheme);
const plain = { fee: '100', atRisk: '1', pool: '1', method: { kind: 'allocation' } };

describe('reading a credit scheme', () => {
  it.each<[string, object, object]>([
    ['a fee alone', {}, {}],
    ['shares', { atRisk: '10%', pool: 0.5 }, { atRisk: '0.1', pool: '0.5' }],
    ['minor units', { minorUnits: 0 }, { minorUnits: 0 }],
    ['points', { points: 0.01 }, { method: { kind: 'points', value: '0.01' } }],
    [
      'full points',
      { perFullPoint: { credit: 0.02, pointSize: 10 } },
      { method: { kind: 'perFullPoint', share: '0.02', pointSize: '10' } },
    ],
    ['a gap', { percentageGap: true }, { method: { kind: 'percentageGap', gap: 'absolute' } }],
    [
      'a gap by its word',
      { percentageGap: 'relative' },
      { method: { kind: 'percentageGap', gap: 'relative' } },
    ],
    ['a method switched off', { percentageGap: false }, {}],
    [
      'bands',
      { bands: [{ from: 0, to: 1, share: '50%' }] },
      { method: { kind: 'bands', bands: [{ name: '1', from: '0', to: '1', share: '0.5' }] } },
    ],
    ['a cap up to 1 is a share', { cap: 1 }, { caps: { month: '1' } }],
    ['above 1 it is money', { cap: '1.01' }, { caps: { amount: '1.01' } }],
    [
      'caps',
      { caps: { perFailure: '1%', month: 0.1, amount: 9, year: { amount: 8 } } },
      { caps: { perFailure: '0.01', month: '0.1', amount: '9', year: { amount: '8', credited: '0' } } },
    ],
    ['multipliers', { repeat: [1, 1.5] }, { repeat: ['1', '1.5'] }],
    ['one multiplier', { repeatMultiplier: 2 }, { repeat: ['1', '2'] }],
    ['a multiplier from a miss', { repeat: { from: 3, multiplier: 2 } }, { repeat: ['1', '1', '2'] }],
    ['from the first', { repeat: { from: 1, multiplier: 2 } }, { repeat: ['2'] }],
    ['named multipliers', { repeat: { multipliers: [1, 3] } }, { repeat: ['1', '3'] }],
    ['the larger', { election: 'largest' }, { election: { rule: 'larger' } }],
    ['the smaller', { election: { rule: 'smaller' } }, { election: { rule: 'smaller' } }],
    ['an order', { election: ['a', 'b'] }, { election: { rule: 'order', order: ['a', 'b'] } }],
  ])('%s', (_, scheme, expected) => {
    expect(read(scheme)).toEqual({ ok: true, value: { ...plain, ...expected } });
  });

  it.each<[string, object, string, string, string]>([
    [
      'two methods',
      { points: 1, perFullPoint: 1 },
      'credit.method',
      'A scheme has one method; this one states points and perFullPoint.',
      '',
    ],
    [
      'a repeat from miss 0',
      { repeat: { from: 0, multiplier: 2 } },
      'credit.range',
      'Repeats start at a miss from 1 to 120.',
      'repeat.from',
    ],
    [
      'a repeat from miss 121',
      { repeat: { from: 121, multiplier: 2 } },
      'credit.range',
      'Repeats start at a miss from 1 to 120.',
      'repeat.from',
    ],
    ['no fee', { fee: null }, 'input.missing', '"fee" is required.', 'fee'],
  ])('refuses %s', (_, scheme, code, detail, path) => {
    expect(read(scheme)).toEqual({ ok: false, problem: { code, detail, path } });
  });

  it('a repeat may start as late as at miss 120', () => {
    expect(read({ repeat: { from: 120, multiplier: 2 } })).toMatchObject({ ok: true });
  });
});
