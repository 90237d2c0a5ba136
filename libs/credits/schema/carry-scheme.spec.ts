import { describe, expect, it } from '@jest/globals';
import { type CarriedSla, carryScheme } from './carry-scheme';
import { examples } from './examples';

const { terms } = examples.scheme;
const [speed, quality] = terms.lines.map(({ slaId }) => slaId);
const sla = (id: string | undefined, name: string, key: string): CarriedSla => ({ id: id ?? '', name, key });
const before = [
  sla(speed, 'Answered in 20 s', 'service_level'),
  sla(quality, 'Disclosures', 'qa_disclosure'),
];
const carry = (after: readonly CarriedSla[], from = '2026-07') => carryScheme(terms, { before, after, from });

describe('a credit scheme for an amended contract', () => {
  it('prices what measures the same, whatever it is called now, from its first month on', () => {
    const after = [sla('a', 'Disclosures', 'qa_disclosure'), sla('b', 'Answered in 15 s', 'service_level')];
    expect(carry(after)).toEqual({
      terms: {
        ...terms,
        from: '2026-07',
        lines: [
          { ...terms.lines[0], slaId: 'b' },
          { ...terms.lines[1], slaId: 'a' },
        ],
      },
      left: [],
      unpriced: [],
    });
  });

  it('tells apart by name what measures the same, and uses none twice', () => {
    const twice = [sla('a', 'Other', 'service_level'), sla('b', 'Answered in 20 s', 'service_level')];
    expect(carry(twice)).toMatchObject({
      terms: { lines: [{ slaId: 'b' }] },
      left: ['Disclosures'],
      unpriced: ['Other'],
    });
    const both = [before[0], sla(quality, 'Again', 'service_level')] as CarriedSla[];
    const one = [sla('a', 'Answered in 20 s', 'service_level')];
    expect(carryScheme(terms, { before: both, after: one, from: '2026-07' })).toMatchObject({
      terms: { lines: [{ slaId: 'a' }] },
      left: ['Again'],
    });
  });

  it('says what it leaves and what nobody priced', () => {
    expect(carry([sla('a', 'Handle time', 'aht')])).toMatchObject({
      terms: { lines: [] },
      left: ['Answered in 20 s', 'Disclosures'],
      unpriced: ['Handle time'],
    });
  });

  it('has a fee for its first month, also where that lies before the first one known', () => {
    expect(carry([], '2025-10').terms.fees).toEqual([{ from: '2025-10', amount: '100000' }]);
    expect(carry([], '2026-07').terms.fees).toEqual([{ from: '2026-01', amount: '100000' }]);
  });
});
