import { type KpiFile, type VendorResolution } from '@plumbline/measurements/schema';
import { vendorNames } from '@plumbline/vendors/schema';
import { formatNumber } from '@plumbline/ui';

/** What is to become of one vendor code that nobody here knows. */
export interface CodeDraft {
  code: string;
  rows: number;
  choice: 'create' | 'match' | 'later';
  /** Of the vendor that is created. */
  name: string;
  /** Of the vendor that is meant; blank until chosen. */
  vendorId: string;
}

export interface KnownVendor {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Every code as a new vendor under the file's own name for it, unless a vendor here is called the same already. */
export function draftsOf(unknown: KpiFile['unknownVendors'], vendors: readonly KnownVendor[]): CodeDraft[] {
  const byName = new Map(
    vendors.flatMap(({ id, code, name }) => [
      [plain(name), id],
      [plain(code), id],
    ]),
  );
  return unknown.map(({ code, name, rows }) => {
    const vendorId = byName.get(plain(code)) ?? (name === '' ? undefined : byName.get(plain(name)));
    return {
      code,
      rows,
      choice: vendorId === undefined ? 'create' : 'match',
      name: (name || code).slice(0, 120),
      vendorId: vendorId ?? '',
    };
  });
}

export function resolutionOf(drafts: readonly CodeDraft[]): VendorResolution {
  return {
    create: drafts
      .filter(({ choice }) => choice === 'create')
      .map(({ code, name }) => ({ code, name: name.trim() })),
    match: drafts
      .filter(({ choice }) => choice === 'match')
      .map(({ code, vendorId }) => ({ code, vendorId })),
  };
}

export interface CodeProblem {
  readonly index: number;
  readonly control: 'choice' | 'name' | 'vendorId';
  readonly text: string;
}

export interface CodeProblemWords {
  readonly chooseVendor: string;
  /** A code that no vendor can have, and why. */
  readonly codeUnfit: (why: string) => string;
}

const created = vendorNames;

/** What keeps the drafts from being sent: a new vendor is checked by the schema of vendors, a match has to name one. */
export function problemsOfCodes(
  drafts: readonly CodeDraft[],
  words: CodeProblemWords,
  say: (sentence: string) => string,
): readonly CodeProblem[] {
  return drafts.flatMap(({ choice, code, name, vendorId }, index): readonly CodeProblem[] => {
    if (choice === 'later') return [];
    if (choice === 'match')
      return vendorId === '' ? [{ index, control: 'vendorId', text: words.chooseVendor }] : [];
    const [issue] = created.safeParse({ code, name }).error?.issues ?? [];
    if (!issue) return [];
    return issue.path[0] === 'name'
      ? [{ index, control: 'name', text: issue.message }]
      : [{ index, control: 'choice', text: words.codeUnfit(say(issue.message)) }];
  });
}

export interface ResolutionWords {
  readonly creates: (vendors: string, one: boolean) => string;
  readonly matches: (codes: string, one: boolean) => string;
  readonly both: (creates: string, matches: string) => string;
  readonly copies: (one: boolean, reference: string) => string;
  readonly later: (codes: string, one: boolean) => string;
  readonly nothing: string;
}

/** What the one button does: `Creates 45 vendors, each with a copy of contract MSA-2026.` */
export function resolutionSentence(
  drafts: readonly CodeDraft[],
  contract: string | null,
  words: ResolutionWords,
  locale: string,
): string {
  const count = (choice: CodeDraft['choice']) => drafts.filter((each) => each.choice === choice).length;
  const said = (number: number, words: (text: string, one: boolean) => string) =>
    number === 0 ? null : words(formatNumber(number, locale), number === 1);
  const creates = said(count('create'), words.creates);
  const matches = said(count('match'), words.matches);
  if (creates === null && matches === null) return words.nothing;
  const does = creates !== null && matches !== null ? words.both(creates, matches) : (creates ?? matches);
  const copies = contract === null ? '' : words.copies(count('create') + count('match') === 1, contract);
  const later = said(count('later'), words.later);
  const sentence = `${does}${copies}.${later === null ? '' : ` ${later}`}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
