import { describe, expect, it } from '@jest/globals';
import { totp } from './totp.mjs';

/** RFC 6238, appendix B: SHA-1 over the key "12345678901234567890", here in base32; the last six of eight digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('totp', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i shows %s', (second, code) => {
    expect(totp(secret, second * 1000)).toBe(code);
  });

  it('reads secrets as people write them', () => {
    expect(totp('gezd gnbv gy3t qojq gezd gnbv gy3t qojq', 59_000)).toBe('287082');
  });
});
