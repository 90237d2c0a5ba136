import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Seal } from './seal';

describe('Seal', () => {
  const seal = new Seal(randomBytes(32));
  const sealed = seal.seal('totp-secret', 'person-1', 'JBSWY3DP');

  it('opens what it sealed', () => expect(seal.open('totp-secret', 'person-1', sealed)).toBe('JBSWY3DP'));

  it('never seals to the same bytes twice', () =>
    expect(seal.seal('totp-secret', 'person-1', 'JBSWY3DP').equals(sealed)).toBe(false));

  it.each<[string, () => unknown]>([
    ['for another row', () => seal.open('totp-secret', 'person-2', sealed)],
    ['for another purpose', () => seal.open('mail-body', 'person-1', sealed)],
    ['under another secret', () => new Seal(randomBytes(32)).open('totp-secret', 'person-1', sealed)],
    ['when a bit was changed', () => seal.open('totp-secret', 'person-1', flipped(sealed))],
    ['when it was cut', () => seal.open('totp-secret', 'person-1', sealed.subarray(0, -1))],
    ['when it is empty', () => seal.open('totp-secret', 'person-1', Buffer.alloc(0))],
  ])('does not open %s', (_, open) => expect(open).toThrow());

  it.each([undefined, '', 'abc', 'z'.repeat(64), '0'.repeat(63)])(
    'takes no secret %p',
    (PLUMBLINE_SECRET) => {
      expect(() => Seal.fromEnvironment(PLUMBLINE_SECRET === undefined ? {} : { PLUMBLINE_SECRET })).toThrow(
        'PLUMBLINE_SECRET',
      );
    },
  );
});

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  return changed;
}
