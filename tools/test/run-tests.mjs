/**
 * All test runners in turn, and their sum.
 */
import { endCommandsOf } from '../bootstrap/commands.mjs';
import { onInterrupt } from '../bootstrap/interrupt.mjs';
import { prepareState } from '../bootstrap/paths.mjs';
import { Refusal } from '../bootstrap/refusal.mjs';
import { seconds } from '../bootstrap/report.mjs';
import { tell } from '../bootstrap/refusal.mjs';
import { undoStack } from '../bootstrap/undo-stack.mjs';
import { browserTests } from './browser-tests.mjs';
import { engineInOtherZones, jestTests } from './jest-tests.mjs';
import { lint, planted, typecheck } from './static-checks.mjs';
import { closingLine, sum, truthful } from './tally.mjs';
import { testServices } from './test-services.mjs';

/**
 * @typedef {import('./tally.mjs').Tally} Tally
 *
 * @typedef {object} Context
 * @property {import('../bootstrap/undo-stack.mjs').UndoStack} undo
 * @property {() => Promise<import('../bootstrap/services.mjs').Services>} services obtained at the first call
 * @property {readonly string[]} filters
 *
 * @typedef {object} Runner
 * @property {string} name
 * @property {string} part what --only calls it
 * @property {(context: Context) => Promise<{status: number, tally: Tally}>} run
 */

/** @type {readonly Runner[]} in this order: what fails fast comes first */
const runners = [
  { name: 'lint', part: 'lint', run: lint },
  { name: 'planted violations', part: 'lint', run: planted },
  { name: 'typecheck', part: 'typecheck', run: typecheck },
  { name: 'unit', part: 'unit', run: jestTests('unit') },
  { name: 'engine in other time zones', part: 'unit', run: engineInOtherZones },
  { name: 'web', part: 'unit', run: jestTests('web') },
  { name: 'db', part: 'db', run: jestTests('db') },
  { name: 'e2e', part: 'e2e', run: browserTests },
];

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit status
 */
export async function runTests(args) {
  prepareState();
  const { part, filters } = parseArguments(args);
  const chosen = runners.filter((runner) => part === undefined || runner.part === part);
  const begun = Date.now();
  const undo = undoStack();
  const context = { undo, services: testServices(undo), filters };
  const interrupted = onInterrupt();
  let isInterrupted = false;
  const running = runAll(chosen, context, () => isInterrupted);
  try {
    const tallies = await Promise.race([interrupted.happened, running]);
    if (tallies === undefined) {
      isInterrupted = true;
      console.log('Interrupted.');
      return 130;
    }
    const total = truthful(sum(tallies), 0); // A pattern that matches nothing anywhere has tested nothing.
    console.log(`All of it took ${seconds(Date.now() - begun)}; logs are in .plumbline/logs.`);
    await undo.run();
    console.log(closingLine(total));
    return total.failed === 0 ? 0 : 1;
  } finally {
    await Promise.all([endCommandsOf(running), undo.run()]);
    await undo.run();
    interrupted.forget();
  }
}

/**
 * @param {readonly Runner[]} chosen
 * @param {Context} context
 * @param {() => boolean} isInterrupted asked before each runner
 * @returns {Promise<Tally[]>}
 */
async function runAll(chosen, context, isInterrupted) {
  const tallies = [];
  for (const { name, run } of chosen) {
    if (isInterrupted()) break;
    const begun = Date.now();
    console.log(`\n── ${name}`);
    let tally;
    try {
      const outcome = await run(context);
      tally = truthful(outcome.tally, outcome.status, context.filters.length > 0);
    } catch (error) {
      console.error(tell(error));
      tally = { passed: 0, failed: 1, skipped: 0 };
    }
    console.log(`── ${name}: ${closingLine(tally)} (${seconds(Date.now() - begun)})`);
    tallies.push(tally);
  }
  return tallies;
}

/**
 * @param {readonly string[]} args
 * @returns {{part: string | undefined, filters: string[]}}
 */
export function parseArguments(args) {
  const parts = [...new Set(runners.map((runner) => runner.part))];
  const at = args.indexOf('--only');
  if (at === -1) {
    if (args.length === 0) return { part: undefined, filters: [] };
    throw new Refusal(
      `npm test takes --only ${parts.join('|')}, and after that a path or pattern; not: ${args.join(' ')}`,
    );
  }
  const part = args[at + 1];
  if (part === undefined || !parts.includes(part)) {
    throw new Refusal(`--only takes one of ${parts.join(', ')}; not: ${part ?? 'nothing'}`);
  }
  return { part, filters: args.toSpliced(at, 2) };
}
