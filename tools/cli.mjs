/**
 * `npm run --silent cli -- push march.csv …`: the command-line client from its sources (apps/cli/README.md). Needs the packages
 * of the project and nothing else.
 *
 * Up to enterProjectNode this runs on the machine's own Node, before any package may be there: builtins only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundles } from './bootstrap/bundles.mjs';
import { enterProjectNode } from './bootstrap/dependencies.mjs';
import { root } from './bootstrap/paths.mjs';
import { Refusal, tell } from './bootstrap/refusal.mjs';

try {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
    throw new Refusal(`The packages of the project are not installed: run "npm ci" in ${root} first.`);
  }
  await enterProjectNode();
  // npm stands in the checkout; files are named from where the command was given
  if (process.env['INIT_CWD'] !== undefined) process.chdir(process.env['INIT_CWD']);
  const { bundle } = await import('./bootstrap/bundle.mjs');
  await bundle(bundles.cli);
  await import(pathToFileURL(join(root, `${Object.keys(bundles.cli)[0]}.mjs`)).href);
} catch (error) {
  console.error(tell(error));
  process.exitCode = 4;
}
