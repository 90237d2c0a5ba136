import { Exact } from '../decimals';
import type { Outcome } from '../outcome';
import { InputReader, type Ops, readInput } from '../reading';
import type { Trace } from '../trace';
import { attributeMiss } from './attribute-miss';
import { erlangA } from './erlang-a';
import { erlangC } from './erlang-c';
import { handleTimeKinds } from './handle-time';
import { requiredAgents } from './required-agents';
import { requiredAgentsWithPatience } from './required-agents-with-patience';
import {
  mostErlangs,
  readAgents,
  readAmount,
  readInterval,
  readOr,
  readPositive,
  readShare,
  readTarget,
  readThreshold,
} from './read-staffing';
import { scheduledAgents } from './scheduled-agents';
import { simulate } from './simulate';
import type { PlannedInterval, SimulatedPlan } from './simulate-day';
import type { StaffingFigures, StaffingLoad } from './staffing-load';

/** Mean callers in an overloaded queue, which is how many steps its series takes. */
const longestQueue = 20_000_000;
const mostSimulatedCalls = 5_000_000;
const mostRuns = 10_000;

/**
 * `staffing.erlangC`: `{calls, intervalSeconds, ahtSeconds}` or `{offeredErlangs, ahtSeconds}`, with `agents`, `target`
 * or both, `thresholdSeconds` (20 unless stated), `shrinkage` → `{agents, offeredErlangs, stable, waitProbability,
 * serviceLevel, asa, occupancy, trace}`, with a target also `requiredAgents`, with shrinkage also `scheduledAgents`.
 */
function answerErlangC(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const load = readLoad(request);
    return staff(
      request,
      (agents) => erlangC(load, agents),
      (target) => requiredAgents(load, target),
    );
  });
}

/** `staffing.erlangA`: the same with `meanPatienceSeconds`; also `abandonProbability` and `meanWait`. */
function answerErlangA(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const load = { ...readLoad(request), meanPatienceSeconds: readPositive(request, 'meanPatienceSeconds') };
    // Whoever reaches a target answers at least that share, so fewer agents than that share of the load are never tried.
    const agents = Number(request.raw('agents') ?? load.offeredErlangs * Number(request.raw('target') ?? 0));
    if ((load.offeredErlangs - agents) * load.meanPatienceSeconds > longestQueue * load.ahtSeconds) {
      request.refuse(
        'staffing.tooLarge',
        'Callers so many and so patient make a queue too long to compute.',
        'meanPatienceSeconds',
      );
    }
    return staff(
      request,
      (agents) => erlangA(load, agents),
      (target) => requiredAgentsWithPatience(load, target),
    );
  });
}

function staff<F extends StaffingFigures & { readonly trace: Trace }>(
  request: InputReader,
  figuresOf: (agents: number) => F,
  require: (target: number) => F,
): object {
  const agents = readOr(request, 'agents', readAgents, undefined);
  const target = readOr(request, 'target', readTarget, undefined);
  if (agents === undefined && target === undefined) {
    request.refuse('input.missing', 'Either "agents" or "target" is required.', 'agents');
  }
  const required = target === undefined ? undefined : require(target);
  const figures = agents === undefined ? required : figuresOf(agents);
  const needed = required?.agents ?? agents ?? 0;
  const shrinkage = readOr(request, 'shrinkage', readShare, undefined);
  const scheduled = shrinkage === undefined ? undefined : scheduledAgents(needed, shrinkage);
  return {
    ...figures,
    ...(required === undefined ? {} : { requiredAgents: required.agents }),
    ...scheduled,
    trace: [
      ...(figures?.trace ?? []),
      ...(agents === undefined ? [] : (required?.trace ?? [])),
      ...(scheduled?.trace ?? []),
    ],
  };
}

function readLoad(request: InputReader): StaffingLoad {
  const ahtSeconds = readPositive(request, 'ahtSeconds');
  const thresholdSeconds = readThreshold(request);
  const offeredErlangs =
    request.present('offeredErlangs') === undefined
      ? // Multiplied first: 100 × 180 / 1800 is 10 exactly.
        (readAmount(request, 'calls') * ahtSeconds) / readInterval(request)
      : readAmount(request, 'offeredErlangs');
  if (offeredErlangs > mostErlangs) {
    request.refuse(
      'staffing.tooLarge',
      `At most ${mostErlangs} erlangs.`,
      request.present('offeredErlangs', 'calls'),
    );
  }
  return { offeredErlangs, ahtSeconds, thresholdSeconds };
}

/**
 * `staffing.simulate`: `intervals` `[{calls, agents?, ahtSeconds?}]` (or plain numbers of calls), `agents` and `ahtSeconds` for
 * intervals that do not state their own, `intervalSeconds` (1800), `thresholdSeconds` (20), `warmUpSeconds` of the first
 * interval's traffic before counting begins (3600; 0 for a line that opens empty), `distribution`
 * (`exponential` unless stated, `deterministic`, `lognormal`), `variation` of the log-normal (1),
 * `meanPatienceSeconds` if callers give up, `seed` and `runs` (100) → `{serviceLevel, interval, …, trace}`.
 */
function answerSimulate(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const kind = request.optionalChoice(handleTimeKinds, 'distribution') ?? 'exponential';
    const plan: SimulatedPlan = {
      intervals: request.list((item, path) => readPlanned(request, item, path), 'intervals'),
      intervalSeconds: readInterval(request),
      warmUpSeconds: readOr(request, 'warmUpSeconds', readAmount, 3600),
      thresholdSeconds: readThreshold(request),
      handleTime: { kind, variation: readOr(request, 'variation', readAmount, 1) },
      meanPatienceSeconds: readOr(request, 'meanPatienceSeconds', readPositive, null),
    };
    if (plan.intervals.length === 0) {
      request.refuse('staffing.noIntervals', 'At least one interval is needed.', 'intervals');
    }
    const seed = request.whole('seed');
    const runs = request.optionalWhole('runs') ?? 100;
    if (runs < 2 || runs > mostRuns) {
      request.refuse('staffing.runs', `From 2 to ${mostRuns} runs: one alone has no interval.`, 'runs');
    }
    const warmUpCalls = ((plan.intervals[0]?.calls ?? 0) * plan.warmUpSeconds) / plan.intervalSeconds;
    const calls = plan.intervals.reduce((total, interval) => total + interval.calls, warmUpCalls);
    if ((calls + plan.intervals.length) * runs > mostSimulatedCalls) {
      request.refuse(
        'staffing.tooLarge',
        `At most ${mostSimulatedCalls} calls in all runs together.`,
        'runs',
      );
    }
    const { trace, ...figures } = simulate(plan, seed, runs);
    return { ...figures, seed, trace };
  });
}

function readPlanned(request: InputReader, item: unknown, path: string): PlannedInterval {
  const planned = new InputReader(typeof item === 'object' ? item : { calls: item }, path);
  // What the interval does not state itself is the request's, and wrong there.
  const stating = (name: string): InputReader => (request.present(name) === undefined ? planned : request);
  return {
    calls: readAmount(planned, 'calls'),
    agents: readOr(planned, 'agents', readAgents, undefined) ?? readAgents(stating('agents'), 'agents'),
    ahtSeconds:
      readOr(planned, 'ahtSeconds', readPositive, undefined) ??
      readPositive(stating('ahtSeconds'), 'ahtSeconds'),
  };
}

/**
 * `staffing.attribute`: whose miss an interval was (semantics rule 28): `{forecastCalls, actualCalls, plannedAgents,
 * actualAgents, ahtSeconds, intervalSeconds?, thresholdSeconds?, meanPatienceSeconds?, forecastBand?, target?}` →
 * `{owner, volumeBeyondForecast, staffingUnderPlan, expected, planReachesTarget, trace}`.
 */
function answerAttribute(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const ahtSeconds = readPositive(request, 'ahtSeconds');
    const intervalSeconds = readInterval(request);
    const [forecast, actual] = ['forecastCalls', 'actualCalls'].map((name) => {
      if ((readAmount(request, name) * ahtSeconds) / intervalSeconds > mostErlangs) {
        request.refuse('staffing.tooLarge', `At most ${mostErlangs} erlangs.`, name);
      }
      return new Exact(request.decimal(name));
    }) as [Exact, Exact];
    return attributeMiss({
      forecastCalls: forecast,
      actualCalls: actual,
      plannedAgents: readAgents(request, 'plannedAgents'),
      actualAgents: readAgents(request, 'actualAgents'),
      intervalSeconds,
      ahtSeconds,
      thresholdSeconds: readThreshold(request),
      meanPatienceSeconds: readOr(request, 'meanPatienceSeconds', readPositive, null),
      forecastBand: new Exact(readOr(request, 'forecastBand', readShare, '0.10')),
      target: readOr(request, 'target', readTarget, 0.8),
    });
  });
}

/** The staffing operations of the engine as a command (engine-cli). */
export const ops: Ops = {
  'staffing.erlangC': answerErlangC,
  'staffing.erlangA': answerErlangA,
  'staffing.simulate': answerSimulate,
  'staffing.attribute': answerAttribute,
};
