import { Injectable } from '@nestjs/common';
import type { FileProblem, KpiFileReceipt } from '@plumbline/measurements/schema';
import { Door, TenantDirectory } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { toReceipt } from './kpi-file-answers';
import { KpiFilesRepository } from './kpi-files.repository';

const RECENT = 500;
const PROBLEMS_REPORTED = 1_000;

/** What a partner keeps of a file it handed in; the same by page, API and SFTP, made anew from the rows at each asking. */
@Injectable()
export class KpiFileReceipts {
  constructor(
    private readonly door: Door,
    private readonly files: KpiFilesRepository,
    private readonly vendors: VendorDirectory,
    private readonly tenants: TenantDirectory,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, id: string): Promise<KpiFileReceipt> {
    const tenant = await this.tenants.byId(actor.tenantId);
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.files.find(tx, id);
      const vendor = file && (await this.vendors.find(tx, [file.vendorId])).get(file.vendorId);
      const stored = file && (await this.files.stored(tx, file.storedFileId));
      if (!tenant || !vendor || !stored) throw new NotFoundError('KPI file');
      return toReceipt(file, vendor, stored, tenant, this.clock.date());
    });
  }

  /** The receipt with the first of what is wrong with its rows. */
  async report(
    actor: Actor,
    id: string,
  ): Promise<KpiFileReceipt & { readonly problems: readonly FileProblem[] }> {
    const receipt = await this.of(actor, id);
    const problems = await this.door.withTenant(actor, (tx) =>
      this.files.problems(tx, id, 0, PROBLEMS_REPORTED),
    );
    return { ...receipt, problems };
  }

  /** The newest files there are receipts of. */
  recent(
    actor: Actor,
  ): Promise<readonly { readonly id: string; readonly name: string; readonly createdAt: Date }[]> {
    const search = { vendorId: undefined, state: undefined, after: null, limit: RECENT };
    return this.door.withTenant(actor, (tx) => this.files.list(tx, search));
  }
}
