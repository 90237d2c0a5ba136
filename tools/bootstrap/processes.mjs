/**
 * The commands of the product's processes, after `node`: what `npm start`, the browser tests, the Dockerfile
 * and docker-compose.yml run. Builtins only.
 */

const options = ['--enable-source-maps'];

export const processes = {
  /** Makes roles and tables as the database's owner, then ends. */
  migrate: [...options, 'dist/apps/api/migrate.mjs'],
  /** HTTP: the API and the client's files. */
  api: [...options, 'dist/apps/api/main.mjs'],
  /** Jobs, outbox relay and sweep. */
  worker: [...options, 'dist/apps/worker/main.mjs'],
};

/** Makes the demo tenants; not part of an installation. */
export const demo = [...options, 'dist/tools/demo.mjs'];
