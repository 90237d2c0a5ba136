import { describe, expect, it } from '@jest/globals';
import { countries, namedRegions, placeOf } from './places';
import { residencyFindings, type ResidencyTerms } from './residency';

const agreedOn = (...regions: string[]): ResidencyTerms => ({
  contract: 'MSA-1',
  clause: { number: '10.4', regions },
});
const codes = (place: string, agreed: readonly ResidencyTerms[], phiKinds: readonly string[] = ['claims']) =>
  residencyFindings({ place, phiKinds }, agreed).map(({ code }) => code);

describe('where data may be kept', () => {
  it.each<[place: string, regions: string[], found: string[]]>([
    ['US', ['US'], []],
    ['us ', ['United States'], []],
    ['US-TX', ['US'], []],
    ['US-TX', ['US-TX'], []],
    // the whole is more than the part that was agreed
    ['US', ['US-TX'], ['residency-outside']],
    ['US-CA', ['US-TX'], ['residency-outside']],
    ['PH', ['US'], ['residency-outside']],
    ['DE', ['EU'], []],
    ['EU', ['EU'], []],
    ['EU', ['EEA'], []],
    ['EEA', ['EU'], ['residency-outside']],
    ['EU', ['DE', 'FR'], ['residency-outside']],
    ['GB', ['EU'], ['residency-outside']],
    ['PR', ['US'], ['residency-outside']],
    ['PR', ['US+TERRITORIES'], []],
    // words that are no place pass never
    ['the cloud', ['US'], ['residency-not-comparable']],
    ['the cloud', ['the cloud'], ['residency-not-comparable']],
    ['PH', ['US', 'our own data centres'], ['residency-not-comparable']],
    ['US', ['US', 'our own data centres'], []],
    ['ZZ', ['US'], ['residency-not-comparable']],
    ['ZZ-12', ['US'], ['residency-not-comparable']],
  ])('%s against %j: %j', (place, regions, found) => {
    expect(codes(place, [agreedOn(...regions)])).toEqual(found);
  });

  it('names the contract, the clause, the place and the words that cannot be compared', () => {
    expect(residencyFindings({ place: 'PH', phiKinds: [] }, [agreedOn('US', 'onshore')])).toEqual([
      {
        code: 'residency-not-comparable',
        parameters: {
          contract: 'MSA-1',
          clause: '10.4',
          place: 'PH',
          agreed: ['US', 'onshore'],
          words: ['onshore'],
        },
      },
    ]);
  });

  it('holds each contract in force to its own clause', () => {
    expect(codes('DE', [agreedOn('US', 'EU'), agreedOn('US')])).toEqual(['residency-outside']);
  });

  it('asks for a clause where protected health information flows, and only there', () => {
    const none: ResidencyTerms = { contract: 'MSA-1', clause: null };
    expect(codes('US', [none])).toEqual(['residency-clause-missing']);
    expect(codes('US', [])).toEqual(['residency-no-contract']);
    expect(codes('US', [none], [])).toEqual([]);
    expect(codes('US', [], [])).toEqual([]);
    // a region outside is one with or without such information
    expect(codes('PH', [agreedOn('US')], [])).toEqual(['residency-outside']);
  });
});

describe('the table of places', () => {
  it('has each country once, and only countries in its regions', () => {
    expect(new Set(countries).size).toBe(249);
    expect(countries.length).toBe(249);
    for (const members of Object.values(namedRegions))
      expect(members.filter((code) => !countries.includes(code))).toEqual([]);
    expect(namedRegions['EU']).toHaveLength(27);
    expect(namedRegions['EEA']).toHaveLength(30);
  });

  it('takes no region’s name for a country’s', () => {
    expect(placeOf('EU')?.countries).toHaveLength(27);
    expect(placeOf('')).toBeNull();
  });
});
