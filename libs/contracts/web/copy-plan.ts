import type { ContractCopies } from '@plumbline/contracts/schema';
import type { VendorSummary } from '@plumbline/vendors/schema';

/** A vendor as somebody's list names it. */
export interface NamedVendor {
  readonly code: string;
  readonly name: string;
}

/** What is to become of one: `vendorId` of an existing vendor, or null to enter a new one. */
export interface CopyChoice extends NamedVendor {
  readonly vendorId: string | null;
}

/**
 * Suggests who is meant: a vendor whose name is the same but for case, punctuation and white space. A code that a vendor
 * has already is matched by the server.
 */
export function suggestCopies(
  named: readonly NamedVendor[],
  vendors: readonly Pick<VendorSummary, 'id' | 'name'>[],
): CopyChoice[] {
  const byName = new Map(vendors.map(({ id, name }) => [plain(name), id]));
  return named.map((each) => ({ ...each, vendorId: byName.get(plain(each.name)) ?? null }));
}

export function copiesOf(choices: readonly CopyChoice[]): ContractCopies {
  return {
    create: choices.flatMap(({ vendorId, code, name }) =>
      vendorId === null ? [{ code, name: name.trim() || code }] : [],
    ),
    match: choices.flatMap(({ vendorId, code }) => (vendorId === null ? [] : [{ code, vendorId }])),
  };
}

/** Reads a list as it is pasted: one vendor a line, code, then name after a comma, semicolon or tab. */
export function readVendorList(text: string): NamedVendor[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, code = line, name = ''] = /^([^,;\t]+)[,;\t]\s*(.*)$/.exec(line) ?? [];
      return { code: code.trim(), name: name.trim() || code.trim() };
    });
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
