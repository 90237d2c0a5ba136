/**
 * `node tools/nx.mjs <nx arguments>`: Nx under the project's Node, without its cloud, daemon and screen.
 */
import { enterProjectNode, ensureDependencies } from './bootstrap/dependencies.mjs';
import { tell } from './bootstrap/refusal.mjs';

try {
  ensureDependencies();
  await enterProjectNode();
  const { runNx } = await import('./bootstrap/nx-command.mjs');
  process.exitCode = (await runNx(process.argv.slice(2), 'inherit')).status;
} catch (error) {
  console.error(tell(error));
  process.exitCode = 1;
}
