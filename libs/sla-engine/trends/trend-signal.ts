/**
 * Signals of a process that changed, by name (Western Electric, Statistical Quality Control Handbook, 1956). They advise
 * and never breach (semantics rule 21).
 *
 * - `beyondLimits`: one point beyond a three-sigma limit;
 * - `twoOfThreeBeyondTwoSigma`: two of three successive points beyond two sigma, on one side;
 * - `fourOfFiveBeyondOneSigma`: four of five successive points beyond one sigma, on one side;
 * - `eightOnOneSide`: eight successive points on one side of the centre.
 */
export const signalRules = [
  'beyondLimits',
  'twoOfThreeBeyondTwoSigma',
  'fourOfFiveBeyondOneSigma',
  'eightOnOneSide',
] as const;
export type SignalRule = (typeof signalRules)[number];

/** When a rule signals: `needed` of `of` successive points beyond so many sigmas, on one side. */
export interface SignalPattern {
  readonly sigmas: number;
  readonly needed: number;
  readonly of: number;
}

export const signalPatterns: Readonly<Record<SignalRule, SignalPattern>> = {
  beyondLimits: { sigmas: 3, needed: 1, of: 1 },
  twoOfThreeBeyondTwoSigma: { sigmas: 2, needed: 2, of: 3 },
  fourOfFiveBeyondOneSigma: { sigmas: 1, needed: 4, of: 5 },
  eightOnOneSide: { sigmas: 0, needed: 8, of: 8 },
};

export type Side = 'above' | 'below';

export interface TrendSignal {
  readonly rule: SignalRule;
  readonly side: Side;
  /** Place in the series, from 0, of the point that completed the pattern. */
  readonly index: number;
  /** Places of all points that make the pattern. */
  readonly points: readonly number[];
}
