import { Injectable } from '@nestjs/common';
import type {
  ContractDocument,
  ContractDocumentKind,
  NewContractDocuments,
} from '@plumbline/contracts/schema';
import { DocumentDirectory } from '@plumbline/documents/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { ContractsRepository } from '../contracts.repository';

interface Row {
  readonly id: string;
  readonly kind: ContractDocumentKind;
  readonly number: number | null;
  readonly documentId: string;
  readonly shared: boolean;
  readonly attachedBy: string;
  readonly attachedAt: Date;
}

/** Signed contracts, schedules and the like, at a contract or one of its versions. A document sent for the vendor is shared. */
@Injectable()
export class ContractDocumentsService {
  constructor(
    private readonly door: Door,
    private readonly contracts: ContractsRepository,
    private readonly documents: DocumentDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, contractId: string): Promise<{ items: ContractDocument[] }> {
    return this.door.withTenant(actor, async (tx) => {
      if (!(await this.contracts.find(tx, contractId))) throw new NotFoundError('contract');
      return this.answer(tx, contractId);
    });
  }

  attach(
    actor: Actor,
    contractId: string,
    { kind, number, documentIds }: NewContractDocuments,
  ): Promise<{ items: ContractDocument[] }> {
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      if (!contract) throw new NotFoundError('contract');
      const { vendorId, reference } = contract;
      const numbers = (await this.contracts.versions(tx, [contractId])).get(contractId) ?? [];
      if (number !== null && !numbers.some((version) => version.number === number))
        throw InvalidError.field('number', 'version-unknown', 'There is no such version.');
      await this.documents.demand(tx, documentIds, vendorId, 'documentIds');
      const found = await this.documents.find(tx, documentIds);
      for (const documentId of documentIds) {
        const shared = found.get(documentId)?.vendorId === vendorId;
        await tx.query(
          `insert into contract_document (tenant_id, id, contract_id, vendor_id, number, document_id, kind, shared,
             attached_by, attached_by_name, attached_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            ...[tx.tenantId, newId(), contractId, vendorId, number, documentId, kind, shared],
            ...[actor.id, actor.name, this.clock.date()],
          ],
        );
        const { name = '', sha256 = '' } = found.get(documentId) ?? {};
        await this.log(tx, 'contract-document-attached', contractId, vendorId, {
          ...{ reference, number, kind, shared, documentId, name, sha256 },
        });
      }
      return this.answer(tx, contractId);
    });
  }

  detach(actor: Actor, contractId: string, attachmentId: string): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      const row = (await this.rows(tx, contractId)).find(({ id }) => id === attachmentId);
      if (!contract || !row) throw new NotFoundError('document of the contract');
      await tx.query(
        'update contract_document set detached_by = $3, detached_at = $4 where tenant_id = $1 and id = $2',
        [tx.tenantId, attachmentId, actor.id, this.clock.date()],
      );
      const { reference, vendorId } = contract;
      const { documentId, number, kind } = row;
      await this.log(tx, 'contract-document-detached', contractId, vendorId, {
        ...{ reference, number, kind, documentId },
      });
    });
  }

  private async answer(tx: TenantTransaction, contractId: string): Promise<{ items: ContractDocument[] }> {
    const rows = await this.rows(tx, contractId);
    const found = await this.documents.find(
      tx,
      rows.map(({ documentId }) => documentId),
    );
    const items = rows.flatMap(({ documentId, attachedAt, ...row }) => {
      const document = found.get(documentId);
      return document ? [{ ...row, document, attachedAt: attachedAt.toISOString() }] : [];
    });
    return { items };
  }

  /** What is attached now; row level security leaves a partner what is shared, this query no documents of drafts. */
  private rows(tx: TenantTransaction, contractId: string): Promise<Row[]> {
    return tx.query<Row>(
      `select id, kind, number, document_id as "documentId", shared, attached_by_name as "attachedBy",
         attached_at as "attachedAt"
       from contract_document
       where tenant_id = $1 and contract_id = $2 and detached_at is null
         and ($3 or number is null or exists (
           select from contract_version version where version.tenant_id = contract_document.tenant_id
             and version.contract_id = contract_document.contract_id and version.number = contract_document.number
             and version.state = 'active'))
       order by number nulls first, id`,
      [tx.tenantId, contractId, tx.actor.vendorScope === '*'],
    );
  }

  private log(
    tx: TenantTransaction,
    action: string,
    thingId: string,
    vendorId: string,
    detail: object,
  ): Promise<void> {
    return this.activityLog.append(tx, { action, thing: 'contract', thingId, vendorId, detail });
  }
}
