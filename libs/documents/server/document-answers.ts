import type { Document } from '@plumbline/documents/schema';
import type { StoredFileEntity } from '@plumbline/platform/files';
import type { DocumentEntity } from './document.entity';

type Measured = Pick<StoredFileEntity, 'bytes' | 'sha256'>;

export function toDocument(row: DocumentEntity, stored: Measured | undefined): Document {
  if (!stored) throw new Error(`document ${row.id} has lost its stored file`);
  return {
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    bytes: stored.bytes,
    sha256: stored.sha256.toString('hex'),
    vendorId: row.vendorId,
    uploadedBy: row.uploadedByName,
    uploadedBySide: row.uploadedBySide,
    uploadedAt: row.uploadedAt.toISOString(),
  };
}
