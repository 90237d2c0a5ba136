/**
 * `npm test`: lint with planted violations, types, unit, database and browser tests over PostgreSQL, Redis and a
 * Chromium that it finds or starts itself. The last line counts them all.
 *
 * `npm test -- --only lint|typecheck|unit|db|e2e [what]` runs one part; what narrows it down as the runner does
 * (a path or pattern of jest or Playwright).
 *
 * Up to enterProjectNode this runs on the machine's own Node, before any package is there: builtins only.
 */
import { ensureDependencies, enterProjectNode } from './bootstrap/dependencies.mjs';
import { tell } from './bootstrap/refusal.mjs';
import { stepLine } from './bootstrap/report.mjs';

try {
  const installed = ensureDependencies();
  if (installed !== undefined) console.log(stepLine('packages', installed));
  await enterProjectNode();
  const { runTests } = await import('./test/run-tests.mjs');
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  console.error(tell(error));
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
