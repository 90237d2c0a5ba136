/**
 * `node tools/build-node.mjs [api] [worker] [demo]` bundles those programs (all when none is named) into dist.
 * `--watch` does so again on every change, `--into=<folder>` puts dist there.
 */
import { bundles, entriesOf } from './bootstrap/bundles.mjs';
import { enterProjectNode } from './bootstrap/dependencies.mjs';
import { tell } from './bootstrap/refusal.mjs';

try {
  await enterProjectNode();
  const { bundle, watchBundle } = await import('./bootstrap/bundle.mjs');
  const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const entries = entriesOf(named.length === 0 ? Object.keys(bundles) : named);
  if (process.argv.includes('--watch')) {
    await watchBundle(entries, (ok) => console.log(ok ? 'Built.' : 'Not built.'));
  } else {
    const into = process.argv.find((word) => word.startsWith('--into='))?.slice('--into='.length);
    await bundle(entries, into);
  }
} catch (error) {
  // esbuild has said what is wrong, and where, by itself.
  if (!(error instanceof Error && 'errors' in error)) console.error(tell(error));
  process.exitCode = 1;
}
