import { describe, expect, it } from '@jest/globals';
import { newTotpSecret, totpStep, totpUri } from './totp';

/** RFC 6238 appendix B: the SHA-1 secret "12345678901234567890"; the last six of its eight digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('totpStep', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [20_000_000_000, '353130', 666_666_666],
  ])('knows the codes of RFC 6238 at %i', async (seconds, code, step) => {
    expect(await totpStep(secret, code, at(seconds), null)).toBe(step);
  });

  it('allows one step of drift either way, not two', async () => {
    for (const [seconds, known] of [
      [59 - 30, true],
      [59 + 30, true],
      [59 + 31, false],
      [59 + 60, false],
    ] as const) {
      expect([seconds, (await totpStep(secret, '287082', at(seconds), null)) !== null]).toEqual([
        seconds,
        known,
      ]);
    }
  });

  it('takes no code of a step that was used, or of one before it', async () => {
    expect(await totpStep(secret, '287082', at(59), 1)).toBeNull();
    expect(await totpStep(secret, '287082', at(59), 2)).toBeNull();
    expect(await totpStep(secret, '287082', at(59), 0)).toBe(1);
  });

  it.each(['', '28708', '2870822', 'abcdef', ' 287082', '٢٨٧٠٨٢'])('takes no %p', async (code) =>
    expect(await totpStep(secret, code, at(59), null)).toBeNull(),
  );
});

describe('totpUri', () => {
  it('names product, account and secret', () => {
    const made = newTotpSecret();
    expect(Buffer.from(made).length).toBeGreaterThanOrEqual(32);
    expect(totpUri(made, 'ana@northfield.example')).toMatch(
      new RegExp(`^otpauth://totp/Plumbline:ana%40northfield\\.example\\?.*secret=${made}`),
    );
  });
});
