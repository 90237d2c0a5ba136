import { readBands } from '../bands';
import { type Amount, Exact, writeExact } from '../decimals';
import { metricFamilies } from '../kpis/default-metric';
import { type Outcome, fail } from '../outcome';
import { type InputReader, type Ops, readInput } from '../reading';
import { readTarget } from '../targets/read-target';
import { verdict } from '../targets/verdict';
import { type VerdictState, verdictStates } from '../targets/verdict-states';
import { checkSpeedWeight } from './check-speed-weight';
import { type ScoreInput, type ScoreResult, type ScoreWeight, score } from './score';

/** `score.compute`: `{weights, results, minimumCoverage?, bands?}` → `{score, band, coverage, missing, lines, trace}`. */
function compute(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => {
    const coverage = request.optionalDecimal('minimumCoverage');
    // Coverage as a percentage is answered as a percentage; as a share, and by default, as a share.
    const inPercent = coverage !== undefined && new Exact(coverage).gt(1);
    return { request, inPercent, score: readScore(request, inPercent ? percentOf(coverage) : coverage) };
  });
  if (!read.ok) {
    return read;
  }
  const result = asWritten(score(read.value.score), read.value.request);
  if (!result.ok || !read.value.inPercent) {
    return result;
  }
  const coverage = writeExact(new Exact(result.value.coverage).times(100));
  return { ok: true, value: { ...result.value, coverage } };
}

/** A problem at a position of a list, told at the name it has where the request gives an object instead. */
function asWritten<T>(outcome: Outcome<T>, request: InputReader): Outcome<T> {
  if (outcome.ok) {
    return outcome;
  }
  const { code, detail, path } = outcome.problem;
  const [list = '', position = '', ...field] = path.split('.');
  const given = request.raw(list);
  const entry =
    typeof given === 'object' && !Array.isArray(given)
      ? Object.entries(given ?? {})[Number(position)]
      : undefined;
  if (position === '' || entry === undefined) {
    return outcome;
  }
  const [name, value] = entry;
  return fail(code, detail, [list, name, ...(typeof value === 'object' ? field : [])].join('.'));
}

function percentOf(coverage: string): string {
  return writeExact(new Exact(coverage).div(100));
}

function readScore(request: InputReader, minimumCoverage: string | undefined): ScoreInput {
  const points = request.optionalChoice(['allOrNothing', 'attainment'] as const, 'points');
  return {
    weights: readWeights(request),
    results: readResults(request),
    ...(minimumCoverage === undefined ? {} : { minimumCoverage }),
    ...(request.present('bands') === undefined ? {} : { bands: readBands(request, 'bands', { top: '100' }) }),
    ...(points === undefined ? {} : { points }),
  };
}

/** A list of `{"id", "weight", "family"?}`, or an object of weights by id. */
function readWeights(request: InputReader): readonly ScoreWeight[] {
  if (!Array.isArray(request.raw('weights'))) {
    const weights = request.object('weights');
    return weights.names().map((id) => ({ id, weight: weights.decimal(id) }));
  }
  return request.objects((weight) => {
    const family = weight.optionalChoice(metricFamilies, 'family');
    return {
      id: weight.text('id', 'metric', 'name'),
      weight: weight.decimal('weight'),
      ...(family === undefined ? {} : { family }),
    };
  }, 'weights');
}

/** A list of results, or an object of results by id: points, a state, or `{"state", "score", "value", "target"}`. */
function readResults(request: InputReader): readonly ScoreResult[] {
  if (Array.isArray(request.raw('results'))) {
    return request.objects((result) => readResult(result, result.text('id', 'metric', 'name')), 'results');
  }
  const results = request.object('results');
  return results.entries().map(([id, value]) => readKeyed(results, id, value));
}

function readKeyed(results: InputReader, id: string, value: unknown): ScoreResult {
  if (value === null) {
    return { id, state: 'notReported' };
  }
  if (typeof value === 'object') {
    return readResult(results.object(id), id);
  }
  return typeof value === 'string' && !/^[\d.+-]+$/.test(value.trim())
    ? { id, state: readState(results, id) }
    : { id, state: 'met', score: results.decimal(id) };
}

function readResult(result: InputReader, id: string): ScoreResult {
  const target = result.present('target') === undefined ? undefined : readTarget(result, 'target');
  // A value that nothing says how to judge can only be points.
  const isPoints = target === undefined && result.present('state') === undefined;
  const points = isPoints
    ? result.optionalDecimal('score', 'points', 'value')
    : result.optionalDecimal('score', 'points');
  const value = isPoints ? undefined : result.optionalDecimal('value');
  const state =
    result.present('state') === undefined
      ? impliedState(result, points, value, target)
      : readState(result, 'state');
  return {
    id,
    state,
    ...(points === undefined ? {} : { score: points }),
    ...(value === undefined ? {} : { value }),
    ...(target === undefined ? {} : { target }),
  };
}

/** Points stand for a verdict; a value and a target give one; nothing at all is not reported. */
function impliedState(
  result: InputReader,
  points: Amount | undefined,
  value: string | undefined,
  target: ScoreResult['target'],
): VerdictState {
  if (points !== undefined) {
    return 'met';
  }
  if (value === undefined || target === undefined) {
    return 'notReported';
  }
  const judged = verdict(target, { value });
  return judged.ok
    ? judged.value.state
    : result.refuse(judged.problem.code, judged.problem.detail, judged.problem.path);
}

/** A state in any of its spellings: `insufficientSample`, `insufficient sample`, `INSUFFICIENT_SAMPLE`. */
function readState(input: InputReader, name: string): VerdictState {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');
  const spelt = plain(input.text(name));
  return (
    verdictStates.find((state) => plain(state) === spelt) ??
    input.refuse('input.notAChoice', `Expected one of: ${verdictStates.join(', ')}.`, name)
  );
}

/** `score.speedWeight`: `{weights, reason?}` → whether speed outweighs quality and compliance (K10). */
function speedWeight(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => ({
    weights: readWeights(request),
    reason: request.optionalText('reason') ?? null,
  }));
  return read.ok ? checkSpeedWeight(read.value.weights, read.value.reason) : read;
}

/** The operations on scores of the engine as a command (engine-cli). */
export const ops: Ops = { 'score.compute': compute, 'score.speedWeight': speedWeight };
