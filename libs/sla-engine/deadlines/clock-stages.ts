/** The share of a clock's time, in percent, and the instant at which it is used up. */
export interface StageInstant {
  readonly stage: number;
  readonly at: Temporal.Instant;
}

/**
 * When each share of the time between a clock's start and its deadline is used up, in elapsed time whatever the clock's
 * unit is: people are warned of the instant that is missed, not of days. Rounded to the millisecond above, so that no stage
 * comes before its share; 100 is the deadline itself. A deadline that does not lie after the start makes all stages the deadline.
 *
 * @example clockStages(start, start.add({ hours: 24 }), [50]) // [{ stage: 50, at: start.add({ hours: 12 }) }]
 */
export function clockStages(
  start: Temporal.Instant,
  deadline: Temporal.Instant,
  stages: readonly number[],
): readonly StageInstant[] {
  const span = deadline.epochNanoseconds - start.epochNanoseconds;
  return stages.map((stage) => {
    if (stage >= 100 || span <= 0n) return { stage, at: deadline };
    const share = (span * BigInt(stage) + 99n) / 100n;
    const at = ((start.epochNanoseconds + share + 999_999n) / 1_000_000n) * 1_000_000n;
    return { stage, at: at > deadline.epochNanoseconds ? deadline : new Temporal.Instant(at) };
  });
}
