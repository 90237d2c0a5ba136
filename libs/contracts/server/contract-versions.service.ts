import { Injectable } from '@nestjs/common';
import type { ContractVersion, Terms, VersionComparison } from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { enqueue } from '@plumbline/platform/jobs';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { AgreedTerms } from './agreed-terms';
import { toTerms } from './contract-answers';
import type { ContractEntity } from './contract.entity';
import type { ContractVersionEntity } from './contract-version.entity';
import { ContractsRepository } from './contracts.repository';
import { lookAtDates } from './dates/contract-dates.repository';
import { draftOf, versionColumns } from './draft-of';
import { overlapping } from './overlapping';
import { askForParity } from './parity/ask-for-parity';
import { type TermRows, TermsRepository } from './terms.repository';
import { VersionAnswers } from './version-answers';

/** Drafts, amendments and their activation. An active version never changes, but for the day on which the next one ends it. */
@Injectable()
export class ContractVersionsService {
  constructor(
    private readonly door: Door,
    private readonly contracts: ContractsRepository,
    private readonly terms: TermsRepository,
    private readonly agreed: AgreedTerms,
    private readonly answers: VersionAnswers,
    private readonly vendors: VendorDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor, contractId: string, number: number): Promise<ContractVersion> {
    return this.door.withTenant(actor, (tx) => this.answers.of(tx, contractId, number));
  }

  compare(
    actor: Actor,
    contractId: string,
    numbers: { readonly before: number; readonly after: number },
  ): Promise<VersionComparison> {
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.contracts.find(tx, contractId);
      if (!contract) throw new NotFoundError('contract');
      return this.answers.compare(tx, contract, numbers);
    });
  }

  /** An amendment: a draft with the terms of the newest version. One draft at a time (`draft-exists`). */
  amend(actor: Actor, contractId: string, effectiveFrom: string): Promise<ContractVersion> {
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.lock(tx, contractId);
      const newest = (await this.terms.versions(tx, contractId)).at(-1);
      if (!newest) throw new NotFoundError('contract');
      if (newest.state === 'draft') {
        throw new ConflictError(
          'draft-exists',
          `Version ${newest.number} is still a draft: change that one.`,
        );
      }
      const [rows] = await this.terms.withRows(tx, [newest]);
      if (!rows) throw new NotFoundError('contract');
      const terms = { ...toTerms(rows), effectiveFrom, effectiveTo: null };
      await this.agreed.demandSound(tx, terms);
      const at = this.clock.date();
      const draft = draftOf(contract, newest.number + 1, terms, actor, at);
      await this.terms.insertVersion(tx, draft);
      await this.terms.insertTerms(tx, draft, terms, at);
      await this.log(tx, 'contract-version-drafted', contract, { number: draft.number, effectiveFrom });
      return this.answers.of(tx, contractId, draft.number);
    });
  }

  /** Replaces a draft's terms, whole. */
  replace(
    actor: Actor,
    contractId: string,
    number: number,
    terms: Terms,
    version: number,
  ): Promise<ContractVersion> {
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.lock(tx, contractId);
      const { version: draft } = await this.draft(tx, contractId, number, version);
      await this.agreed.demandSound(tx, terms);
      await this.terms.updateVersion(tx, { ...draft, ...versionColumns(terms), version: draft.version + 1 });
      await this.terms.deleteTerms(tx, draft.id);
      await this.terms.insertTerms(tx, draft, terms, this.clock.date());
      await this.log(tx, 'contract-draft-changed', contract, { number, slas: terms.slas.length });
      return this.answers.of(tx, contractId, number);
    });
  }

  /**
   * Puts a draft into force. The version before ends on its first day; every month with measurements from then on is
   * evaluated anew. Blocking findings that no waiver in force covers are `terms-incomplete`, with each as a field.
   */
  activate(actor: Actor, contractId: string, number: number, version: number): Promise<ContractVersion> {
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.lock(tx, contractId);
      const rows = await this.draft(tx, contractId, number, version);
      const draft = rows.version;
      await this.agreed.demandSound(tx, toTerms(rows));
      await this.answers.demandComplete(tx, rows);
      const ended = await this.endPrevious(tx, draft);
      const at = this.clock.date();
      await this.terms.updateVersion(tx, {
        ...draft,
        state: 'active',
        activatedAt: at,
        version: draft.version + 1,
      });
      await this.contracts.update(tx, { ...contract, updatedAt: at, version: contract.version + 1 });
      await lookAtDates(tx, contract, at);
      const months = await this.answers.months(tx, draft);
      await this.terms.markDirty(tx, contract.vendorId, termOf(draft), at);
      for (const month of months) await enqueue(tx, 'evaluate', `${contract.vendorId}/${month}`, at);
      await askForParity(tx, at);
      const { effectiveFrom } = draft;
      await this.log(tx, 'contract-version-activated', contract, { number, effectiveFrom, ended, months });
      return this.answers.of(tx, contractId, number);
    });
  }

  private async lock(tx: TenantTransaction, contractId: string): Promise<ContractEntity> {
    const contract = await this.contracts.lock(tx, contractId);
    if (!contract) throw new NotFoundError('contract');
    return contract;
  }

  private async draft(
    tx: TenantTransaction,
    contractId: string,
    number: number,
    version: number,
  ): Promise<TermRows> {
    const rows = await this.terms.find(tx, contractId, number);
    if (!rows) throw new NotFoundError('contract version');
    if (rows.version.state !== 'draft') {
      const detail = `Version ${number} is in force and never changes: draft an amendment from a date.`;
      throw new RuleBrokenError('version-active', detail);
    }
    demandVersion(rows.version.version, version);
    return rows;
  }

  /** Ends the version in force on the draft's first day; answers its number. */
  private async endPrevious(tx: TenantTransaction, draft: ContractVersionEntity): Promise<number | null> {
    // of two contracts with one vendor at the same time, each activation sees what the other did
    await this.vendors.lock(tx, [draft.vendorId]);
    const active = await this.terms.activeVersions(tx, [draft.vendorId]);
    const ofOthers = active.filter(({ contractId }) => contractId !== draft.contractId);
    const [other] = overlapping(ofOthers, draft);
    if (other) {
      const detail = `The vendor is under another contract from ${other.effectiveFrom} on: a month is judged by one.`;
      throw new RuleBrokenError('vendor-under-contract', detail, [
        { path: 'effectiveFrom', code: 'vendor-under-contract', detail },
      ]);
    }
    const previous = active.filter(({ contractId }) => contractId === draft.contractId).at(-1);
    if (!previous) return null;
    if (draft.effectiveFrom <= previous.effectiveFrom) {
      const detail = `An amendment starts after the version it amends: that one is in force from ${previous.effectiveFrom}.`;
      throw new RuleBrokenError('version-not-later', detail, [
        { path: 'effectiveFrom', code: 'version-not-later', detail },
      ]);
    }
    if (previous.effectiveTo !== null && previous.effectiveTo <= draft.effectiveFrom) return null;
    const version = previous.version + 1;
    await this.terms.updateVersion(tx, { ...previous, effectiveTo: draft.effectiveFrom, version });
    return previous.number;
  }

  private log(
    tx: TenantTransaction,
    action: string,
    { id, vendorId, reference }: ContractEntity,
    detail: object,
  ): Promise<void> {
    return this.activityLog.append(tx, {
      action,
      thing: 'contract',
      thingId: id,
      vendorId,
      detail: { reference, ...detail },
    });
  }
}

function termOf({ effectiveFrom, effectiveTo }: ContractVersionEntity) {
  return { from: effectiveFrom, before: effectiveTo };
}
