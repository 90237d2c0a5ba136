import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type StoredFile, StoredFileEntity } from '@plumbline/platform/files';
import { In } from 'typeorm';
import { DocumentEntity } from './document.entity';

@Injectable()
export class DocumentsRepository {
  /** Those of `ids` that the actor of `tx` may see. */
  find(tx: TenantTransaction, ids: readonly string[]): Promise<DocumentEntity[]> {
    return tx.manager.findBy(DocumentEntity, { tenantId: tx.tenantId, id: In([...ids]) });
  }

  async stored(
    tx: TenantTransaction,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, StoredFileEntity>> {
    const rows = await tx.manager.findBy(StoredFileEntity, { tenantId: tx.tenantId, id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Whether the actor of `tx` may see this vendor. Asked here, because vendors refer to documents themselves. */
  async knowsVendor(tx: TenantTransaction, vendorId: string): Promise<boolean> {
    const found = await tx.query('select 1 from vendor where tenant_id = $1 and id = $2', [
      tx.tenantId,
      vendorId,
    ]);
    return found.length > 0;
  }

  async insert(tx: TenantTransaction, document: DocumentEntity, stored: StoredFile): Promise<void> {
    const { tenantId, fileId: id, ...measured } = stored;
    await tx.manager.insert(StoredFileEntity, {
      ...measured,
      tenantId,
      id,
      vendorId: document.vendorId,
      createdAt: document.uploadedAt,
    });
    await tx.manager.insert(DocumentEntity, document);
  }
}
