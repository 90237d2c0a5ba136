import {
  claimedSteps,
  type FoundRows,
  foundRowsSteps,
  refusedSteps,
  judge,
  type Judgement,
  type Target,
  type Trace,
  type Waiver,
  windowSteps,
  type WindowTerms,
} from '@plumbline/sla-engine';
import { type Grain, grainName, grains, isInterval } from '@plumbline/measurements/schema';
import type { AgreedSla } from './agreed-sla';
import {
  type AppliedExclusion,
  takesSomething,
  takingNothingStated,
  toEngineExclusion,
} from './applied-exclusions';
import { asKpiRows, type CountedRows, measuresOf } from './counted-rows';
import { daysOf, type JudgedWindow } from './judged-window';

/** A share that a file states without its counts (semantics rule 13). */
export interface ClaimedRow {
  readonly value: string;
  readonly grain: number;
  /** File name and line. */
  readonly source: string;
}

export interface SlaFacts {
  readonly sla: AgreedSla;
  readonly window: JudgedWindow;
  readonly dueAt: string;
  readonly asOf: Temporal.Instant;
  readonly rows: CountedRows;
  readonly claimed: readonly ClaimedRow[];
  /** Approved exclusions with the rows they take out; they are among `rows` still. */
  readonly exclusions?: readonly AppliedExclusion[];
  readonly waiver?: Waiver | null;
}

/** A result before it is written. */
export interface Judged {
  readonly state: Judgement['state'];
  /** What the figures alone say, under a waiver. */
  readonly underlying: Judgement['state'];
  readonly value: string | null;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly interval: NonNullable<Judgement['interval']> | null;
  readonly claimedValue: string | null;
  readonly rowsCounted: number;
  readonly excluded: readonly ExcludedRows[];
  readonly trace: Trace;
  readonly exclusions: readonly AppliedExclusion['record'][];
  /** The figure had no exclusion been approved; null where none took anything out. */
  readonly withoutExclusions: Judgement['withoutExclusions'];
  /** Only where it lies over a breach. */
  readonly waiver: Waiver | null;
  /** The next instant at which time alone may change the state; null where only facts can. */
  readonly reconsiderAt: string | null;
}

export interface ExcludedRows {
  readonly reason: string;
  readonly rows: number;
  readonly measures: readonly string[];
  readonly amounts: Readonly<Record<string, string>>;
}

/** What was counted, before a sentence is made of it: the engine sees sums, so the numbers of rows are said here. */
const countedByEngine = new Set(['kpi.rowsCounted', 'kpi.rowsSetAside']);

/**
 * Judges one SLA over one window by the engine and says before its trace how the rows were found: window, terms, grain,
 * days, rows set aside.
 */
export function judgeSla(facts: SlaFacts): Judged {
  const { sla, window, dueAt, asOf, rows } = facts;
  const measures = measuresOf(sla.metric.definition);
  const claimed = claimedBeside(facts.claimed);
  const input = {
    definition: sla.metric.definition,
    target: sla.target,
    ...(sla.minimumSample > 0 ? { sample: { minimumN: sla.minimumSample } } : {}),
    window: { start: window.start, end: window.end, zone: window.zone },
    asOf: asOf.toString(),
    reportDueAt: dueAt,
    claimed: claimed === null ? [] : [claimed],
    waiver: facts.waiver ?? null,
  };
  const judgeWith = (applied: readonly AppliedExclusion[]) =>
    judge({ ...input, rows: asKpiRows(rows, measures), exclusions: applied.map(toEngineExclusion) });
  let exclusions = facts.exclusions ?? [];
  let asReported = judgeWith(exclusions);
  if (!asReported.ok && exclusions.some(({ record }) => record.stated)) {
    // what was stated no longer fits what was counted: the figure stands without it, and says so
    exclusions = exclusions.map(takingNothingStated);
    asReported = judgeWith(exclusions);
  }
  // counts that cannot be (more passes than samples) are no report: they stop neither this SLA nor its neighbours
  const judged = asReported.ok ? asReported : judge({ ...input, rows: [], exclusions: [] });
  if (!judged.ok) {
    throw new Error(`SLA ${sla.id}, ${window.firstDate}: ${judged.problem.detail} (${judged.problem.path})`);
  }
  const { state, underlying, value, numerator, denominator, interval, excluded, trace } = judged.value;
  const takenOut = exclusions.reduce((rows, exclusion) => rows + exclusion.rows, 0);
  const at = trace.findIndex((step) => step.rule === 'kpi.rowsCounted');
  return {
    state,
    underlying,
    value,
    numerator,
    denominator,
    interval: interval ?? null,
    claimedValue: claimed?.value ?? null,
    rowsCounted: asReported.ok ? rows.counted - takenOut : 0,
    excluded: [
      ...(asReported.ok
        ? []
        : [
            {
              reason: 'impossibleCounts',
              rows: rows.counted,
              measures,
              amounts: Object.fromEntries(rows.sums),
            },
          ]),
      ...rows.setAside.map((set) => ({ reason: 'missingMeasure', ...set, amounts: {} })),
      ...excluded
        .filter((units) => units.reason !== 'missingMeasure')
        .map((units) => ({
          reason: units.reason,
          rows: 0,
          measures: units.measures,
          amounts: units.amounts,
        })),
    ],
    trace: [
      ...windowSteps(termsOf(facts)),
      ...trace.slice(0, at).filter((step) => !countedByEngine.has(step.rule)),
      ...foundRowsSteps(foundOf(facts)),
      ...(asReported.ok ? [] : refusedSteps(asReported.problem)),
      ...trace.slice(at + 1).filter((step) => !countedByEngine.has(step.rule)),
      ...claimedSteps(facts.claimed.length, sla.contract.admitsClaimed),
    ],
    exclusions: exclusions.map(({ record }) => record),
    withoutExclusions: exclusions.some(takesSomething) ? judged.value.withoutExclusions : null,
    waiver: state === 'excused' ? (facts.waiver ?? null) : null,
    reconsiderAt: reconsiderAt(facts, state),
  };
}

/** A target as SQL holds it. */
export function targetColumns(target: Target) {
  return 'band' in target
    ? { comparator: null, target: null, low: target.band.low, high: target.band.high }
    : { comparator: target.comparator, target: target.value, low: null, high: null };
}

/** The one share that stands beside the counts; several would have to be averaged, which nobody may (semantics rule 13). */
export function claimedBeside(claimed: readonly ClaimedRow[]): { value: string; source: string } | null {
  const coarsest = Math.max(...claimed.map((row) => row.grain));
  const stated = claimed.filter((row) => row.grain === coarsest);
  const [only] = stated;
  return only && stated.length === 1 ? { value: only.value, source: only.source } : null;
}

function termsOf({ sla, window, dueAt }: SlaFacts): WindowTerms {
  const { metric, contract } = sla;
  return {
    month: window.month,
    ...(window.code === 'month'
      ? {}
      : { window: { code: window.code, first: window.firstDate, last: window.lastDate } }),
    start: window.start,
    end: window.end,
    zone: window.zone,
    dueAt,
    date: window.firstDate,
    contractVersion: contract.versionNumber,
    contractFrom: contract.effectiveFrom,
    metric: metric.code,
    metricVersion: metric.version,
    metricFrom: metric.effectiveFrom,
  };
}

function foundOf({ rows, window }: SlaFacts): FoundRows {
  const name = (grain: number) => grainName(grain as Grain);
  const byDay = rows.grain !== null && rows.grain !== grains.month && rows.counted > 0;
  return {
    grain: rows.grain === null ? null : name(rows.grain),
    placedBy: rows.grain !== null && isInterval(rows.grain) ? 'instant' : 'date',
    zone: window.zone,
    counted: rows.counted,
    setAside: rows.setAside,
    otherGrains: rows.otherGrains.map((other) => ({ grain: name(other.grain), rows: other.rows })),
    days: byDay ? { reported: rows.daysReported, of: daysOf(window) } : null,
  };
}

function reconsiderAt({ sla, window, dueAt, asOf, rows }: SlaFacts, state: Judged['state']): string | null {
  const before = (instant: string) => Temporal.Instant.compare(asOf, instant) <= 0;
  const anyRows = rows.counted > 0 || rows.setAside.length > 0;
  if (before(window.end)) return window.end;
  if (!anyRows && before(dueAt)) return dueAt;
  if (state !== 'provisional') return null;
  return Temporal.Instant.from(window.end)
    .toZonedDateTimeISO(window.zone)
    .add({ days: sla.metric.definition.repeatWindowDays ?? 0 })
    .toInstant()
    .toString();
}
