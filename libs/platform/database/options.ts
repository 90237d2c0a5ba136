import type { RuntimeRole } from './roles';

export const DATABASE_OPTIONS = Symbol('DATABASE_OPTIONS');

/** One connection URL a run-time role; a process is given only the roles it needs. */
export interface DatabaseOptions {
  readonly urls: { readonly app: string } & {
    readonly [role in Exclude<RuntimeRole, 'app'>]?: string | undefined;
  };
  /** TypeORM entity classes of every thing the process composes. */
  readonly entities: readonly (new () => object)[];
  readonly poolSize?: number;
}

/** Reads the URLs that `npm start` (or the operator) put into the environment. */
export function databaseUrlsFromEnvironment(env: NodeJS.ProcessEnv = process.env): DatabaseOptions['urls'] {
  const app = env['DATABASE_APP_URL'];
  if (!app)
    throw new Error(
      'DATABASE_APP_URL is not set: start the product with `npm start`, or see docs/operations.md',
    );
  return {
    app,
    identity: env['DATABASE_IDENTITY_URL'],
    relay: env['DATABASE_RELAY_URL'],
    sweep: env['DATABASE_SWEEP_URL'],
    loader: env['DATABASE_LOADER_URL'],
  };
}
