import { randomBytes } from 'node:crypto';

/** An Ed25519 key of SSH; nobody has its private half. */
export function publicKey(): string {
  const blob = Buffer.concat([
    Buffer.from('0000000b', 'hex'),
    Buffer.from('ssh-ed25519'),
    Buffer.from('00000020', 'hex'),
    randomBytes(32),
  ]);
  return `ssh-ed25519 ${blob.toString('base64')}`;
}
