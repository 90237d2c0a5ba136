/**
 * Mutation tests of the engine, a folder at a time: a folder's changes have to be noticed by the folder's own specs.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../bootstrap/paths.mjs';
import { Refusal } from '../bootstrap/refusal.mjs';
import { strykerOptions } from './options.mjs';
import { isTooLow, scoreLine, tallyOf } from './score.mjs';
import { doubtLines, inTwoPasses } from './two-passes.mjs';

const engine = 'libs/sla-engine';
/** The files that stand in no folder of libs/sla-engine. */
const atTop = 'root';

/** @param {readonly string[]} asked */
export async function mutate(asked) {
  const folders = [
    ...readdirSync(join(root, engine), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
    atTop,
  ];
  const unknown = asked.find((name) => !folders.includes(name));
  if (unknown !== undefined) {
    throw new Refusal(
      `npm run mutate -- takes folders of libs/sla-engine: ${folders.join(', ')}; not: ${unknown}`,
    );
  }
  /** @type {Map<string, import('./score.mjs').Tally>} */
  const tallies = new Map();
  for (const folder of asked.length === 0 ? folders : asked) {
    const mutants = await mutantsOf(folder === atTop ? engine : `${engine}/${folder}`);
    for (const line of mutants.flatMap((mutant) => doubtLines(mutant, root))) console.log(line);
    tallies.set(folder, tallyOf(mutants));
    console.log(scoreLine(folder, [tallyOf(mutants)]));
  }
  const all = [...tallies.values()];
  if (all.length > 1) {
    console.log('');
    for (const [folder, tally] of tallies) console.log(scoreLine(folder, [tally]));
    console.log(scoreLine('together', all));
  }
  if (all.some(isTooLow)) process.exitCode = 1;
}

/** @param {string} folder from the root */
function mutantsOf(folder) {
  const sources = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(name))
    .map((name) => ({ source: `${folder}/${name}`, spec: specOf(`${folder}/${name}`) }));
  return inTwoPasses(sources, `${folder}/*.spec.ts`, async (changed, specs) => {
    const results = await new Stryker(strykerOptions(changed, specs)).runMutationTest();
    const { noticed, missed } = tallyOf(results);
    if (results.length > 0) console.log(`${specs}: ${noticed} noticed, ${missed} missed`);
    return results;
  });
}

/** @param {string} source */
function specOf(source) {
  const spec = source.replace(/\.ts$/, '.spec.ts');
  return existsSync(join(root, spec)) ? spec : undefined;
}
