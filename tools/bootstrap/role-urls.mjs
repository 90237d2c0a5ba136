/**
 * The addresses under which the running processes reach PostgreSQL: one login for each narrow role, never the
 * owner's. Builtins only.
 */
import { createHmac } from 'node:crypto';

/** Environment variable → role; libs/platform/database/roles.ts makes the roles. */
export const roleVariables = {
  DATABASE_APP_URL: 'plumbline_app',
  DATABASE_IDENTITY_URL: 'plumbline_identity',
  DATABASE_RELAY_URL: 'plumbline_relay',
  DATABASE_SWEEP_URL: 'plumbline_sweep',
  DATABASE_LOADER_URL: 'plumbline_loader',
};

/**
 * A role's password follows from the owner's, so that no second secret has to travel: HMAC-SHA256 of the
 * role's name under it (`plumbline` when the owner has none), in hex. The migration sets the same.
 * @param {string} ownerUrl
 * @param {string} role
 * @returns {string}
 */
export function rolePassword(ownerUrl, role) {
  const key = decodeURIComponent(new URL(ownerUrl).password) || 'plumbline';
  return createHmac('sha256', key).update(role).digest('hex');
}

/**
 * @param {string} ownerUrl
 * @returns {Record<string, string>} each variable of roleVariables with its URL; host, database and options stay
 */
export function roleUrls(ownerUrl) {
  return Object.fromEntries(
    Object.entries(roleVariables).map(([variable, role]) => {
      const url = new URL(ownerUrl);
      url.username = role;
      url.password = rolePassword(ownerUrl, role);
      return [variable, url.href];
    }),
  );
}
