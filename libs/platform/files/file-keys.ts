import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/raw-aes-keyring-node';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Which file a key belongs to: bound into the wrapped key and into the stored bytes. */
export interface FileIdentity {
  readonly tenantId: string;
  readonly fileId: string;
}

/**
 * Each file has a key of its own, kept in PostgreSQL wrapped under the installation's secret: changing the secret means
 * wrapping short keys anew, not rewriting files; destroying a wrapped key destroys the file.
 */
export class FileKeys {
  private readonly wrappingKey: Buffer;

  constructor(secret: Buffer) {
    this.wrappingKey = Buffer.from(hkdfSync('sha256', secret, '', 'plumbline stored-file', 32));
  }

  make(identity: FileIdentity): { key: Buffer; wrapped: Buffer } {
    const key = randomBytes(32);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.wrappingKey, iv);
    cipher.setAAD(contextBytes(identity));
    return { key, wrapped: Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]) };
  }

  /** Throws when the key was wrapped for another file or tenant, under another secret, or was changed. */
  unwrap(identity: FileIdentity, wrapped: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.wrappingKey, wrapped.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(contextBytes(identity));
    decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  }
}

export function keyringOf(key: Buffer): RawAesKeyringNode {
  // the library isolates key material: it must not share Node's pooled buffer
  return new RawAesKeyringNode({
    keyNamespace: 'plumbline',
    keyName: 'stored-file',
    unencryptedMasterKey: new Uint8Array(key),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
}

export function encryptionContext({ tenantId, fileId }: FileIdentity): Record<string, string> {
  return { tenant: tenantId, file: fileId };
}

function contextBytes({ tenantId, fileId }: FileIdentity): Buffer {
  return Buffer.from(`${tenantId}/${fileId}`);
}
