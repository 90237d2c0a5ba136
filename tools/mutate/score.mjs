/**
 * @typedef {{readonly noticed: number, readonly missed: number, readonly broken: number}} Tally
 * `broken` are changes that do not run at all; they say nothing about the specs.
 */

/** Below this share noticed a folder is not held by its specs. */
const lowest = 0.9;

/** @param {{readonly status: string}} mutant */
export function isMissed({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

/**
 * Given up by the clock, not for going round and round: on a busy machine that may be a change that only runs late.
 * @param {{readonly status: string, readonly statusReason?: string | undefined}} mutant
 */
export function isLate({ status, statusReason = '' }) {
  return status === 'Timeout' && !statusReason.startsWith('Hit limit');
}

/** @param {Tally} tally */
export function isTooLow({ noticed, missed }) {
  return noticed < lowest * (noticed + missed);
}

/**
 * @param {readonly {readonly status: string}[]} mutants
 * @returns {Tally}
 */
export function tallyOf(mutants) {
  const count = (/** @type {string[]} */ ...of) => mutants.filter(({ status }) => of.includes(status)).length;
  return {
    noticed: count('Killed', 'Timeout'),
    missed: mutants.filter(isMissed).length,
    broken: count('CompileError', 'RuntimeError', 'Ignored'),
  };
}

/**
 * @param {string} name
 * @param {readonly Tally[]} tallies
 * @returns {string} what share of the changes that run was noticed, rounded down: 89.99 % is not 90
 */
export function scoreLine(name, tallies) {
  const noticed = tallies.reduce((sum, tally) => sum + tally.noticed, 0);
  const valid = tallies.reduce((sum, tally) => sum + tally.noticed + tally.missed, 0);
  const percent =
    valid === 0 ? 'nothing to change' : `${(Math.floor((noticed / valid) * 10_000) / 100).toFixed(2)} %`;
  return `${name.padEnd(12)} ${percent.padStart(9)}  ${noticed} of ${valid}`;
}
