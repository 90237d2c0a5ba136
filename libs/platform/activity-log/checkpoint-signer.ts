import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Seal } from '../identity/seal';
import { type Checkpoint, checkpointText } from './chain';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs where a tenant's log stands. The key follows from the installation's secret: every process has the same. */
@Injectable()
export class CheckpointSigner {
  private readonly privateKey: KeyObject;
  /** PEM; what an auditor keeps. */
  readonly publicKey: string;

  constructor(seal: Seal) {
    const der = Buffer.concat([PKCS8_PREFIX, seal.key('checkpoint-signature')]);
    this.privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey).export({ type: 'spki', format: 'pem' }).toString();
  }

  sign(stand: Omit<Checkpoint, 'signature'>): Checkpoint {
    const { tenantId, sequence, hash, at } = stand;
    const signature = sign(null, checkpointText(stand), this.privateKey).toString('base64url');
    return { tenantId, sequence, hash, at, signature };
  }
}
