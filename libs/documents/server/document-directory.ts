import { Injectable } from '@nestjs/common';
import type { Document } from '@plumbline/documents/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { InvalidError } from '@plumbline/platform/errors';
import { toDocument } from './document-answers';
import { DocumentsRepository } from './documents.repository';

/** The read model of documents by id for the things that refer to them. */
@Injectable()
export class DocumentDirectory {
  constructor(private readonly documents: DocumentsRepository) {}

  /** Those of `ids` that the actor of `tx` may see, by id. */
  async find(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, Document>> {
    if (ids.length === 0) return new Map();
    const rows = await this.documents.find(tx, ids);
    const stored = await this.documents.stored(
      tx,
      rows.map(({ storedFileId }) => storedFileId),
    );
    return new Map(rows.map((row) => [row.id, toDocument(row, stored.get(row.storedFileId))]));
  }

  /**
   * Before something of a vendor refers to them: each is there, and speaks of this vendor or of none. Otherwise the field at
   * `path` is wrong (`document-unknown`), in the same words for a document of somebody else and for one that never was.
   */
  async demand(
    tx: TenantTransaction,
    ids: readonly string[],
    vendorId: string | null,
    path: string,
  ): Promise<void> {
    const found = await this.find(tx, ids);
    ids.forEach((id, at) => {
      const document = found.get(id);
      if (!document || (document.vendorId !== null && document.vendorId !== vendorId))
        throw InvalidError.field(`${path}.${at}`, 'document-unknown', 'There is no such document here.');
    });
  }
}
