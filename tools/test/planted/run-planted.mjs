/**
 * `node tools/test/planted/run-planted.mjs <report>` has ESLint read each planted text as if it were a file of that
 * project; nothing is written into the source folders. Writes its counts to the report.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../../bootstrap/paths.mjs';
import { planted } from './violations.mjs';

/** The rules under proof; the planted code may offend others. */
const watched = new Set(planted.map(({ refusedBy }) => refusedBy).filter((rule) => rule !== undefined));

const eslint = new ESLint({ cwd: root });
const tally = { passed: 0, failed: 0, skipped: 0 };
for (const { name, file, code, refusedBy } of planted) {
  const messages = await lint(code, join(root, file));
  const reported = messages
    .filter(({ ruleId }) => ruleId !== null && watched.has(ruleId))
    .map(({ ruleId }) => ruleId);
  const unread = messages.find(({ fatal }) => fatal === true);
  const fine = refusedBy === undefined ? reported.length === 0 : reported.includes(refusedBy);
  if (fine && unread === undefined) tally.passed += 1;
  else {
    tally.failed += 1;
    const said = unread?.message ?? (reported.length === 0 ? 'nothing' : reported.join(', '));
    console.error(`✗ ${name}: expected ${refusedBy ?? 'no report'}, ESLint reported ${said}`);
  }
}
writeFileSync(/** @type {string} */ (process.argv[2]), JSON.stringify(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;

/**
 * @param {string} code
 * @param {string} filePath
 * @returns {Promise<{ruleId: string | null, message: string, fatal?: boolean | undefined}[]>} a rule that fails itself
 *   is a fatal message
 */
async function lint(code, filePath) {
  try {
    const [result] = await eslint.lintText(code, { filePath });
    return result?.messages ?? [];
  } catch (error) {
    return [{ ruleId: null, message: error instanceof Error ? error.message : String(error), fatal: true }];
  }
}
