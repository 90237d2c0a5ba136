import { Global, Injectable, Module } from '@nestjs/common';
import { openBlocking } from '@plumbline/contracts/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { VendorContracts, VendorDirectory, VendorReadModule } from '@plumbline/vendors/server';
import type { GateFacts } from '@plumbline/vendors/schema';
import { toTerms } from './contract-answers';
import type { ContractVersionEntity } from './contract-version.entity';
import { ContractsRepository } from './contracts.repository';
import { TermsRepository } from './terms.repository';
import { VersionStanding } from './waivers/version-standing';
import { WaiversRepository } from './waivers/waivers.repository';

/** What the gates of a vendor ask of its contracts: the terms in force today, and what of them blocks and is not waived. */
@Injectable()
export class VendorContractStanding extends VendorContracts {
  constructor(
    private readonly contracts: ContractsRepository,
    private readonly terms: TermsRepository,
    private readonly versions: VersionStanding,
    private readonly vendors: VendorDirectory,
  ) {
    super();
  }

  async standing(tx: TenantTransaction, vendorId: string, today: string): Promise<GateFacts['contract']> {
    const active = await this.terms.activeVersions(tx, [vendorId]);
    const now = active.find(
      ({ effectiveFrom, effectiveTo }) =>
        effectiveFrom <= today && (effectiveTo === null || today < effectiveTo),
    );
    const next = active.find(({ effectiveFrom }) => effectiveFrom > today);
    return {
      inForce: now ? await this.named(tx, now) : null,
      next: next ? await this.named(tx, next) : null,
      blocking: now ? await this.blocking(tx, now) : [],
    };
  }

  private async named(tx: TenantTransaction, { contractId, effectiveFrom }: ContractVersionEntity) {
    const contract = await this.contracts.find(tx, contractId);
    return { reference: contract?.reference ?? '', effectiveFrom };
  }

  /** By what is known today: the vendor may see PHI, or a waiver have run out, since the terms were agreed. */
  private async blocking(
    tx: TenantTransaction,
    version: ContractVersionEntity,
  ): Promise<GateFacts['contract']['blocking']> {
    const { vendorId, contractId } = version;
    const [rows] = await this.terms.withRows(tx, [version]);
    if (!rows) return [];
    const findings = await this.versions.of(tx, contractId, toTerms(rows), {
      metrics: await this.terms.metrics(
        tx,
        rows.slas.map(({ metricId }) => metricId),
      ),
      phiAccess: (await this.vendors.find(tx, [vendorId])).get(vendorId)?.phiAccess ?? false,
    });
    const { reference } = await this.named(tx, version);
    return openBlocking(findings).map(({ code }) => ({ reference, code }));
  }
}

/** Given to vendors, whose gates ask for VendorContracts and know of no contracts. */
@Global()
@Module({
  imports: [VendorReadModule],
  providers: [
    { provide: VendorContracts, useClass: VendorContractStanding },
    ContractsRepository,
    TermsRepository,
    VersionStanding,
    WaiversRepository,
  ],
  exports: [VendorContracts],
})
export class VendorContractStandingModule {}
