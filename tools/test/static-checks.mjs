/**
 * Lint and types through Nx, which skips them when nothing has changed, and the proof that the lint bites.
 */
import { join } from 'node:path';
import { nxEnvironment, nxFile } from '../bootstrap/nx-command.mjs';
import { root } from '../bootstrap/paths.mjs';
import { runReporting, runRunner } from './runner.mjs';

/**
 * @param {string} target of the project `workspace`, which covers all files
 */
function whole(target) {
  return async () => {
    const args = [nxFile, 'run', `workspace:${target}`, '--output-style=stream'];
    const status = await runRunner({ name: target, args, env: nxEnvironment, quiet: true });
    return { status, tally: { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 } };
  };
}

export const lint = whole('lint');
export const typecheck = whole('typecheck');

/** After lint: Nx has computed its project graph then, without which the boundary rule keeps quiet. */
export function planted() {
  return runReporting(
    { name: 'planted', args: (report) => [join(root, 'tools/test/planted/run-planted.mjs'), report] },
    (tally) => tally,
    { passed: 0, failed: 1, skipped: 0 },
  );
}
