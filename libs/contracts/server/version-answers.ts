import { Injectable } from '@nestjs/common';
import { compareTerms, type ContractVersion, type VersionComparison } from '@plumbline/contracts/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { VendorDirectory } from '@plumbline/vendors/server';
import { toContractVersion, toTerms } from './contract-answers';
import type { ContractVersionEntity } from './contract-version.entity';
import type { ContractRow } from './contracts.repository';
import { overlapping } from './overlapping';
import { type TermRows, TermsRepository } from './terms.repository';
import { VersionStanding } from './waivers/version-standing';

/** A version with everything its page shows: terms, what they lack and how that stands, what activating would do. */
@Injectable()
export class VersionAnswers {
  constructor(
    private readonly terms: TermsRepository,
    private readonly standing: VersionStanding,
    private readonly vendors: VendorDirectory,
  ) {}

  async of(tx: TenantTransaction, contractId: string, number: number): Promise<ContractVersion> {
    const rows = await this.terms.find(tx, contractId, number);
    if (!rows) throw new NotFoundError('contract version');
    const about = await this.about(tx, rows);
    // what an insurer misses, and lives with, is its own affair
    const findings =
      tx.actor.vendorScope === '*' ? await this.standing.of(tx, contractId, toTerms(rows), about) : null;
    const activation = rows.version.state === 'draft' ? await this.effect(tx, rows.version) : null;
    return toContractVersion(rows, { metrics: about.metrics, findings, activation });
  }

  /** Two versions side by side, as far as the actor sees them. */
  async compare(
    tx: TenantTransaction,
    contract: ContractRow,
    { before, after }: { readonly before: number; readonly after: number },
  ): Promise<VersionComparison> {
    const [was, is] = [
      await this.terms.find(tx, contract.id, before),
      await this.terms.find(tx, contract.id, after),
    ];
    if (!was || !is) throw new NotFoundError('contract version');
    const metrics = await this.terms.metrics(
      tx,
      [...was.slas, ...is.slas].map(({ metricId }) => metricId),
    );
    const { id, reference, title } = contract;
    return {
      contract: { id, reference, title },
      before: sideOf(was),
      after: sideOf(is),
      ...compareTerms(toTerms(was), toTerms(is), metrics),
    };
  }

  /**
   * Refuses to put into force what lacks something that blocks and that no waiver of the contract covers. `of`: the
   * contract and vendor that it comes into force for, where that is another.
   */
  async demandComplete(
    tx: TenantTransaction,
    rows: TermRows,
    of: { readonly contractId: string; readonly vendorId: string } = rows.version,
  ): Promise<void> {
    const about = await this.about(tx, rows, of.vendorId);
    await this.standing.demandComplete(tx, of.contractId, toTerms(rows), about);
  }

  months(
    tx: TenantTransaction,
    { vendorId, effectiveFrom, effectiveTo }: ContractVersionEntity,
  ): Promise<string[]> {
    return this.terms.measuredMonths(tx, vendorId, { from: effectiveFrom, before: effectiveTo });
  }

  private async about(tx: TenantTransaction, { version, slas }: TermRows, vendorId = version.vendorId) {
    const metrics = await this.terms.metrics(
      tx,
      slas.map(({ metricId }) => metricId),
    );
    const phiAccess = (await this.vendors.find(tx, [vendorId])).get(vendorId)?.phiAccess ?? false;
    return { metrics, phiAccess };
  }

  private async effect(
    tx: TenantTransaction,
    draft: ContractVersionEntity,
  ): Promise<ContractVersion['activation']> {
    const active = (await this.terms.versions(tx, draft.contractId)).filter(
      ({ state }) => state === 'active',
    );
    const [ends] = overlapping(active, draft);
    return { endsVersion: ends?.number ?? null, months: await this.months(tx, draft) };
  }
}

function sideOf({
  version: { number, state, effectiveFrom, effectiveTo },
}: TermRows): VersionComparison['before'] {
  return { number, state, effectiveFrom, effectiveTo };
}
