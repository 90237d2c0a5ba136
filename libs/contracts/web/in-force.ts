import type { ContractVersionSummary } from '@plumbline/contracts/schema';

export type VersionStanding = 'draft' | 'coming' | 'inForce' | 'ended';

/** Where a version stands on a day (`2026-03-12`). */
export function standingOf(
  { state, effectiveFrom, effectiveTo }: ContractVersionSummary,
  day: string,
): VersionStanding {
  if (state === 'draft') return 'draft';
  if (day < effectiveFrom) return 'coming';
  return effectiveTo !== null && effectiveTo <= day ? 'ended' : 'inForce';
}

/** The version a reader looks for first: the one in force, else the next, else the newest. */
export function versionToShow(
  versions: readonly ContractVersionSummary[],
  day: string,
): ContractVersionSummary | undefined {
  const standing = (wanted: VersionStanding) => versions.find((each) => standingOf(each, day) === wanted);
  return standing('inForce') ?? standing('coming') ?? versions.at(-1);
}
