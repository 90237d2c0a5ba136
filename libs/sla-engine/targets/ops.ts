import { type Outcome, succeed } from '../outcome';
import { readDefinition } from '../kpis/read-definition';
import { readExclusions, readRows } from '../kpis/read-rows';
import { type InputReader, type Ops, readInput } from '../reading';
import { type ClaimedFigure, type Dispute, type JudgeInput, type Waiver, judge } from './judge';
import { outlook } from './outlook';
import { readSampleRule, readTarget, readTargetFields } from './read-target';
import type { Target } from './target';
import { type Measured, verdict } from './verdict';

/**
 * `kpi.verdict`: `{target, value | numerator and denominator | sample}` → `{state, value, interval?, trace}`, the
 * interval as a pair.
 */
function kpiVerdict(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => ({ target: targetOf(request), measured: measuredOf(request) }));
  if (!read.ok) {
    return read;
  }
  const outcome = verdict(read.value.target, read.value.measured);
  if (!outcome.ok || outcome.value.interval === undefined) {
    return outcome;
  }
  const { interval, ...rest } = outcome.value;
  return succeed({ ...rest, interval: [interval.lower, interval.upper], confidence: interval.confidence });
}

/** The target under its name, or its fields (comparator and target, or band) directly in the request. */
function targetOf(request: InputReader): Target {
  const direct = request.present('target') === undefined && request.present('band') !== undefined;
  return direct ? readTargetFields(request) : readTarget(request, 'target');
}

function measuredOf(request: InputReader): Measured {
  const sample = request.optionalObject('sample');
  if (sample !== undefined) {
    return { sample: { ...readSampleRule(request), ...readSample(sample) } };
  }
  if (request.present('passes') !== undefined) {
    return { sample: readSample(request) };
  }
  if (request.present('numerator') !== undefined) {
    return { numerator: request.decimal('numerator'), denominator: request.decimal('denominator') };
  }
  if (request.optionalFlag('reported') === false) {
    return { reported: false };
  }
  const blank = request.names().includes('value') && request.present('value') === undefined;
  return { value: blank ? null : request.decimal('value') };
}

function readSample(sample: InputReader): {
  passes: string;
  n: string;
  minimumN?: number;
  confidence?: string | number;
} {
  return { passes: sample.decimal('passes'), n: sample.decimal('n', 'size'), ...readSampleRule(sample) };
}

/** `kpi.judge`: rows, target, window and the instant of judging → the whole result with its trace. */
function kpiJudge(input: unknown): Outcome<unknown> {
  const read = readInput(input, readJudgeInput);
  return read.ok ? judge(read.value) : read;
}

/** Reads what `judge` needs; the field names are those of an exported explanation. */
export function readJudgeInput(request: InputReader): JudgeInput {
  const window = request.object('window');
  const target = request.object('target');
  const sample = readSampleRule(target.optionalObject('sample') ?? target);
  const reportDueAt = request.optionalText('reportDueAt');
  const remaining = request.optionalDecimal('remaining');
  return {
    definition: readDefinition(request, 'metric', 'definition'),
    target: readTarget(request, 'target'),
    ...(sample === undefined ? {} : { sample }),
    window: { start: window.text('start'), end: window.text('end'), zone: window.text('zone', 'timezone') },
    asOf: request.text('asOf', 'at'),
    ...(reportDueAt === undefined ? {} : { reportDueAt }),
    rows: readRows(request, 'rows'),
    exclusions: readExclusions(request, 'exclusions'),
    claimed: request.optionalObjects(readClaimed, 'claimed') ?? [],
    waiver: readWaiver(request.optionalObject('waiver')),
    dispute: readDispute(request.optionalObject('dispute')),
    ...(remaining === undefined ? {} : { remaining }),
  };
}

function readClaimed(claimed: InputReader): ClaimedFigure {
  return { value: claimed.decimal('value'), source: claimed.optionalText('source') ?? '' };
}

function readWaiver(waiver: InputReader | undefined): Waiver | null {
  return waiver === undefined
    ? null
    : { id: waiver.text('id'), reason: waiver.text('reason'), approvedBy: waiver.text('approvedBy') };
}

function readDispute(dispute: InputReader | undefined): Dispute | null {
  return dispute === undefined ? null : { id: dispute.text('id'), reason: dispute.text('reason') };
}

/** `kpi.outlook`: what the rest of an open window must reach, and whether it still can. */
function kpiOutlook(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => {
    const worst = request.optionalDecimal('worst');
    const unbounded = request.names().includes('best') && request.present('best') === undefined;
    const best = unbounded ? null : request.optionalDecimal('best');
    return {
      target: targetOf(request),
      numerator: request.decimal('numerator'),
      denominator: request.decimal('denominator'),
      remaining: request.decimal('remaining'),
      ...(worst === undefined ? {} : { worst }),
      ...(best === undefined ? {} : { best }),
    };
  });
  return read.ok ? outlook(read.value) : read;
}

/** The operations on targets of the engine as a command (engine-cli). */
export const ops: Ops = { 'kpi.verdict': kpiVerdict, 'kpi.judge': kpiJudge, 'kpi.outlook': kpiOutlook };
