import { createHash } from 'node:crypto';

/** A public key of SSH as its owner hands it over (`id_ed25519.pub`), read and found fit. */
export interface PublicKey {
  readonly type: string;
  /** The key as it travels (RFC 4253, section 6.6). */
  readonly blob: Buffer;
  /** As `ssh-keygen -l` shows it. */
  readonly fingerprint: string;
  /** Type and key without the comment, as it is kept. */
  readonly line: string;
}

const TYPES: readonly string[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'ssh-rsa',
];
/** NIST SP 800-131A. */
const LEAST_RSA_BITS = 2048;
const LONGEST = 4096;

export function fingerprintOf(blob: Buffer): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

/** Null for what is no public key, not one line, of another kind, or too weak. A private key is none. */
export function readPublicKey(text: string): PublicKey | null {
  const [, type = '', base64 = ''] =
    /^\s*(\S+)\s+([A-Za-z0-9+/]+={0,2})(?:[ \t][^\r\n]*)?\s*$/.exec(text) ?? [];
  if (text.length > LONGEST || !TYPES.includes(type)) return null;
  const blob = Buffer.from(base64, 'base64');
  const fields = fieldsOf(blob);
  if (fields?.[0]?.toString('latin1') !== type) return null;
  if (type === 'ssh-rsa' && bitsOf(fields[2]) < LEAST_RSA_BITS) return null;
  if (fields.length !== (type === 'ssh-ed25519' ? 2 : 3)) return null;
  return { type, blob, fingerprint: fingerprintOf(blob), line: `${type} ${blob.toString('base64')}` };
}

/** The length-prefixed fields that a key is made of; null where the lengths do not add up. */
function fieldsOf(blob: Buffer): Buffer[] | null {
  const fields: Buffer[] = [];
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return null;
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length || fields.length === 3) return null;
    fields.push(blob.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

function bitsOf(number: Buffer | undefined): number {
  const digits = number?.subarray(number.findIndex((byte) => byte !== 0)) ?? Buffer.alloc(0);
  const [first] = digits;
  return first === undefined ? 0 : digits.length * 8 - Math.clz32(first) + 24;
}
