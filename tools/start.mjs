/**
 * `npm start`: installs, finds or starts PostgreSQL and Redis, builds, migrates, makes the demo tenants and serves
 * the product until Ctrl-C. `npm start -- --reset` drops the local data first. `npm run dev` (--dev) rebuilds and
 * restarts on every change.
 *
 * Up to enterProjectNode this runs on the machine's own Node, before any package is there: builtins only.
 */
import { ensureDependencies, enterProjectNode } from './bootstrap/dependencies.mjs';
import { tell } from './bootstrap/refusal.mjs';
import { stepLine } from './bootstrap/report.mjs';

try {
  process.env['PLUMBLINE_BEGUN'] ??= String(Date.now());
  const installed = ensureDependencies();
  if (installed !== undefined) console.log(stepLine('packages', installed));
  await enterProjectNode();
  const { start } = await import('./bootstrap/start.mjs');
  await start({ reset: process.argv.includes('--reset'), dev: process.argv.includes('--dev') });
} catch (error) {
  console.error(tell(error));
  process.exitCode = 1;
}
