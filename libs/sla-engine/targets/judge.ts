import type { Amount } from '../decimals';
import { type KpiFigure, type KpiValue, kpiValue } from '../kpis/kpi-value';
import type { ExcludedUnits, Exclusion, KpiRow } from '../kpis/kpi-row';
import type { MetricDefinition } from '../kpis/metric-definition';
import { type Outcome, succeed } from '../outcome';
import type { Trace, TraceStep } from '../trace';
import { type Outlook, outlook } from './outlook';
import { type Phase, phaseOf } from './phase-of';
import type { SampleRule, Target } from './target';
import { type IntervalFact, type Measured, type Verdict, verdict } from './verdict';
import type { VerdictState } from './verdict-states';
import type { Window } from './window';

/** A percentage without its counts, admitted by a contract's flag: shown beside, never mixed in (semantics rule 13). */
export interface ClaimedFigure {
  readonly value: string;
  /** Where it was stated: file and line, a letter, a portal. */
  readonly source: string;
}

/** An approved decision that a breach has no consequences; the breach stays visible (semantics rule 20). */
export interface Waiver {
  readonly id: string;
  readonly reason: string;
  readonly approvedBy: string;
}

export interface Dispute {
  readonly id: string;
  readonly reason: string;
}

export interface JudgeInput {
  readonly definition: MetricDefinition;
  readonly target: Target;
  /** Sample rule of the target, for sampled metrics. */
  readonly sample?: SampleRule;
  readonly window: Window;
  /** The instant of judging, given by the caller. */
  readonly asOf: string;
  /** Until when rows may still come in; the end of the window when not said. */
  readonly reportDueAt?: string;
  readonly rows: readonly KpiRow[];
  readonly exclusions?: readonly Exclusion[];
  readonly claimed?: readonly ClaimedFigure[];
  readonly waiver?: Waiver | null;
  readonly dispute?: Dispute | null;
  /** Denominator still to come in an open window; without it the outlook is left out. */
  readonly remaining?: Amount;
}

export interface Judgement extends KpiFigure {
  readonly state: VerdictState;
  /** What the figures alone say; differs from `state` where a waiver or a dispute lies over it. */
  readonly underlying: VerdictState;
  readonly interval?: IntervalFact;
  readonly outlook?: Outlook;
  readonly complete: boolean;
  readonly excluded: readonly ExcludedUnits[];
  /** The figure and its state had no exclusion been approved; null where none took anything out. */
  readonly withoutExclusions: (KpiFigure & { readonly state: VerdictState }) | null;
  readonly claimed: readonly ClaimedFigure[];
  readonly trace: Trace;
}

/**
 * The result of one target over one window: rows to value, value to verdict, and over it what time and people add
 * (semantics rules 13 to 20). While the window, its reporting time or a repeat window is open nothing is decided:
 * `provisional`, or `atRisk` where an open window misses its target so far or cannot reach it any more.
 */
export function judge(input: JudgeInput): Outcome<Judgement> {
  const phase = phaseOf(input);
  if (!phase.ok) {
    return phase;
  }
  const value = kpiValue(input);
  if (!value.ok) {
    return value;
  }
  const decided = verdict(input.target, measuredOf(input, value.value, value.value.basis));
  if (!decided.ok) {
    return decided;
  }
  const without = verdictWithoutExclusions(input, value.value);
  if (!without.ok) {
    return without;
  }
  const ahead = outlookOf(input, phase.value, value.value);
  if (!ahead.ok) {
    return ahead;
  }
  const timed = stateInTime(phase.value, input.definition, value.value, decided.value, ahead.value);
  const { state, steps } = stateOfPeople(input, timed.state);
  const { numerator, denominator, complete, excluded, withoutExclusions } = value.value;
  return succeed({
    state,
    underlying: timed.state,
    value: value.value.value,
    numerator,
    denominator,
    ...(decided.value.interval === undefined ? {} : { interval: decided.value.interval }),
    ...(ahead.value === null ? {} : { outlook: ahead.value }),
    complete,
    excluded,
    withoutExclusions:
      withoutExclusions === null || without.value === null
        ? null
        : { ...withoutExclusions, state: without.value.state },
    claimed: input.claimed ?? [],
    trace: [
      ...value.value.trace,
      ...decided.value.trace,
      ...(ahead.value?.trace ?? []),
      ...timed.steps,
      ...claimedSteps(input.claimed ?? []),
      ...steps,
    ],
  });
}

function measuredOf(input: JudgeInput, figure: KpiFigure, basis: KpiValue['basis']): Measured {
  if (basis === 'notReported') {
    return { reported: false };
  }
  if (figure.value === null) {
    return { value: null };
  }
  if (figure.denominator === null) {
    return { value: figure.numerator };
  }
  if (input.definition.sampled === true) {
    return { sample: { passes: figure.numerator, n: figure.denominator, ...input.sample } };
  }
  return { numerator: figure.numerator, denominator: figure.denominator };
}

function verdictWithoutExclusions(input: JudgeInput, value: KpiValue): Outcome<Verdict | null> {
  const figure = value.withoutExclusions;
  if (figure === null) {
    return succeed(null);
  }
  return verdict(input.target, measuredOf(input, figure, figure.value === null ? 'noVolume' : 'counted'));
}

function outlookOf(input: JudgeInput, phase: Phase, value: KpiValue): Outcome<Outlook | null> {
  const { remaining, definition, target } = input;
  if (phase !== 'windowOpen' || remaining === undefined || value.denominator === null) {
    return succeed(null);
  }
  const best = definition.unit === 'ratio' ? 1 : null;
  return outlook({ target, numerator: value.numerator, denominator: value.denominator, remaining, best });
}

function stateInTime(
  phase: Phase,
  { repeatWindowDays: days = 0 }: MetricDefinition,
  value: KpiValue,
  decided: Verdict,
  ahead: Outlook | null,
): { state: VerdictState; steps: readonly TraceStep[] } {
  if (phase === 'closed') {
    return { state: decided.state, steps: [] };
  }
  if (phase === 'repeatWindowOpen') {
    return value.basis === 'counted'
      ? { state: 'provisional', steps: [{ rule: 'target.repeatWindowOpen', facts: { days } }] }
      : { state: decided.state, steps: [] };
  }
  if (phase === 'reportOpen') {
    return { state: 'provisional', steps: [{ rule: 'target.reportOpen', facts: {} }] };
  }
  const missesSoFar = decided.state === 'breached' || ahead?.reachable === false;
  const state = missesSoFar ? 'atRisk' : 'provisional';
  return { state, steps: [{ rule: 'target.windowOpen', facts: { soFar: decided.state } }] };
}

const overridable: readonly VerdictState[] = [
  'met',
  'breached',
  'insufficientSample',
  'noVolume',
  'notReported',
];

function stateOfPeople(
  input: JudgeInput,
  underlying: VerdictState,
): { state: VerdictState; steps: readonly TraceStep[] } {
  const { waiver, dispute } = input;
  if (waiver !== undefined && waiver !== null && underlying === 'breached') {
    const { id, reason, approvedBy } = waiver;
    return { state: 'excused', steps: [{ rule: 'target.waived', facts: { id, reason, approvedBy } }] };
  }
  if (dispute !== undefined && dispute !== null && overridable.includes(underlying)) {
    const { id, reason } = dispute;
    return { state: 'disputed', steps: [{ rule: 'target.disputed', facts: { id, reason, underlying } }] };
  }
  return { state: underlying, steps: [] };
}

function claimedSteps(claimed: readonly ClaimedFigure[]): readonly TraceStep[] {
  return claimed.map(({ value, source }) => ({ rule: 'target.claimed', facts: { value, source } }));
}
