/**
 * `npm run dev`: bundles API and worker on every change, migrates and starts them again; the client builds itself
 * in Angular's own watch mode and is served from disk, so a reload of the page shows it.
 */
import { spawn } from 'node:child_process';
import { bundles, entriesOf } from './bundles.mjs';
import { nxEnvironment, nxFile } from './nx-command.mjs';
import { root } from './paths.mjs';
import { failure, migrate, serve } from './product.mjs';
import { tell } from './refusal.mjs';
import { seconds } from './report.mjs';
import { undoStack } from './undo-stack.mjs';

/**
 * @param {object} running
 * @param {import('./profile.mjs').Profile} running.profile
 * @param {{owner: NodeJS.ProcessEnv, running: NodeJS.ProcessEnv}} running.env
 * @param {number} running.port
 * @param {import('./children.mjs').Child[]} running.children
 * @param {import('./undo-stack.mjs').UndoStack} running.undo
 * @returns {{failed: Promise<never>}} rejects when watching itself ends
 */
export function watch({ profile, env, port, children, undo }) {
  let current = children;
  let isFirst = true;
  let isStopped = false;
  let work = Promise.resolve();
  const restarted = undoStack(); // Stopped after isStopped is set, so that their end is no news.
  const tellOfItsEnd = (/** @type {import('./children.mjs').Child} */ child) => {
    failure(child).catch((error) => {
      if (!isStopped && current.includes(child)) console.error(tell(error));
    });
  };
  current.forEach(tellOfItsEnd);
  const restart = async () => {
    if (isStopped) return;
    const begun = Date.now();
    const before = current;
    current = [];
    await Promise.all(before.map((child) => child.stop()));
    try {
      await migrate(env.owner);
      current = await serve(profile, env.running, port, restarted);
      current.forEach(tellOfItsEnd);
      console.log(`API and worker started again (${seconds(Date.now() - begun)}).`);
    } catch (error) {
      if (!isStopped) console.error(tell(error)); // Both stay down until the next change.
    }
  };
  const watching = import('./bundle.mjs').then(({ watchBundle }) =>
    watchBundle(entriesOf(Object.keys(bundles)), (ok) => {
      if (isFirst) isFirst = false;
      else if (ok) work = work.then(restart);
    }),
  );
  const client = spawn(
    process.execPath,
    [nxFile, 'run', 'web:build:development', '--watch', '--skip-nx-cache'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...nxEnvironment },
    },
  );
  undo.push(async () => {
    isStopped = true;
    client.kill('SIGTERM');
    await restarted.run();
    await (
      await watching
    )();
  });
  return {
    failed: new Promise((_, reject) => {
      client.once('error', reject);
      client.once('exit', (code) => {
        if (!isStopped) reject(new Error(`The client's watch mode ended with status ${code}.`));
      });
      watching.catch(reject);
    }),
  };
}
