/** In force from the first day on, until before the last one; open-ended without one. Dates as `2026-03-01`. */
interface Term {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** Those of `versions` that are in force on some day on which `term` is too. */
export function overlapping<Version extends Term>(versions: readonly Version[], term: Term): Version[] {
  return versions.filter(
    ({ effectiveFrom, effectiveTo }) =>
      (term.effectiveTo === null || effectiveFrom < term.effectiveTo) &&
      (effectiveTo === null || term.effectiveFrom < effectiveTo),
  );
}
