import { type Outcome, fail, succeed } from '../outcome';

/** In force from the start of `effectiveFrom` until the start of `effectiveTo` (local dates); open without one. */
export interface EffectiveDated {
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The version in force on a local date (semantics rule 10: the trigger's date picks the version). No version is
 * `version.none`; two at once is `version.overlap`, as a contract that says two things says nothing.
 */
export function effectiveVersion<V extends EffectiveDated>(versions: readonly V[], date: string): Outcome<V> {
  if (!isoDate.test(date)) {
    return fail('date.malformed', 'Expected a date such as "2026-01-31".', 'date');
  }
  const inForce = versions.filter(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= date && (effectiveTo === undefined || effectiveTo === null || date < effectiveTo),
  );
  const [only] = inForce;
  if (only === undefined) {
    return fail('version.none', `No version is in force on ${date}.`, 'date');
  }
  return inForce.length === 1
    ? succeed(only)
    : fail('version.overlap', `${inForce.length} versions are in force on ${date}.`, 'versions');
}
