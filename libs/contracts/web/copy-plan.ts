import type { ContractCopies } from '@plumbline/contracts/schema';
import type { VendorSummary } from '@plumbline/vendors/schema';

/** A vendor that a KPI file names and nobody knows yet. */
export interface UnknownVendor {
  readonly code: string;
  readonly name: string;
  readonly rows: number;
}

/** What is to become of one: `vendorId` of an existing vendor, or null to enter a new one. */
export interface CopyChoice extends UnknownVendor {
  readonly vendorId: string | null;
}

/**
 * Suggests who is meant: a vendor whose name is the same but for case, punctuation and white space. Codes are matched by
 * the server before anybody is asked.
 */
export function suggestCopies(
  unknown: readonly UnknownVendor[],
  vendors: readonly Pick<VendorSummary, 'id' | 'name'>[],
): CopyChoice[] {
  const byName = new Map(vendors.map(({ id, name }) => [plain(name), id]));
  return unknown.map((each) => ({ ...each, vendorId: byName.get(plain(each.name)) ?? null }));
}

export function copiesOf(choices: readonly CopyChoice[], kpiFileId: string | undefined): ContractCopies {
  return {
    create: choices.flatMap(({ vendorId, code, name }) =>
      vendorId === null ? [{ code, name: name.trim() || code }] : [],
    ),
    match: choices.flatMap(({ vendorId, code }) => (vendorId === null ? [] : [{ code, vendorId }])),
    ...(kpiFileId === undefined ? {} : { kpiFileId }),
  };
}

/** Reads a list as it is pasted: one vendor a line, code, then name after a comma, semicolon or tab. */
export function readVendorList(text: string): UnknownVendor[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, code = line, name = ''] = /^([^,;\t]+)[,;\t]\s*(.*)$/.exec(line) ?? [];
      return { code: code.trim(), name: name.trim() || code.trim(), rows: 0 };
    });
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
