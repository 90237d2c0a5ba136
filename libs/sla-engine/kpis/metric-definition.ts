import type { Amount } from '../decimals';

export const metricUnits = ['ratio', 'seconds', 'count', 'points'] as const;
/**
 * `ratio`: a share of one (0.8 is 80 %). `seconds`: an average time. `count`: a plain total, or a total per unit.
 * `points`: a score on its own scale (a net promoter score from -100 to 100).
 */
export type MetricUnit = (typeof metricUnits)[number];

export const directions = ['higher', 'lower', 'band'] as const;
/** Which way is better; `band` is better in the middle (average handle time). */
export type Direction = (typeof directions)[number];

/** One summand: the sum of a measure over the rows, times its weight (1 when not said, negative to take away). */
export interface Term {
  readonly measure: string;
  readonly weight?: Amount;
  /**
   * Whether this measure counts calls that were abandoned shortly; asked only where the measure is not one of
   * `measureCatalogue`, which knows.
   */
  readonly countsShortAbandons?: boolean;
}

export interface AnswerThreshold {
  readonly seconds: number;
  readonly comparison: '<=' | '<';
}

export const shortAbandonRules = ['kept', 'outOfBoth', 'outOfNumerator'] as const;
/**
 * Short abandons leave a sum only where that sum counts them: `outOfBoth` turns answered in time / (answered +
 * abandoned) into answered in time / (answered + abandoned - short), the numerator never having had them.
 */
export type ShortAbandonRule = (typeof shortAbandonRules)[number];

export interface ShortAbandon {
  /** A caller who gives up before this many seconds is a short abandon. */
  readonly seconds: number;
  readonly rule: ShortAbandonRule;
  /** The measure that counts them; `short_abandoned` when not said. */
  readonly measure?: string;
}

/**
 * What a metric counts, as data (semantics rules 13 and 14): the value over a window is the sum of the numerator's
 * terms over all rows divided by the sum of the denominator's; without a denominator it is the total. There is no
 * expression language. A change is a new version, which is used from its own date on and never backwards.
 */
export interface MetricDefinition {
  readonly id: string;
  readonly version: number;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
  readonly threshold?: AnswerThreshold;
  readonly shortAbandon?: ShortAbandon;
  /** First contact resolution is provisional until this many days after the window's end (semantics rule 17). */
  readonly repeatWindowDays?: number;
  /** Numerator = passes, denominator = sample size: judged by interval, never by the bare share (semantics rule 19). */
  readonly sampled?: boolean;
  /** Where the definition comes from: a standard, a contract clause, a requirement. */
  readonly source: string;
}
