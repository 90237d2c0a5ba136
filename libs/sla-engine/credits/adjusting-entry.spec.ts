import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../value-of.fixture';
import { adjustingEntry } from './adjusting-entry';

describe('semantics rule 22: settled money is corrected by an adjusting entry', () => {
  it.each([
    ['less than settled', '1500', ['2000.00'], '-500.00'],
    ['more than settled', '2500', ['2000.00'], '500.00'],
    ['adjusted before', '1500', ['2000.00', '-250.00'], '-250.00'],
    ['nothing settled yet', '1500', [], '1500.00'],
    ['nothing to correct', '2000', [2000], '0.00'],
  ])('%s', (_, credit, booked, entry) => {
    expect(valueOf(adjustingEntry(credit, booked)).entry).toBe(entry);
  });

  it('says what was booked', () => {
    expect(valueOf(adjustingEntry('1500', ['2000.00', -250])).trace).toEqual([
      {
        rule: 'credit.adjusted',
        facts: { credit: '1500.00', booked: ['2000.00', '-250'], entry: '-250.00' },
      },
    ]);
  });

  it('law: settling every restatement in turn ends at the last credit', () => {
    const cents = fc.nat({ max: 10_000_000 }).map((value) => (value / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 6 }), (credits) => {
        const booked: string[] = [];
        for (const credit of credits) {
          booked.push(valueOf(adjustingEntry(credit, booked)).entry);
        }
        expect(valueOf(adjustingEntry(credits.at(-1) ?? '0', booked)).entry).toBe('0.00');
      }),
      { seed: 22 },
    );
  });

  it.each([
    ['a credit', 'x', [], 'credit'],
    ['a booked entry', 1, [1, 'x'], 'booked.1'],
  ])('refuses %s that is no number', (_, credit, booked, path) => {
    expect(adjustingEntry(credit, booked)).toMatchObject({ problem: { code: 'decimal.malformed', path } });
  });
});
