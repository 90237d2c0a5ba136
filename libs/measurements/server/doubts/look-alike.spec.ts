import { describe, expect, it } from '@jest/globals';
import { bySimilarity, looksAlike } from './look-alike';

describe('names that may be one name', () => {
  it.each([
    ['case', 'Claims', 'claims', true],
    ['spaces and punctuation', 'prior authorization', 'prior_authorization', true],
    ['accents', 'Atención', 'atencion', true],
    ['one letter', 'claim', 'claims', true],
    ['two letters', 'elegibilty', 'eligibility', true],
    ['three letters', 'claimants', 'claims', false],
    ['short names one letter apart', 'en', 'es', false],
    ['short names but for case', 'EN', 'en', true],
    ['numbers', 'Team 1', 'Team 2', false],
    ['numbers with a typing error', 'Taem 12', 'Team 12', true],
    ['punctuation alone', '-', '--', false],
    ['different words', 'claims', 'billing', false],
  ])('%s: %s and %s', (_, name, known, alike) => {
    expect(looksAlike(name, known)).toBe(alike);
    expect(looksAlike(known, name)).toBe(alike);
  });

  it('puts the most similar first, and equals in the order of the alphabet', () => {
    const known = ['Spanish', 'claimants', 'claim2', 'claims', 'claim1'];
    expect(bySimilarity('Claims', known)).toEqual(['claims', 'claim1', 'claim2', 'claimants', 'Spanish']);
  });
});
