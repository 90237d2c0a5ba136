export const KEEP_MONTHS = Symbol('KEEP_MONTHS');

/** Six years: what 45 CFR 164.316(b)(2) asks for, and the least that any process may be told; nothing younger is ever dropped. */
export const LEAST_MONTHS = 72;
/** Ten years are the longest duty of an insurer (42 CFR 422.504(d)); as much again for histories that are brought along. */
const UNLESS_SET = 240;
const MOST = 1_200;

/** How many months of measurements this installation keeps: `PLUMBLINE_KEEP_MONTHS`. Throws where it makes no sense. */
export function keepMonthsFromEnvironment(env: NodeJS.ProcessEnv = process.env): number {
  const stated = env['PLUMBLINE_KEEP_MONTHS'];
  if (stated === undefined || stated === '') return UNLESS_SET;
  const months = Number(stated);
  if (!Number.isInteger(months) || months < LEAST_MONTHS || months > MOST)
    throw new Error(
      `PLUMBLINE_KEEP_MONTHS is a whole number of months from ${LEAST_MONTHS} to ${MOST}, not "${stated}": see docs/operations.md`,
    );
  return months;
}
