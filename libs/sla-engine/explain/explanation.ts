import type { KpiFigure } from '../kpis/kpi-value';
import type { Exclusion } from '../kpis/kpi-row';
import type { MetricDefinition } from '../kpis/metric-definition';
import type { ClaimedFigure, Dispute, Waiver } from '../targets/judge';
import type { SampleRule, Target } from '../targets/target';
import type { IntervalFact } from '../targets/verdict';
import type { VerdictState } from '../targets/verdict-states';
import type { Window } from '../targets/window';
import type { Trace } from '../trace';

export const explanationFormat = 'plumbline.explanation/1';

/** One counted row, with the way back to the file it came in (K11). */
export interface ExplanationRow {
  /** Id of the received file. */
  readonly file: string;
  readonly fileName: string;
  /** Line of that file, the header being line 1. */
  readonly line: number;
  /** Start of the interval, RFC 3339. */
  readonly startsAt: string;
  /** Counts and seconds by measure, as decimal strings; null where the cell was blank. */
  readonly amounts: Readonly<Record<string, string | null>>;
}

export interface ExplanationVerdict extends KpiFigure {
  readonly state: VerdictState;
  /** What the figures alone say, under a waiver or a dispute. */
  readonly underlying: VerdictState;
  readonly interval?: IntervalFact;
}

export interface ExplanationClause {
  readonly contract: string;
  readonly contractVersion: number;
  /** Number or heading of the clause. */
  readonly reference: string;
}

/**
 * Everything behind one figure, as the page shows it and as it is exported (semantics rule 29). It is complete: the
 * verdict can be recomputed from it alone, which `recompute` does.
 */
export interface Explanation {
  readonly format: typeof explanationFormat;
  /** Id of the result, where it is stored. */
  readonly result?: string;
  readonly revision?: number;
  readonly vendor?: string;
  readonly metric: MetricDefinition & { readonly name?: string };
  readonly window: Window;
  /** The cut of the data: line of business, channel, queue, language; empty for the whole. */
  readonly segment: Readonly<Record<string, string>>;
  readonly target: Target & { readonly sample?: SampleRule; readonly clause?: ExplanationClause };
  /** The instant of judging, and until when rows could come in. */
  readonly asOf: string;
  readonly reportDueAt?: string;
  readonly rows: readonly ExplanationRow[];
  readonly exclusions: readonly Exclusion[];
  readonly claimed: readonly ClaimedFigure[];
  readonly waiver: Waiver | null;
  readonly dispute: Dispute | null;
  /** Denominator that was still to come, where the window was open. */
  readonly remaining?: string;
  /** The verdict as published: what recomputing has to arrive at. */
  readonly verdict: ExplanationVerdict;
  readonly trace: Trace;
}
