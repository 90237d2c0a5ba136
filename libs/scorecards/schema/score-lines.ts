import { Exact, parseExact, score, type ScoreInput, type Trace, writeExact } from '@plumbline/sla-engine';
import { scoreBands, type scoreBandNames } from './score-bands';
import type { ScorecardLine } from './scorecard-line';

export type ScoredBand = (typeof scoreBandNames)[number];

export interface ScoredLines {
  readonly score: string | null;
  readonly band: ScoredBand | null;
  readonly coverage: string;
  readonly lines: readonly ScorecardLine[];
  readonly trace: Trace;
}

/**
 * What the engine is asked, and what anybody can ask it again (`score.compute`). A line of weight 0 is watched and takes no
 * part.
 */
export function scoreInput(
  lines: readonly Omit<ScorecardLine, 'points'>[],
  minimumCoverage: string,
): ScoreInput {
  const weighed = lines.filter(({ weight }) => !isZero(weight));
  return {
    weights: weighed.map(({ slaId, weight, metric }) => ({ id: slaId, weight, family: metric.family })),
    results: weighed.map(({ slaId, state }) => ({ id: slaId, state })),
    minimumCoverage,
    bands: scoreBands,
    points: 'allOrNothing',
  };
}

/** Gives lines their points and the scorecard its score (semantics rule 25). Throws where the weights do not add to 100. */
export function scoreLines(
  lines: readonly Omit<ScorecardLine, 'points'>[],
  minimumCoverage: string,
): ScoredLines {
  const scored = score(scoreInput(lines, minimumCoverage));
  if (!scored.ok) throw new Error(`a scorecard cannot be scored: ${scored.problem.detail}`);
  const points = new Map(scored.value.lines.map((line) => [line.id, line.points]));
  return {
    score: scored.value.score,
    band: scoreBands.find(({ name }) => name === scored.value.band)?.name ?? null,
    coverage: scored.value.coverage,
    lines: lines.map((line) => ({ ...line, points: points.get(line.slaId) ?? null })),
    trace: scored.value.trace,
  };
}

/** The two sums whose quotient the score is: Σ weight × points, and Σ weight, over the lines that have points. */
export function scoreArithmetic(lines: readonly Pick<ScorecardLine, 'weight' | 'points'>[]): {
  readonly earned: string;
  readonly covered: string;
} {
  const counted = lines.flatMap(({ weight, points }) => {
    const [heavy, given] = [parseExact(weight), parseExact(points)];
    return heavy.ok && given.ok ? [{ weight: heavy.value, points: given.value }] : [];
  });
  return {
    earned: writeExact(Exact.sum(0, ...counted.map(({ weight, points }) => weight.times(points)))),
    covered: writeExact(Exact.sum(0, ...counted.map(({ weight }) => weight))),
  };
}

function isZero(weight: string): boolean {
  const exact = parseExact(weight);
  return exact.ok && exact.value.isZero();
}
