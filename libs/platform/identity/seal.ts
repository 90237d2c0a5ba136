import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** What is sealed; each purpose has a key of its own, so that one kind of sealed text cannot stand in for another. */
export type SealPurpose =
  'totp-secret' | 'mail-body' | 'mail-unsubscribe' | 'idempotent-answer' | 'webhook-secret' | 'chat-hook-url';
/** What else follows from the installation's secret. */
export type KeyPurpose =
  | SealPurpose
  | 'csrf-token'
  | 'known-device'
  | 'limiter-key'
  | 'checkpoint-signature'
  | 'sftp-host-key'
  | 'unsubscribe';

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals small secrets at rest: AES-256-GCM under a key that follows from the installation's secret by HKDF-SHA-256.
 * `context` (the id of the row) is bound in: a sealed value copied to another row does not open.
 */
@Injectable()
export class Seal {
  private readonly keys = new Map<KeyPurpose, Buffer>();

  constructor(private readonly secret: Buffer) {
    if (secret.length !== 32) throw new Error('PLUMBLINE_SECRET must be 32 bytes, as 64 hexadecimal digits');
  }

  static fromEnvironment(env: NodeJS.ProcessEnv = process.env): Seal {
    const secret = env['PLUMBLINE_SECRET'] ?? '';
    if (!/^[0-9a-f]{64}$/i.test(secret)) {
      throw new Error(
        'PLUMBLINE_SECRET must be 32 random bytes as 64 hexadecimal digits (openssl rand -hex 32): see docs/operations.md',
      );
    }
    return new Seal(Buffer.from(secret, 'hex'));
  }

  key(purpose: KeyPurpose): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.secret, '', `plumbline ${purpose}`, 32));
      this.keys.set(purpose, key);
    }
    return key;
  }

  seal(purpose: SealPurpose, context: string, text: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), iv);
    cipher.setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]);
  }

  /** Throws when the bytes were sealed for something else, under another secret, or were changed. */
  open(purpose: SealPurpose, context: string, sealed: Buffer): string {
    if (sealed[0] !== FORMAT || sealed.length < 1 + IV_BYTES + TAG_BYTES)
      throw new Error('not a sealed value');
    const iv = sealed.subarray(1, 1 + IV_BYTES);
    const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(tag);
    return Buffer.concat([
      decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)),
      decipher.final(),
    ]).toString('utf8');
  }
}
