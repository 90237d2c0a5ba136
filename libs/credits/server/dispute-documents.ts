import { Injectable } from '@nestjs/common';
import type { CreditDispute } from '@plumbline/credits/schema';
import { DocumentDirectory } from '@plumbline/documents/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';

interface Row {
  readonly disputeId: string;
  readonly documentId: string;
  readonly attachedBy: string;
  readonly side: 'insurer' | 'vendor';
  readonly attachedAt: Date;
}

export type DisputeDocument = CreditDispute['documents'][number];

/** What both sides hand in about a disputed line. Either reads what the other did; taking one is in the activity log. */
@Injectable()
export class DisputeDocuments {
  constructor(
    private readonly documents: DocumentDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** By dispute, as far as the reader sees them. */
  async of(tx: TenantTransaction, statementId: string): Promise<ReadonlyMap<string, DisputeDocument[]>> {
    const rows = await tx.query<Row>(
      `select dispute_id as "disputeId", document_id as "documentId", attached_by_name as "attachedBy",
         attached_by_side as side, attached_at as "attachedAt"
       from credit_dispute_document where tenant_id = $1 and statement_id = $2 order by attached_at, id`,
      [tx.tenantId, statementId],
    );
    const found = await this.documents.find(
      tx,
      rows.map(({ documentId }) => documentId),
    );
    const byDispute = new Map<string, DisputeDocument[]>();
    for (const { disputeId, documentId, attachedAt, ...row } of rows) {
      const document = found.get(documentId);
      if (!document) continue;
      const told = { ...row, document, attachedAt: attachedAt.toISOString() };
      byDispute.set(disputeId, [...(byDispute.get(disputeId) ?? []), told]);
    }
    return byDispute;
  }

  /** Only what was sent for the vendor: a document that one side cannot read bears nothing out. */
  async attach(
    tx: TenantTransaction,
    actor: Actor,
    to: {
      readonly disputeId: string;
      readonly statementId: string;
      readonly vendorId: string;
      readonly month: string;
    },
    documentIds: readonly string[],
  ): Promise<void> {
    const { disputeId, statementId, vendorId, month } = to;
    await this.documents.demand(tx, documentIds, vendorId, 'documents');
    const found = await this.documents.find(tx, documentIds);
    for (const [at, documentId] of documentIds.entries()) {
      const document = found.get(documentId);
      if (document?.vendorId !== vendorId)
        throw InvalidError.field(
          `documents.${at}`,
          'document-not-shared',
          'The vendor cannot see this document: send it for the vendor.',
        );
      await tx.query(
        `insert into credit_dispute_document (tenant_id, id, vendor_id, statement_id, dispute_id, document_id, attached_by,
           attached_by_name, attached_by_side, attached_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
        [
          ...[tx.tenantId, newId(), vendorId, statementId, disputeId, documentId],
          ...[actor.id, actor.name, actor.side, this.clock.date()],
        ],
      );
      const { name, sha256 } = document;
      await this.activityLog.append(tx, {
        action: 'credit-dispute-document-attached',
        thing: 'credit-statement',
        thingId: statementId,
        vendorId,
        detail: { month: month.slice(0, 7), disputeId, documentId, name, sha256 },
      });
    }
  }
}
