import { causeActions, type IncidentFigures, severities } from '@plumbline/incidents/schema';

/** One real incident, as far as the year's figures look at it. */
export interface CountedIncident {
  readonly severity: (typeof severities)[number] | null;
  /** What it was coded with at closure; empty while it is not. */
  readonly causes: readonly (typeof causeActions)[number][];
  /** Where the clocks began: the earlier of asserted and deemed discovery. */
  readonly discoveredAt: Date;
  /** When the insurer was told; null while it was not. */
  readonly notifiedAt: Date | null;
  /** Whether a deadline that the vendor owes was missed; null where it had none. */
  readonly late: boolean | null;
}

type Cause = IncidentFigures['causes'][number]['key'];

/** Upper ends in hours, which belong to the bin below; what took longer is in the last bin. */
const notifyBins = [4, 12, 24, 48, 72] as const;

/**
 * The year of a vendor in figures: counts, how long it took to tell the insurer, and the share that was late. Median and 90th
 * percentile are values that occurred (nearest rank), in seconds; an incident that was never notified is in no percentile and
 * stays in the counts.
 */
export function yearlyFigures(incidents: readonly CountedIncident[]): IncidentFigures {
  const took = incidents
    .flatMap(({ discoveredAt, notifiedAt }) =>
      notifiedAt === null ? [] : [Math.max(0, notifiedAt.getTime() - discoveredAt.getTime()) / 1000],
    )
    .toSorted((a, b) => a - b);
  const onClock = incidents.filter(({ late }) => late !== null);
  return {
    total: incidents.length,
    causes: counted(
      [...causeActions, 'not_coded'] as const,
      incidents.flatMap(({ causes }): readonly Cause[] => (causes.length === 0 ? ['not_coded'] : causes)),
    ),
    severities: counted(
      [...severities, 'not_triaged'] as const,
      incidents.map(({ severity }) => severity ?? ('not_triaged' as const)),
    ),
    timeToNotify: {
      notified: took.length,
      medianSeconds: nearestRank(took, 0.5),
      p90Seconds: nearestRank(took, 0.9),
      bins: binsOf(took),
    },
    late: { count: onClock.filter(({ late }) => late).length, of: onClock.length },
  };
}

/** What occurs, the most frequent first and else in the order of the keys. */
function counted<Key extends string>(
  keys: readonly Key[],
  found: readonly Key[],
): { key: Key; count: number }[] {
  return keys
    .map((key) => ({ key, count: found.filter((each) => each === key).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

function nearestRank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null;
}

function binsOf(seconds: readonly number[]): IncidentFigures['timeToNotify']['bins'] {
  const ends = [...notifyBins, null];
  return ends.map((upToHours, index) => {
    const above = index === 0 ? -1 : (notifyBins[index - 1] ?? 0) * 3600;
    const end = upToHours === null ? Infinity : upToHours * 3600;
    return { upToHours, count: seconds.filter((each) => each > above && each <= end).length };
  });
}
