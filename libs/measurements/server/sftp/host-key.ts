import { createPrivateKey, createPublicKey } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const TYPE = Buffer.from('ssh-ed25519');

/**
 * The Ed25519 key of 32 given bytes as OpenSSH writes private keys (its PROTOCOL.key), which is what ssh2 reads. The bytes
 * follow from the installation's secret: every worker is known by the same key, and nothing has to be kept.
 */
export function hostKeyOf(seed: Buffer): { privateKey: string; publicBlob: Buffer } {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.subarray(-32);
  const publicBlob = Buffer.concat([field(TYPE), field(publicKey)]);
  const check = Buffer.alloc(8);
  const secret = Buffer.concat([
    check,
    field(TYPE),
    field(publicKey),
    field(Buffer.concat([seed, publicKey])),
    field(Buffer.from('plumbline')),
  ]);
  const padding = Buffer.from(Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, at) => at + 1));
  const one = Buffer.alloc(4);
  one.writeUInt32BE(1);
  const none = field(Buffer.from('none'));
  const whole = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    none,
    none,
    field(Buffer.alloc(0)),
    one,
    field(publicBlob),
    field(Buffer.concat([secret, padding])),
  ]);
  const lines = whole.toString('base64').match(/.{1,70}/g) ?? [];
  const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} OPENSSH PRIVATE KEY-----`);
  return { privateKey: [begin, ...lines, end, ''].join('\n'), publicBlob };
}

function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
