import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { fingerprintOf, readPublicKey } from './public-key';

const field = (bytes: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
const blobOf = (...fields: (Buffer | string)[]) =>
  Buffer.concat(fields.map((each) => field(Buffer.from(each as Buffer))));
const rsa = (bits: number) => {
  const { n = '', e = '' } = generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({
    format: 'jwk',
  });
  const modulus = Buffer.from(n, 'base64url');
  return blobOf('ssh-rsa', Buffer.from(e, 'base64url'), Buffer.concat([Buffer.of(0), modulus]));
};
const ed25519 = blobOf('ssh-ed25519', Buffer.alloc(32, 9));
const line = (type: string, blob: Buffer, comment = '') => `${type} ${blob.toString('base64')}${comment}`;

describe('a public key of SSH', () => {
  it('is read with or without its comment, and known by the fingerprint that ssh-keygen shows', () => {
    const key = readPublicKey(line('ssh-ed25519', ed25519, ' nightly run@lakeside\n'));
    expect(key).toMatchObject({ type: 'ssh-ed25519', line: line('ssh-ed25519', ed25519) });
    expect(key?.fingerprint).toBe('SHA256:xcTb/ZL8NmQsvo9k2j/c7dIyp7nvDnswfPZHlzcZwz0');
    expect(fingerprintOf(ed25519)).toBe(key?.fingerprint);
    expect(readPublicKey(line('ssh-ed25519', ed25519))?.fingerprint).toBe(key?.fingerprint);
  });

  it('may be RSA from 2048 bits on', () => {
    expect(readPublicKey(line('ssh-rsa', rsa(2048)))?.type).toBe('ssh-rsa');
    expect(readPublicKey(line('ssh-rsa', rsa(1024)))).toBeNull();
  });

  it.each<[string, string]>([
    ['nothing', ''],
    [
      'a private key',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----',
    ],
    ['two lines', `${line('ssh-ed25519', ed25519)}\n${line('ssh-ed25519', ed25519)}`],
    ['options before it', `command="sh" ${line('ssh-ed25519', ed25519)}`],
    ['a kind that is not taken', line('ssh-dss', blobOf('ssh-dss', 'x'))],
    ['one kind called another', line('ssh-rsa', ed25519)],
    ['a cut end', line('ssh-ed25519', ed25519.subarray(0, -3))],
    ['something after it', line('ssh-ed25519', Buffer.concat([ed25519, field(Buffer.from('x'))]))],
    ['no key after the kind', line('ssh-ed25519', blobOf('ssh-ed25519'))],
    ['a lying length', line('ssh-ed25519', Buffer.concat([blobOf('ssh-ed25519'), Buffer.alloc(4, 255)]))],
  ])('is not %s', (_, text) => {
    expect(readPublicKey(text)).toBeNull();
  });
});
