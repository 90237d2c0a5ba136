/**
 * Bundles our TypeScript for Node: one ES module an entry, packages left outside.
 */
import { context, build } from 'esbuild';
import { join } from 'node:path';
import { decorators } from './decorators-plugin.mjs';
import { root } from './paths.mjs';

/**
 * @param {Record<string, string>} entries output path without .mjs, from the checkout → source file
 * @returns {import('esbuild').BuildOptions}
 */
function options(entries) {
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([out, source]) => [out, join(root, source)]),
    ),
    outdir: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    packages: 'external',
    sourcemap: 'linked',
    keepNames: true,
    logLevel: 'warning',
    plugins: [decorators],
  };
}

/** @param {Record<string, string>} entries */
export async function bundle(entries) {
  await build(options(entries));
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
