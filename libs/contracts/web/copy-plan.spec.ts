import { describe, expect, it } from '@jest/globals';
import { copiesOf, readVendorList, suggestCopies } from './copy-plan';

const unknown = [
  { code: '111AA1', name: 'NORTH EAST ENGLAND NHS 111', rows: 3 },
  { code: '111AA2', name: 'Lincolnshire, NHS-111', rows: 3 },
  { code: '111AA3', name: '', rows: 1 },
];

describe('whom a contract is copied to', () => {
  it('suggests the vendor whose name is the same but for how it is written', () => {
    const choices = suggestCopies(unknown, [
      { id: 'v2', name: 'Lincolnshire NHS 111' },
      { id: 'v9', name: 'Somebody else' },
    ]);
    expect(choices.map(({ vendorId }) => vendorId)).toEqual([null, 'v2', null]);
  });

  it('enters the others, each with a name', () => {
    const choices = suggestCopies(unknown, [{ id: 'v2', name: 'Lincolnshire NHS 111' }]);
    expect(copiesOf(choices, 'file')).toEqual({
      create: [
        { code: '111AA1', name: 'NORTH EAST ENGLAND NHS 111' },
        { code: '111AA3', name: '111AA3' },
      ],
      match: [{ code: '111AA2', vendorId: 'v2' }],
      kpiFileId: 'file',
    });
    expect(copiesOf([], undefined)).toEqual({ create: [], match: [] });
  });

  it('reads a pasted list with or without names', () => {
    expect(readVendorList('A1, Alpha, Inc.\r\n\n B2\tBeta \nC3')).toEqual([
      { code: 'A1', name: 'Alpha, Inc.', rows: 0 },
      { code: 'B2', name: 'Beta', rows: 0 },
      { code: 'C3', name: 'C3', rows: 0 },
    ]);
  });
});
