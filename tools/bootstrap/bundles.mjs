/**
 * Which programs for Node there are to bundle. Builtins only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Each as output path without .mjs → source file, by the name that `tools/build-node.mjs` takes. */
export const bundles = {
  api: {
    'dist/apps/api/main': 'apps/api/src/main.ts',
    'dist/apps/api/migrate': 'apps/api/src/migrate.ts',
    'dist/apps/api/unpack': 'libs/measurements/server/unpacking/unpack.ts',
  },
  worker: {
    'dist/apps/worker/main': 'apps/worker/src/main.ts',
    'dist/apps/worker/unpack': 'libs/measurements/server/unpacking/unpack.ts',
  },
  cli: { 'dist/apps/cli/plumbline': 'apps/cli/src/main.ts' },
  demo: { 'dist/tools/demo': 'tools/demo/demo.ts' },
};

/** Programs that leave the checkout: with their packages inside, and for the Node that others have. */
export const standalone = new Set(Object.keys(bundles.cli));

/**
 * @param {readonly string[]} names
 * @returns {Record<string, string>} the entries of those whose sources are there
 */
export function entriesOf(names) {
  const chosen = names.flatMap((name) => {
    const entries = /** @type {Record<string, Record<string, string>>} */ (bundles)[name];
    if (entries === undefined) throw new Error(`There is no program called ${name} to build.`);
    return Object.entries(entries);
  });
  return Object.fromEntries(chosen.filter(([, source]) => existsSync(join(root, source))));
}
