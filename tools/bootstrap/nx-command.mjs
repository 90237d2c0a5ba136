/**
 * Runs Nx with the settings it needs everywhere.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { tracked } from './commands.mjs';
import { root } from './paths.mjs';

export const nxFile = join(root, 'node_modules/nx/dist/bin/nx.js');

export const nxEnvironment = {
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_DAEMON: 'false',
  NG_CLI_ANALYTICS: 'false',
};

/**
 * @param {readonly string[]} args
 * @param {'inherit' | 'keep'} output shown as it comes, or kept for a message
 * @returns {Promise<import('./commands.mjs').Outcome>}
 */
export function runNx(args, output) {
  return new Promise((resolve, reject) => {
    const child = tracked(
      spawn(process.execPath, [nxFile, ...args], {
        cwd: root,
        stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NX_TUI: 'false',
          NX_NO_CLOUD: 'true',
          NX_DAEMON: 'false',
          NG_CLI_ANALYTICS: 'false',
        },
      }),
    );
    let text = '';
    const keep = (/** @type {Buffer} */ chunk) => (text += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ status: code ?? 1, output: text }));
  });
}
