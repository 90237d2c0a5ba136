import { relative } from 'node:path';
import { isLate, isMissed } from './score.mjs';

/**
 * A change of a source and what became of it.
 * @typedef {Pick<import('@stryker-mutator/api/core').MutantResult, 'fileName' | 'location' | 'mutatorName' | 'replacement' | 'status' | 'statusReason'>} Mutant
 */

/**
 * Tries every change of some sources twice at most: first before the spec of the source's own name, which notices most of
 * them in the time of one small spec; what that one misses before all specs of the folder. Noticed by one of the specs is
 * noticed by all of them, so the score is that of the folder's specs. What ran out of time in the first pass is tried again, too.
 * @template {Mutant} M
 * @param {readonly {readonly source: string, readonly spec: string | undefined}[]} sources
 * @param {string} all every spec of the folder, as a pattern
 * @param {(changed: readonly string[], specs: string) => Promise<readonly M[]>} run
 * @returns {Promise<M[]>}
 */
export async function inTwoPasses(sources, all, run) {
  /** @type {Map<string, M>} */
  const mutants = new Map();
  /** @type {string[]} */
  const open = [];
  for (const { source, spec } of sources) {
    if (spec === undefined) {
      open.push(source);
      continue;
    }
    for (const mutant of await run([source], spec)) {
      mutants.set(nameOf(mutant), mutant);
      if (isOpen(mutant)) open.push(`${source}:${placeOf(mutant)}`);
    }
  }
  if (open.length === 0) return [...mutants.values()];
  for (const mutant of await run(open, all)) {
    const before = mutants.get(nameOf(mutant));
    // A place holds the changes within it too, of which some were noticed before.
    if (before === undefined || isOpen(before)) mutants.set(nameOf(mutant), mutant);
  }
  return [...mutants.values()];
}

/**
 * What nobody noticed, or was only noticed by the clock, as a line for whoever is to write the missing row.
 * @param {Mutant} mutant
 * @param {string} root
 * @returns {string[]} one line, or none
 */
export function doubtLines(mutant, root) {
  if (!isOpen(mutant)) return [];
  const { fileName, location, mutatorName, replacement = '' } = mutant;
  const { start } = location;
  const changed = replacement.replace(/\s+/g, ' ');
  const doubt = isLate(mutant) ? 'out of time' : 'missed';
  return [`${doubt}: ${relative(root, fileName)}:${start.line}:${start.column} ${mutatorName} → ${changed}`];
}

/** @param {Mutant} mutant */
function isOpen(mutant) {
  return isMissed(mutant) || isLate(mutant);
}

/** @param {Mutant} mutant */
function nameOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  return JSON.stringify([fileName, start, end, mutatorName, replacement]);
}

/** Results count columns from 1, places from 0. @param {Mutant} mutant */
function placeOf({ location: { start, end } }) {
  return `${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}
