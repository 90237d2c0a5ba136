import { describe, expect, it } from '@jest/globals';
import { contractCopies } from '@plumbline/contracts/schema';
import { vendorResolution } from '@plumbline/measurements/schema';
import { type CodeDraft, draftsOf, problemsOfCodes, resolutionOf, resolutionSentence } from './resolution';
import { vendorsWords } from './vendors-words';

const here = [
  { id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f', code: 'NORTHWIND', name: 'Northwind Member Care' },
];
const create: CodeDraft = { code: '111AA1', rows: 3, choice: 'create', name: 'North East', vendorId: '' };
const match: CodeDraft = { ...create, code: 'NW', choice: 'match', vendorId: here[0]?.id ?? '' };
const later: CodeDraft = { ...create, code: '111AA9', choice: 'later' };

describe('what becomes of unknown codes', () => {
  it('is a new vendor under the file’s name for it, unless one here is called the same', () => {
    const drafts = draftsOf(
      [
        { code: '111AA1', name: 'North East', rows: 3 },
        { code: 'NW', name: 'northwind  member care', rows: 1 },
        { code: 'x7', name: '', rows: 2 },
      ],
      here,
    );
    expect(drafts).toMatchObject([
      { choice: 'create', name: 'North East' },
      { choice: 'match', vendorId: here[0]?.id },
      { choice: 'create', name: 'x7' },
    ]);
  });

  it('does not take codes without a name for one another', () => {
    const nameless = draftsOf([{ code: 'x7', name: '', rows: 2 }], [{ id: 'v', code: 'A', name: '' }]);
    expect(nameless[0]?.choice).toBe('create');
  });

  it('is sent as the schemas of files and of contracts want it, without what waits', () => {
    const resolution = resolutionOf([create, match, later]);
    expect(resolution).toEqual({
      create: [{ code: '111AA1', name: 'North East' }],
      match: [{ code: 'NW', vendorId: here[0]?.id }],
    });
    expect(vendorResolution.safeParse(resolution).success).toBe(true);
    expect(contractCopies.safeParse(resolution).success).toBe(true);
  });

  it('shows what is missing where it is missing', () => {
    const found = problemsOfCodes(
      [
        { ...create, name: '  ' },
        { ...match, vendorId: '' },
        { ...create, code: '*A*' },
        { ...later, name: '' },
      ],
      vendorsWords.en,
      (sentence) => `said: ${sentence}`,
    );
    expect(found.map(({ index, control }) => [index, control])).toEqual([
      [0, 'name'],
      [1, 'vendorId'],
      [2, 'choice'],
    ]);
    expect(found[2]?.text).toContain('(said: letters, digits, spaces');
  });
});

describe('what the one button does', () => {
  const said = (drafts: readonly CodeDraft[], contract: string | null = null) =>
    resolutionSentence(drafts, contract, vendorsWords.en, 'en');

  it.each<[string, readonly CodeDraft[], string | null]>([
    ['Creates 45 vendors, each with a copy of contract MSA-2026.', Array(45).fill(create), 'MSA-2026'],
    ['Creates 1 vendor, with a copy of contract MSA-2026.', [create], 'MSA-2026'],
    ['Creates 2 vendors and matches 1 code with a vendor that is here.', [create, create, match], null],
    ['matches 2 codes with vendors that are here.', [match, match], null],
    ['Creates 1 vendor. 2 codes wait, and the file with them.', [create, later, later], null],
    ['Nothing is said yet: the file goes on waiting.', [later], 'MSA-2026'],
  ])('%s', (sentence, drafts, contract) => {
    expect(said(drafts, contract).toLowerCase()).toBe(sentence.toLowerCase());
  });

  it('begins as a sentence does', () => {
    expect(said([match])).toMatch(/^Matches/);
  });
});
