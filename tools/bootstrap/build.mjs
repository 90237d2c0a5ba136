/**
 * Builds the programs and the client through Nx, which skips what has not changed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './commands.mjs';
import { runNx } from './nx-command.mjs';
import { prepareState, statePaths } from './paths.mjs';
import { Refusal } from './refusal.mjs';

/**
 * @param {object} [what]
 * @param {readonly string[]} [what.projects] default: all that have a build
 * @param {string} [what.configuration] for those that have it
 * @returns {Promise<string>} a word on how it went
 */
export async function build({ projects = [], configuration } = {}) {
  prepareState();
  const chosen = [
    ...(projects.length === 0 ? [] : [`--projects=${projects.join(',')}`]),
    ...(configuration === undefined ? [] : [`--configuration=${configuration}`]),
  ];
  const { status, output } = await runNx(
    ['run-many', '-t', 'build', '--output-style=stream', ...chosen],
    'keep',
  );
  writeFileSync(join(statePaths.logs, 'build.log'), output);
  if (status !== 0)
    throw new Refusal(`The build failed (.plumbline/logs/build.log):\n${lastLines(output, 60)}`);
  return /read the output from the cache|existing outputs match the cache/i.test(output) ? 'cached' : '';
}
