import type { ShortAbandonRule, Term } from './metric-definition';

export interface AbandonmentReading {
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
  readonly shortAbandonRule: ShortAbandonRule;
}

const abandoned: Term = { measure: 'abandoned' };
const offered: Term = { measure: 'offered' };

/**
 * The three usual readings of "abandonment": every abandoned call of all offered; short abandons out of both
 * sums; short abandons out of the numerator only (where a file reports calls abandoned after the limit, that one
 * measure says the same).
 */
export const abandonmentReadings = {
  allAbandoned: { numerator: [abandoned], denominator: [offered], shortAbandonRule: 'kept' },
  abandonedWithoutShort: { numerator: [abandoned], denominator: [offered], shortAbandonRule: 'outOfBoth' },
  abandonedAfterLimit: { numerator: [abandoned], denominator: [offered], shortAbandonRule: 'outOfNumerator' },
} as const satisfies Record<string, AbandonmentReading>;

export type AbandonmentReadingName = keyof typeof abandonmentReadings;
