/**
 * Where things are: the checkout, its local state and what the build makes. Builtins only.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Local state, git-ignored: everything a run leaves behind that is not a build result. */
export const state = join(root, '.plumbline');

export const statePaths = {
  postgresSettings: join(state, 'postgres.json'),
  redisSettings: join(state, 'redis.json'),
  packages: join(state, 'packages'),
  leases: join(state, 'leases'),
  services: join(state, 'services.json'),
  files: join(state, 'files'),
  mail: join(state, 'mail'),
  secret: join(state, 'secret'),
  logs: join(state, 'logs'),
  demoAccounts: join(state, 'demo-accounts.json'),
};

export const dist = join(root, 'dist');

/** Makes the folders that every tool may rely on. */
export function prepareState() {
  for (const folder of [state, statePaths.leases, statePaths.logs]) mkdirSync(folder, { recursive: true });
}
