/**
 * Mutation tests of the engine, a folder at a time: a folder's changes have to be noticed by the folder's own specs.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../bootstrap/paths.mjs';
import { Refusal } from '../bootstrap/refusal.mjs';
import { ROOT, strykerOptions } from './options.mjs';
import { scoreLine, tallyOf } from './score.mjs';

const engine = join(root, 'libs', 'sla-engine');

/** @param {readonly string[]} asked */
export async function mutate(asked) {
  const folders = [
    ...readdirSync(engine, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
    ROOT,
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
    tallies.set(folder, tallyOf(await new Stryker(strykerOptions(folder)).runMutationTest()));
  }
  const all = [...tallies.values()];
  for (const [folder, tally] of tallies) console.log(scoreLine(folder, [tally]));
  if (all.length > 1) console.log(scoreLine('together', all));
}
