/**
 * What a run shows in the terminal: each step with its time. Builtins only.
 */

/**
 * @param {number} ms
 * @returns {string}
 */
export function seconds(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const rounded = Math.round(ms / 1000);
  return `${Math.floor(rounded / 60)} min ${String(rounded % 60).padStart(2, '0')} s`;
}

/**
 * Runs a step and prints one line when it is done.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [detail] what to say about the result
 * @returns {Promise<T>}
 */
export async function step(title, work, detail = () => '') {
  const begun = Date.now();
  const result = await work();
  console.log(stepLine(title, Date.now() - begun, detail(result)));
  return result;
}

/**
 * @param {string} title
 * @param {number} ms
 * @param {string} [detail]
 * @returns {string}
 */
export function stepLine(title, ms, detail = '') {
  return `  ${title.padEnd(14)} ${seconds(ms).padStart(8)}   ${detail}`.trimEnd();
}
