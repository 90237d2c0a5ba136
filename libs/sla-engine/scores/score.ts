import { type Band, bandOf, checkBands } from '../bands';
import { type Amount, Exact, parseExact, writeExact } from '../decimals';
import type { MetricFamily } from '../kpis/default-metric';
import { type Outcome, fail, succeed } from '../outcome';
import type { Target } from '../targets/target';
import type { VerdictState } from '../targets/verdict-states';
import type { Trace, TraceStep } from '../trace';
import { attainment } from './attainment';
import { checkWeights } from './check-weights';

export interface ScoreWeight {
  readonly id: string;
  readonly weight: Amount;
  readonly family?: MetricFamily;
}

export interface ScoreResult {
  readonly id: string;
  readonly state: VerdictState;
  /** Points from 0 to 100 given by the scorecard itself; wins over what the verdict would give. */
  readonly score?: Amount | null;
  /** Needed where breached results earn their attainment. */
  readonly value?: Amount | null;
  readonly target?: Target;
}

/**
 * How a breached result becomes points, stated in the scorecard's version: `allOrNothing` gives met 100 and
 * breached 0 (the default, as most scorecards do), `attainment` gives a breached result its share of the target.
 */
export type Points = 'allOrNothing' | 'attainment';

export interface ScoreInput {
  readonly weights: readonly ScoreWeight[];
  readonly results: readonly ScoreResult[];
  /** Share of the weight (0 to 1) that must carry a verdict, else the score is withheld; 0 when not said. */
  readonly minimumCoverage?: Amount;
  /** Bands of the 0 to 100 scale, half-open with a closed top, without holes. */
  readonly bands?: readonly Band[];
  readonly points?: Points;
}

export interface ScoreLine {
  readonly id: string;
  readonly weight: string;
  /** Null where the result carries no verdict and its weight is left out. */
  readonly points: string | null;
}

export interface Score {
  /** From 0 to 100, unrounded; null where withheld. */
  readonly score: string | null;
  readonly band: string | null;
  /** Share of the weight that carried a verdict. */
  readonly coverage: string;
  readonly missing: readonly { readonly id: string; readonly state: VerdictState }[];
  readonly lines: readonly ScoreLine[];
  readonly trace: Trace;
}

/**
 * The weighted score of a scorecard (semantics rule 25). Weights add to 100 exactly; a metric without a verdict
 * leaves its weight out and is listed, never scored 0 or 100 (semantics rule 16); below the stated coverage the
 * score is withheld. Only `met` and `breached` are verdicts: a disputed or excused line counts for nobody.
 *
 * @example
 * score({ weights: [{ id: 'sl', weight: 60 }, { id: 'qa', weight: 40 }],
 *         results: [{ id: 'sl', state: 'met' }, { id: 'qa', state: 'breached' }] }) // score '60'
 */
export function score(input: ScoreInput): Outcome<Score> {
  const weights = checkWeights(input.weights);
  if (!weights.ok) {
    return weights;
  }
  const minimum = parseExact(input.minimumCoverage ?? 0, 'minimumCoverage');
  if (!minimum.ok) {
    return minimum;
  }
  if (minimum.value.lt(0) || minimum.value.gt(1)) {
    return fail('score.coverage', 'Minimum coverage is a share from 0 to 1.', 'minimumCoverage');
  }
  const bands = input.bands === undefined ? undefined : checkBands(input.bands, { from: 0, to: 100 });
  if (bands !== undefined && !bands.ok) {
    return bands;
  }
  const results = resultsById(input);
  if (!results.ok) {
    return results;
  }
  const lines: { id: string; weight: Exact; points: Exact | null; state: VerdictState }[] = [];
  for (const { id, weight } of weights.value) {
    const indexed = results.value.get(id);
    const points =
      indexed === undefined ? succeed(null) : pointsOf(indexed.result, input.points, indexed.path);
    if (!points.ok) {
      return points;
    }
    lines.push({ id, weight, points: points.value, state: indexed?.result.state ?? 'notReported' });
  }
  const scored = lines.filter((line) => line.points !== null);
  const covered = Exact.sum(0, ...scored.map((line) => line.weight));
  const earned = Exact.sum(0, ...scored.map((line) => line.weight.times(line.points ?? 0)));
  const coverage = covered.div(100);
  const withheld = covered.isZero() || coverage.lt(minimum.value);
  const total = withheld ? null : earned.div(covered);
  const band = total === null || bands === undefined ? undefined : bandOf(bands.value, total);
  const missing = lines.filter((line) => line.points === null).map(({ id, state }) => ({ id, state }));
  return succeed({
    score: total === null ? null : writeExact(total),
    band: band?.name ?? null,
    coverage: writeExact(coverage),
    missing,
    lines: lines.map(({ id, weight, points }) => ({
      id,
      weight: writeExact(weight),
      points: points === null ? null : writeExact(points),
    })),
    trace: [
      ...lines.map((line) => lineStep(line, input.points ?? 'allOrNothing')),
      {
        rule: total === null ? 'score.withheld' : 'score.weighted',
        facts: {
          earned: writeExact(earned),
          covered: writeExact(covered),
          coverage: writeExact(coverage),
          minimumCoverage: writeExact(minimum.value),
          score: total === null ? null : writeExact(total),
        },
      },
      ...(band === undefined ? [] : [bandStep(band)]),
    ],
  });
}

function bandStep(band: Band): TraceStep {
  return { rule: 'score.band', facts: { name: band.name, from: `${band.from}`, to: `${band.to}` } };
}

function lineStep(
  { id, weight, points, state }: { id: string; weight: Exact; points: Exact | null; state: VerdictState },
  rule: Points,
): TraceStep {
  return points === null
    ? { rule: 'score.lineMissing', facts: { id, weight: writeExact(weight), state } }
    : {
        rule: 'score.line',
        facts: { id, weight: writeExact(weight), state, points: writeExact(points), pointsRule: rule },
      };
}

function resultsById(input: ScoreInput): Outcome<ReadonlyMap<string, { result: ScoreResult; path: string }>> {
  const known = new Set(input.weights.map((weight) => weight.id));
  const results = new Map<string, { result: ScoreResult; path: string }>();
  for (const [index, result] of input.results.entries()) {
    const path = `results.${index}`;
    if (!known.has(result.id)) {
      return fail('score.unweighted', `"${result.id}" has no weight in this scorecard.`, path);
    }
    if (results.has(result.id)) {
      return fail('score.duplicate', `"${result.id}" has two results.`, path);
    }
    results.set(result.id, { result, path });
  }
  return succeed(results);
}

function pointsOf(result: ScoreResult, points: Points | undefined, path: string): Outcome<Exact | null> {
  if (result.state !== 'met' && result.state !== 'breached') {
    return succeed(null);
  }
  if (result.score !== undefined && result.score !== null) {
    const given = parseExact(result.score, `${path}.score`);
    return given.ok && (given.value.lt(0) || given.value.gt(100))
      ? fail('score.range', 'Points run from 0 to 100.', `${path}.score`)
      : given;
  }
  if (result.state === 'met') {
    return succeed(new Exact(100));
  }
  return points === 'attainment' ? attainment(result, path) : succeed(new Exact(0));
}
