/**
 * Builds the programs and the client through Nx, which skips what has not changed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './commands.mjs';
import { runNx } from './nx-command.mjs';
import { prepareState, statePaths } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { step } from './report.mjs';

/**
 * Everything there is to build. The programs take seconds and are needed first; the client takes a minute, in which tables
 * and demo tenants are made.
 * @param {string} [configuration] of the client
 * @returns {{programs: Promise<string>, client: Promise<string>}}
 */
export function buildProduct(configuration) {
  const programs = step(
    'programs',
    () => build({ projects: ['api', 'worker', 'cli', 'workspace'] }),
    (how) => how,
  );
  const client = programs.then(() =>
    step(
      'client',
      () => build({ projects: ['web'], configuration }),
      (how) => how,
    ),
  );
  // told by whoever waits for it, which may be after something else has failed
  client.catch(() => undefined);
  return { programs, client };
}

/**
 * @param {object} [what]
 * @param {readonly string[]} [what.projects] default: all that have a build
 * @param {string | undefined} [what.configuration] for those that have it
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
  const log = ['build', ...projects].join('-') + '.log';
  writeFileSync(join(statePaths.logs, log), output);
  if (status !== 0) throw new Refusal(`The build failed (.plumbline/logs/${log}):\n${lastLines(output, 60)}`);
  return /read the output from the cache|existing outputs match the cache/i.test(output) ? 'cached' : '';
}
