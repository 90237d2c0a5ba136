/**
 * The secrets of an installation by docker-compose.yml, with the addresses that follow from them. Builtins only.
 */
import { randomBytes } from 'node:crypto';
import { roleUrls } from './role-urls.mjs';

/** @returns {Record<string, string>} other ones at each call */
export function composeEnvironment() {
  const secret = () => randomBytes(32).toString('hex');
  const [databasePassword, redisPassword] = [secret(), secret()];
  const ownerUrl = `postgres://plumbline:${databasePassword}@postgres:5432/plumbline`;
  return {
    POSTGRES_PASSWORD: databasePassword,
    DATABASE_URL: ownerUrl,
    ...roleUrls(ownerUrl),
    REDIS_PASSWORD: redisPassword,
    REDIS_URL: `redis://:${redisPassword}@valkey:6379/0`,
    PLUMBLINE_SECRET: secret(),
  };
}
