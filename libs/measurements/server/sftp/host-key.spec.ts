import { describe, expect, it } from '@jest/globals';
import ssh2 from 'ssh2';
import { hostKeyOf } from './host-key';

describe('the host key', () => {
  it('is a key that ssh2 reads, the same for the same secret', () => {
    const { privateKey, publicBlob } = hostKeyOf(Buffer.alloc(32, 7));
    const key = ssh2.utils.parseKey(privateKey);
    if (key instanceof Error) throw key;
    expect([key.type, key.isPrivateKey(), key.getPublicSSH().equals(publicBlob)]).toEqual([
      'ssh-ed25519',
      true,
      true,
    ]);
    const data = Buffer.from('who are you');
    expect(key.verify(data, key.sign(data) as Buffer)).toBe(true);
    expect(hostKeyOf(Buffer.alloc(32, 7)).privateKey).toBe(privateKey);
    expect(hostKeyOf(Buffer.alloc(32, 8)).publicBlob.equals(publicBlob)).toBe(false);
  });
});
