/**
 * Small JSON files of local state that hold passwords: readable by their owner only, replaced in one step.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * @template T
 * @param {string} file
 * @returns {T | undefined} undefined when it is missing or not JSON (a kill in mid-write of an older release)
 */
export function readSettings(file) {
  try {
    return /** @type {T} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {unknown} value
 */
export function writeSettings(file, value) {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
