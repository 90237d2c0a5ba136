import { Injectable } from '@nestjs/common';
import type { ContractCopies, CopiedContract } from '@plumbline/contracts/schema';
import { KpiFiles } from '@plumbline/measurements/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { NotAllowedError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { enqueue } from '@plumbline/platform/jobs';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorCodes, VendorDirectory, type VendorFacts } from '@plumbline/vendors/server';
import { toTerms } from './contract-answers';
import type { ContractEntity } from './contract.entity';
import { ContractsRepository } from './contracts.repository';
import { lookAtDates } from './dates/contract-dates.repository';
import { draftOf } from './draft-of';
import { overlapping } from './overlapping';
import { askForParity } from './parity/ask-for-parity';
import { type TermRows, TermsRepository } from './terms.repository';
import { VersionAnswers } from './version-answers';

/** A vendor that a KPI file names, once it is known who that is. */
interface Named {
  readonly code: string;
  readonly vendorId: string;
  readonly created: boolean;
}

/**
 * Takes a contract's active terms over to the vendors that a KPI file names: those that are missing are entered, what the
 * file calls the others is remembered, and the file that waited goes on. All of it in one transaction; a repeat finds
 * everything done.
 */
@Injectable()
export class ContractCopiesService {
  constructor(
    private readonly door: Door,
    private readonly contracts: ContractsRepository,
    private readonly terms: TermsRepository,
    private readonly answers: VersionAnswers,
    private readonly codes: VendorCodes,
    private readonly vendors: VendorDirectory,
    private readonly kpiFiles: KpiFiles,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  async copy(actor: Actor, contractId: string, copies: ContractCopies): Promise<{ items: CopiedContract[] }> {
    if (copies.kpiFileId !== undefined && !actor.permissions.has('kpi-file.resolve-vendors')) {
      throw new NotAllowedError('not-allowed', 'Your role may not say whose rows a KPI file holds.');
    }
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      if (!contract) throw new NotFoundError('contract');
      const versions = await this.agreedVersions(tx, contract);
      const named = [
        ...(await this.enter(tx, contract, copies.create)),
        ...(await this.match(tx, copies.match)),
      ];
      const items = await this.copyTo(tx, contract, versions, named);
      await askForParity(tx, this.clock.date());
      if (copies.kpiFileId !== undefined) await this.kpiFiles.resumeAfterVendors(tx, copies.kpiFileId);
      return { items };
    });
  }

  private async agreedVersions(tx: TenantTransaction, contract: ContractEntity): Promise<TermRows[]> {
    const active = (await this.terms.versions(tx, contract.id)).filter(({ state }) => state === 'active');
    if (active.length === 0) {
      throw new RuleBrokenError('contract-not-active', 'This contract has no active terms to take over.');
    }
    return this.terms.withRows(tx, active);
  }

  /** New vendors are like the one whose contract is copied; a code that is known by now means the vendor that has it. */
  private async enter(
    tx: TenantTransaction,
    contract: ContractEntity,
    create: ContractCopies['create'],
  ): Promise<Named[]> {
    const known = await this.codes.resolve(
      tx,
      create.map(({ code }) => code),
    );
    const model = (await this.vendors.find(tx, [contract.vendorId])).get(contract.vendorId);
    if (!model) throw new NotFoundError('vendor');
    const { services, criticality, phiAccess, timezone } = model;
    const missing = create.flatMap((vendor, index) => (known.has(vendor.code) ? [] : [{ vendor, index }]));
    const entered = await this.codes.createMany(
      tx,
      missing.map(({ vendor }) => ({
        ...vendor,
        services: [...services],
        criticality,
        phiAccess,
        timezone,
        reportsForOthers: false,
        state: 'active',
        activeReason: `Works under a copy of contract ${contract.reference}`,
      })),
      (position) => `create.${missing[position]?.index ?? position}.code`,
    );
    return create.map(({ code }) => ({
      code,
      vendorId: entered.get(code) ?? known.get(code) ?? '',
      created: entered.has(code),
    }));
  }

  private async match(tx: TenantTransaction, match: ContractCopies['match']): Promise<Named[]> {
    await this.codes.remember(
      tx,
      match.map(({ code, vendorId }) => ({ sourceCode: code, vendorId })),
    );
    return match.map(({ code, vendorId }) => ({ code, vendorId, created: false }));
  }

  private async copyTo(
    tx: TenantTransaction,
    source: ContractEntity,
    versions: readonly TermRows[],
    named: readonly Named[],
  ): Promise<CopiedContract[]> {
    const ids = [...new Set(named.map(({ vendorId }) => vendorId))];
    await this.vendors.lock(tx, ids);
    const vendors = await this.vendors.find(tx, ids);
    const active = await this.terms.activeVersions(tx, ids);
    const copies = new Map<string, ContractEntity | null>();
    for (const vendor of vendors.values()) {
      const own = active.filter(({ vendorId }) => vendorId === vendor.id);
      const free = versions.every(({ version }) => overlapping(own, version).length === 0);
      copies.set(vendor.id, free ? await this.copyFor(tx, source, versions, vendor) : null);
    }
    return named.map(({ code, vendorId, created }) => {
      const vendor = vendors.get(vendorId);
      if (!vendor) throw new NotFoundError('vendor');
      const copy = copies.get(vendorId);
      return {
        vendor: { id: vendor.id, code: vendor.code, name: vendor.name },
        code,
        created,
        contract: copy ? { id: copy.id, reference: copy.reference } : null,
      };
    });
  }

  private async copyFor(
    tx: TenantTransaction,
    source: ContractEntity,
    versions: readonly TermRows[],
    vendor: VendorFacts,
  ): Promise<ContractEntity> {
    const at = this.clock.date();
    const contract = {
      ...source,
      id: newId(),
      vendorId: vendor.id,
      reference: `${source.reference}/${vendor.code}`,
      createdAt: at,
      updatedAt: at,
      version: 1,
    };
    await this.contracts.insert(tx, contract);
    await lookAtDates(tx, contract, at);
    const today = this.clock.now().toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
    for (const [index, rows] of versions.entries()) {
      // a waiver of the contract that is copied was signed for that vendor alone
      const { effectiveTo } = rows.version;
      if (effectiveTo === null || effectiveTo > today)
        await this.answers.demandComplete(tx, rows, { contractId: contract.id, vendorId: vendor.id });
      const terms = toTerms(rows);
      const version = draftOf(contract, index + 1, terms, tx.actor, at);
      await this.terms.insertVersion(tx, { ...version, state: 'active', activatedAt: at });
      await this.terms.insertTerms(tx, version, terms, at);
      const term = { from: version.effectiveFrom, before: version.effectiveTo };
      await this.terms.markDirty(tx, vendor.id, term, at);
      for (const month of await this.terms.measuredMonths(tx, vendor.id, term)) {
        await enqueue(tx, 'evaluate', `${vendor.id}/${month}`, at);
      }
    }
    await this.activityLog.append(tx, {
      action: 'contract-copied',
      thing: 'contract',
      thingId: contract.id,
      vendorId: vendor.id,
      detail: { reference: contract.reference, from: source.reference, versions: versions.length },
    });
    return contract;
  }
}
