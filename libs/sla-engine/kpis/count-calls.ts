import type { AnswerThreshold, ShortAbandon } from './metric-definition';

/** One call as a telephony system lists it: how long it waited, in seconds, and how that ended. */
export interface Call {
  readonly waitSeconds: number;
  readonly ended: 'answered' | 'abandoned';
}

export interface CallCounts {
  readonly offered: number;
  readonly answered: number;
  readonly answered_within_threshold: number;
  readonly abandoned: number;
  readonly abandoned_within_threshold: number;
  readonly abandoned_after_threshold: number;
  readonly short_abandoned: number;
  readonly wait_seconds: number;
}

/**
 * Counts calls into the measures of the catalogue by the threshold of a definition (semantics rule 14): `<=` counts
 * a call at exactly the threshold as in time, `<` does not; a caller who gives up before the short-abandon limit is a
 * short abandon, at the limit no more. Waits are seconds, zero or more, whole ones where the sum has to be exact.
 */
export function countCalls(
  calls: readonly Call[],
  threshold: AnswerThreshold,
  shortAbandon: Pick<ShortAbandon, 'seconds'>,
): CallCounts {
  const inTime = ({ waitSeconds }: Call): boolean =>
    threshold.comparison === '<=' ? waitSeconds <= threshold.seconds : waitSeconds < threshold.seconds;
  const answered = calls.filter((call) => call.ended === 'answered');
  const abandoned = calls.filter((call) => call.ended === 'abandoned');
  const abandonedInTime = abandoned.filter(inTime).length;
  return {
    offered: calls.length,
    answered: answered.length,
    answered_within_threshold: answered.filter(inTime).length,
    abandoned: abandoned.length,
    abandoned_within_threshold: abandonedInTime,
    abandoned_after_threshold: abandoned.length - abandonedInTime,
    short_abandoned: abandoned.filter((call) => call.waitSeconds < shortAbandon.seconds).length,
    wait_seconds: answered.reduce((sum, call) => sum + call.waitSeconds, 0),
  };
}
