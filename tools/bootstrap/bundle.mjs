/**
 * Bundles our TypeScript for Node: one ES module an entry, packages left outside but for programs that stand alone.
 */
import { context, build } from 'esbuild';
import { join } from 'node:path';
import { standalone } from './bundles.mjs';
import { decorators } from './decorators-plugin.mjs';
import { root } from './paths.mjs';

/**
 * @param {Record<string, string>} entries output path without .mjs, from the checkout → source file
 * @param {string} [into] the folder in the place of the checkout
 * @returns {import('esbuild').BuildOptions}
 */
function options(entries, into = root) {
  const alone = Object.keys(entries).every((out) => standalone.has(out));
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([out, source]) => [out, join(root, source)]),
    ),
    outdir: into,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: alone ? 'node20' : 'node26',
    packages: alone ? 'bundle' : 'external',
    sourcemap: alone ? false : 'linked',
    keepNames: true,
    logLevel: 'warning',
    plugins: [decorators],
  };
}

/**
 * @param {Record<string, string>} entries
 * @param {string} [into]
 */
export async function bundle(entries, into) {
  const [alone, others] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(entries).filter(([out]) => standalone.has(out) === wanted)),
  );
  for (const some of [alone, others]) {
    if (some && Object.keys(some).length > 0) await build(options(some, into));
  }
}

/**
 * Bundles again on every change until the process ends.
 * @param {Record<string, string>} entries
 * @param {(ok: boolean) => void} then after each time, also the first
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function watchBundle(entries, then) {
  const watched = await context({
    ...options(entries),
    plugins: [
      decorators,
      { name: 'told', setup: (build) => build.onEnd((result) => then(result.errors.length === 0)) },
    ],
  });
  await watched.watch();
  return () => watched.dispose();
}
