import { generateSecret, generateURI, verify } from 'otplib';

/** RFC 6238 as every authenticator app speaks it: SHA-1, six digits, 30 seconds. */
const PERIOD_SECONDS = 30;

export function newTotpSecret(): string {
  return generateSecret();
}

export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Plumbline', label: email, secret });
}

/**
 * The time step a code belongs to, or null when it is wrong or not later than `after`. One step of clock drift either
 * way is accepted. The caller keeps the step in the statement that accepts it: a code works once (ASVS 6.5.1).
 */
export async function totpStep(
  secret: string,
  code: string,
  at: Temporal.Instant,
  after: number | null,
): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(at.epochMilliseconds / 1000);
  const result = await verify({
    secret,
    token: code,
    epoch,
    period: PERIOD_SECONDS,
    epochTolerance: PERIOD_SECONDS,
  });
  if (!result.valid || !('timeStep' in result)) return null;
  return after === null || result.timeStep > after ? result.timeStep : null;
}
