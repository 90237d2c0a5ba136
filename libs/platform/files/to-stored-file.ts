import type { StoredFile } from './file-store';
import type { StoredFileEntity } from './stored-file.entity';

export function toStoredFile(row: StoredFileEntity): StoredFile {
  const { tenantId, id: fileId, sha256, bytes, storedSha256, storedBytes, wrappedKey } = row;
  return { tenantId, fileId, sha256, bytes, storedSha256, storedBytes, wrappedKey };
}
