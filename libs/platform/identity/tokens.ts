import { createHash, randomBytes } from 'node:crypto';

/** Sessions, single-use links and API keys: 256 random bits for the bearer, SHA-256 for PostgreSQL. */
export interface Token {
  readonly token: string;
  readonly hash: Buffer;
}

export function newToken(prefix = ''): Token {
  const token = `${prefix}${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A link's token that says which tenant to look in: invitations are found without a search across tenants. */
export function newTenantToken(tenantId: string): Token {
  return newToken(Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url'));
}

export function tenantOfToken(token: string): string | null {
  // 16 bytes are 22 characters of base64url, 32 bytes are 43
  if (!/^[\w-]{65}$/.test(token)) return null;
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
