import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import { PasswordHasher } from './password-hasher';

class CountingHasher extends PasswordHasher {
  readonly checked: string[] = [];

  protected override check(stored: string, password: string): Promise<boolean> {
    this.checked.push(stored);
    return super.check(stored, password);
  }
}

describe('PasswordHasher', () => {
  const hasher = new CountingHasher();
  const password = 'velvet otter marching quietly';

  it('hashes with argon2id at no less than OWASP’s cost, salted', async () => {
    const [first, second] = [await hasher.hash(password), await hasher.hash(password)];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
  });

  it('knows the password again, also typed on a keyboard that composes its letters otherwise', async () => {
    const hash = await hasher.hash('Müller velvet otter');
    expect(await hasher.matches(hash, 'Müller velvet otter')).toBe(true);
    expect(await hasher.matches(hash, 'muller velvet otter')).toBe(false);
  });

  it('does the same work for an account that is not there', async () => {
    const hash = await hasher.hash(password);
    hasher.checked.length = 0;
    expect(await hasher.matches(hash, 'something else')).toBe(false);
    expect(await hasher.matches(null, password)).toBe(false);
    const [known, unknown] = hasher.checked.map((stored) => parseOptions(stored));
    expect(unknown).toEqual(known);
  });

  it('lets a crowd wait, and turns away what is more than can wait', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 80 }, () => hasher.matches(null, password)),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.length).toBe(80 - 2 - 64);
    expect(await hasher.matches(null, password)).toBe(false);
  });
});
