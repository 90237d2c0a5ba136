/**
 * `npm run mutate [-- folder…]`: changes the engine's sources one small thing at a time and counts how many of the
 * changes its specs notice (docs/quality.md). Folders are those of libs/sla-engine, and `root` for the files in none; none
 * named means all.
 *
 * Each folder is measured by the specs beside it, in two passes (tools/mutate/two-passes.mjs). Ends with 1 where a folder's
 * score is below 90 %.
 *
 * Up to enterProjectNode this runs on the machine's own Node, before any package is there: builtins only.
 */
import { ensureDependencies, enterProjectNode } from './bootstrap/dependencies.mjs';
import { tell } from './bootstrap/refusal.mjs';

try {
  ensureDependencies();
  await enterProjectNode();
  const { mutate } = await import('./mutate/mutate.mjs');
  await mutate(process.argv.slice(2));
} catch (error) {
  console.error(tell(error));
  process.exitCode = 1;
}
