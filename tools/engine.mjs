/**
 * `npm run --silent engine < requests.ndjson`: one JSON answer a request line, in order (libs/sla-engine/cli/README.md).
 * Needs the packages of the project and nothing else: no database, no Redis, no build.
 *
 * Up to enterProjectNode this runs on the machine's own Node, before any package may be there: builtins only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { enterProjectNode } from './bootstrap/dependencies.mjs';
import { root } from './bootstrap/paths.mjs';
import { Refusal, tell } from './bootstrap/refusal.mjs';

try {
  for (const name of ['esbuild', 'decimal.js']) {
    if (!existsSync(join(root, 'node_modules', name))) {
      throw new Refusal(`The packages of the project are not installed: run "npm ci" in ${root} first.`);
    }
  }
  await enterProjectNode();
  const { loadEngine } = await import('./engine/load-engine.mjs');
  const { serveStream } = await import('./engine/serve-stream.mjs');
  const { ops, serveLine } = await loadEngine();
  await serveStream(process.stdin, process.stdout, (line) => serveLine(ops, line, logFault));
} catch (error) {
  console.error(tell(error));
  process.exitCode = 1;
}

/**
 * @param {string} op
 * @param {unknown} fault
 */
function logFault(op, fault) {
  console.error(`${op}: ${tell(fault)}`);
}
