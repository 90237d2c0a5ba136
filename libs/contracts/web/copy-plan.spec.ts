import { describe, expect, it } from '@jest/globals';
import { copiesOf, readVendorList, suggestCopies } from './copy-plan';

const named = [
  { code: '111AA1', name: 'NORTH EAST ENGLAND NHS 111' },
  { code: '111AA2', name: 'Lincolnshire, NHS-111' },
  { code: '111AA3', name: '' },
];

describe('whom a contract is copied to', () => {
  it('suggests the vendor whose name is the same but for how it is written', () => {
    const choices = suggestCopies(named, [
      { id: 'v2', name: 'Lincolnshire NHS 111' },
      { id: 'v9', name: 'Somebody else' },
    ]);
    expect(choices.map(({ vendorId }) => vendorId)).toEqual([null, 'v2', null]);
  });

  it('enters the others, each with a name', () => {
    const choices = suggestCopies(named, [{ id: 'v2', name: 'Lincolnshire NHS 111' }]);
    expect(copiesOf(choices)).toEqual({
      create: [
        { code: '111AA1', name: 'NORTH EAST ENGLAND NHS 111' },
        { code: '111AA3', name: '111AA3' },
      ],
      match: [{ code: '111AA2', vendorId: 'v2' }],
    });
    expect(copiesOf([])).toEqual({ create: [], match: [] });
  });

  it('reads a pasted list with or without names', () => {
    expect(readVendorList('A1, Alpha, Inc.\r\n\n B2\tBeta \nC3')).toEqual([
      { code: 'A1', name: 'Alpha, Inc.' },
      { code: 'B2', name: 'Beta' },
      { code: 'C3', name: 'C3' },
    ]);
  });
});
