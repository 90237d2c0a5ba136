import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { Contract, ContractChange, listContracts, NewContract } from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { AgreedTerms } from './agreed-terms';
import { toContract, toContractSummary } from './contract-answers';
import { ContractsRepository } from './contracts.repository';
import { draftOf } from './draft-of';
import { TermsRepository } from './terms.repository';

@Injectable()
export class ContractsService {
  constructor(
    private readonly door: Door,
    private readonly contracts: ContractsRepository,
    private readonly terms: TermsRepository,
    private readonly agreed: AgreedTerms,
    private readonly vendors: VendorDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { vendorId, search, limit, cursor }: InputOf<typeof listContracts>['query']) {
    const after = readCursor(cursor, 'text', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.contracts.list(tx, { vendorId, search, after, limit: limit + 1 });
      const versions = await this.contracts.versions(
        tx,
        rows.map(({ id }) => id),
      );
      return toPage(
        rows,
        limit,
        (row) => toContractSummary(row, versions.get(row.id) ?? []),
        ({ reference, id }) => [reference, id],
      );
    });
  }

  view(actor: Actor, id: string): Promise<Contract> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, id));
  }

  create(actor: Actor, { vendorId, reference, title, terms }: NewContract): Promise<Contract> {
    return this.door.withTenant(actor, async (tx) => {
      if (!(await this.vendors.find(tx, [vendorId])).has(vendorId)) {
        throw InvalidError.field('vendorId', 'vendor-unknown', 'There is no such vendor here.');
      }
      await this.agreed.demandSound(tx, terms, 'terms.');
      const at = this.clock.date();
      const { tenantId } = tx;
      const contract = {
        tenantId,
        id: newId(),
        vendorId,
        reference,
        title,
        ownerId: null,
        createdAt: at,
        updatedAt: at,
        version: 1,
      };
      const draft = draftOf(contract, 1, terms, actor, at);
      await this.contracts.insert(tx, contract);
      await this.terms.insertVersion(tx, draft);
      await this.terms.insertTerms(tx, draft, terms, at);
      await this.activityLog.append(tx, {
        action: 'contract-created',
        thing: 'contract',
        thingId: contract.id,
        vendorId,
        detail: { reference, title, effectiveFrom: terms.effectiveFrom },
      });
      return this.answer(tx, contract.id);
    });
  }

  change(actor: Actor, id: string, wanted: ContractChange, version: number): Promise<Contract> {
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.contracts.lock(tx, id);
      if (!contract) throw new NotFoundError('contract');
      demandVersion(contract.version, version);
      const { title = contract.title, ownerId = contract.ownerId } = wanted;
      if (title === contract.title && ownerId === contract.ownerId) return this.answer(tx, id);
      // an owner who has gone since does not keep the title from being changed
      const isNewOwner = ownerId !== null && ownerId !== contract.ownerId;
      if (isNewOwner && !(await this.contracts.insurersMember(tx, ownerId)))
        throw InvalidError.field('ownerId', 'not-a-member', 'somebody who belongs to the insurer’s side');
      const updatedAt = this.clock.date();
      await this.contracts.update(tx, { ...contract, title, ownerId, updatedAt, version: version + 1 });
      await this.activityLog.append(tx, {
        action: 'contract-changed',
        thing: 'contract',
        thingId: id,
        vendorId: contract.vendorId,
        detail: {
          ...(title === contract.title ? {} : { title: { from: contract.title, to: title } }),
          ...(ownerId === contract.ownerId ? {} : { ownerId: { from: contract.ownerId, to: ownerId } }),
        },
      });
      return this.answer(tx, id);
    });
  }

  private async answer(tx: TenantTransaction, id: string): Promise<Contract> {
    const row = await this.contracts.find(tx, id);
    if (!row) throw new NotFoundError('contract');
    const versions = await this.contracts.versions(tx, [id]);
    return toContract(row, versions.get(id) ?? []);
  }
}
