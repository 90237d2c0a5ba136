/**
 * `npm run --silent bench -- <name> [options]` runs tools/bench/<name>.ts over a throw-away database, with API and
 * worker running as in production, and prints the one JSON object that it prints; all else goes to stderr.
 *
 * Up to enterProjectNode this runs on the machine's own Node, before any package is there: builtins only.
 */
import { ensureDependencies, enterProjectNode } from './bootstrap/dependencies.mjs';
import { tell } from './bootstrap/refusal.mjs';

Object.assign(console, { log: console.error }); // The one line on stdout is the result.
try {
  ensureDependencies();
  await enterProjectNode();
  const { runBench } = await import('./bootstrap/bench.mjs');
  process.stdout.write(`${await runBench(process.argv.slice(2))}\n`);
} catch (error) {
  console.error(tell(error));
  process.exitCode = 1;
}
