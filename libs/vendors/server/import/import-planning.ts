import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { ImportRow, NewVendor, VendorChange, VendorImport } from '@plumbline/vendors/schema';
import { changedFields } from '../changed-fields';
import { bodyOf, sameKey } from '../profile/profile-answers';
import { full, MOST_ENTRIES, ProfileEntriesService } from '../profile/profile-entries.service';
import type { VendorContactEntity } from '../profile/profile-entities';
import { ProfilesRepository } from '../profile/profiles.repository';
import { VendorCodes } from '../vendor-codes';
import { VendorDirectory } from '../vendor-directory';
import type { VendorEntity } from '../vendor.entity';
import { VendorsRepository } from '../vendors.repository';
import { VendorsService } from '../vendors.service';
import type { ReadRow, ReadTable } from './import-rows';
import { contactOfRow, newContactOf, newVendorOf, vendorOfRow } from './vendor-rows';

/** What a row does; `write` is done once all rows are looked at. */
export interface PlannedRow extends ImportRow {
  readonly write: ((tx: TenantTransaction) => Promise<unknown>) | null;
  /** A vendor to be entered, together with the others. */
  readonly vendor?: NewVendor;
}

/** What each row of a list would do, by what is there already. */
@Injectable()
export class ImportPlanning {
  constructor(
    private readonly vendors: VendorsRepository,
    private readonly codes: VendorCodes,
    private readonly directory: VendorDirectory,
    private readonly profiles: ProfilesRepository,
    private readonly entries: ProfileEntriesService,
    private readonly changing: VendorsService,
  ) {}

  /** Reads what is there for all rows together: as many statements for a thousand rows as for one. */
  async plan(tx: TenantTransaction, kind: VendorImport['kind'], { rows }: ReadTable): Promise<PlannedRow[]> {
    const field = kind === 'vendors' ? 'code' : 'vendor';
    const known = await this.codes.resolve(
      tx,
      rows.map(({ cells }) => cells.get(field) ?? ''),
    );
    const ids = [...new Set(known.values())];
    // whoever else enters the same list waits until this one is done
    await this.directory.lock(tx, ids);
    const vendors = await this.vendors.findMany(tx, ids);
    const contacts = kind === 'contacts' ? await this.profiles.listOf(tx, 'contacts', ids) : new Map();
    const seen = new Set<string>();
    return rows.map((row) => {
      const vendor = vendors.get(known.get(row.cells.get(field) ?? '') ?? '');
      const key = [
        // an alias means the same vendor as its code
        (kind === 'contacts' ? vendor?.code : undefined) ?? row.cells.get(field),
        ...(kind === 'vendors' ? [] : [row.cells.get('name'), row.cells.get('role')]),
      ];
      const once = JSON.stringify(key).toLowerCase();
      if (seen.has(once)) row.problem('row-twice', field);
      seen.add(once);
      return kind === 'vendors'
        ? this.vendorRow(row, vendor)
        : this.contactRow(row, vendor, contacts.get(vendor?.id ?? '') ?? []);
    });
  }

  private vendorRow(row: ReadRow, vendor: VendorEntity | undefined): PlannedRow {
    const said = vendorOfRow(row);
    if (!vendor) {
      const made = newVendorOf(row, said);
      return made ? { ...planned(row, 'new', made.name), vendor: made } : planned(row, 'wrong');
    }
    if (vendor.code !== row.cells.get('code')) row.problem('code-of-alias', 'code', { code: vendor.code });
    if (row.problems.length > 0) return planned(row, 'wrong', vendor.name);
    // a vendor keeps its code, and goes from state to state on its own page
    const { code: _, state: __, activeReason: ___, ...change } = said;
    const changed = changedFields(vendor, change as VendorChange);
    if (Object.keys(changed).length === 0) return planned(row, 'unchanged', vendor.name);
    const write = (inTx: TenantTransaction) =>
      this.changing.changeWithin(inTx, vendor, change as VendorChange);
    return { ...planned(row, 'changed', vendor.name, Object.keys(changed)), write };
  }

  private contactRow(
    row: ReadRow,
    vendor: VendorEntity | undefined,
    there: readonly VendorContactEntity[],
  ): PlannedRow {
    for (const field of ['vendor', 'name', 'role'])
      if (!row.cells.has(field)) row.problem('value-missing', field);
    if (!vendor) {
      if (row.cells.has('vendor')) row.problem('vendor-unknown', 'vendor');
      return planned(row, 'wrong');
    }
    const said = contactOfRow(row, vendor.timezone);
    if (row.problems.length > 0) return planned(row, 'wrong');
    const same = there.find(
      (contact) => sameKey('contacts', bodyOf('contacts', contact)) === sameKey('contacts', said),
    );
    if (!same) {
      const made = newContactOf(row, said);
      if (!made) return planned(row, 'wrong');
      const write = async (inTx: TenantTransaction) => {
        const now = await this.profiles.list(inTx, 'contacts', vendor.id);
        if (now.length >= MOST_ENTRIES) throw full();
        return this.entries.insert(inTx, 'contacts', vendor.id, made);
      };
      return { ...planned(row, 'new', made.name), write };
    }
    const before = bodyOf('contacts', same);
    // hours of one's own take the place of a calendar
    const body = { ...before, ...said, ...(said.hours ? { calendarId: null } : {}) };
    const changed = Object.keys(changedFields(before, body));
    if (changed.length === 0) return planned(row, 'unchanged', same.name);
    const write = (inTx: TenantTransaction) => this.entries.update(inTx, 'contacts', same, body);
    return { ...planned(row, 'changed', same.name, changed), write };
  }
}

function planned(row: ReadRow, act: ImportRow['act'], name?: string, changed: string[] = []): PlannedRow {
  return { line: row.line, name: name ?? row.cells.get('name') ?? '', act, changed, write: null };
}
