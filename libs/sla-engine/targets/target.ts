import type { Amount } from '../decimals';

export const comparators = ['>=', '>', '<=', '<'] as const;
export type Comparator = (typeof comparators)[number];

/** `value` met when `value comparator target` holds; ratios are shares of one (0.80), times are seconds. */
export interface ComparatorTarget {
  readonly comparator: Comparator;
  readonly value: Amount;
}

/** A two-sided target: below `low` and above `high` miss, both edges belong to the band. */
export interface BandTarget {
  readonly band: { readonly low: Amount; readonly high: Amount };
}

export type Target = ComparatorTarget | BandTarget;

/** What a sampled metric needs before it can decide anything (semantics rule 19). */
export interface SampleRule {
  /** Below this sample size, 10 unless said otherwise, nothing is decided whatever the interval says. */
  readonly minimumN?: number;
  /** Two-sided confidence of the Wilson interval, 0.95 unless said otherwise. */
  readonly confidence?: Amount;
}
