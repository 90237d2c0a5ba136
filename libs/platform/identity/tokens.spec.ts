import { describe, expect, it } from '@jest/globals';
import { hashToken, newTenantToken, newToken, tenantOfToken } from './tokens';

describe('tokens', () => {
  it('are 256 random bits, and known again by their hash', () => {
    const { token, hash } = newToken('plk_');
    expect(Buffer.from(token.slice(4), 'base64url')).toHaveLength(32);
    expect(hashToken(token)).toEqual(hash);
    expect(newToken().token).not.toBe(newToken().token);
  });

  it('of an invitation say which tenant to look in', () => {
    const tenantId = '019b2f6e-1111-7000-8000-00000000000f';
    expect(tenantOfToken(newTenantToken(tenantId).token)).toBe(tenantId);
  });

  it.each(['', 'abc', 'a'.repeat(64), `${'a'.repeat(64)}!`, 'a'.repeat(66)])(
    'say nothing when malformed: %p',
    (token) => expect(tenantOfToken(token)).toBeNull(),
  );
});
