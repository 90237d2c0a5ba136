/** A fact of a trace: numbers that must stay exact are decimal strings, instants are RFC 3339. */
export type TraceFact =
  string | number | boolean | null | readonly TraceFact[] | { readonly [name: string]: TraceFact };

/**
 * One step of a decision as data, not prose (semantics rule 29): the rule that was applied, named
 * by a stable code such as `kpi.ratioOfSums`, and the facts it was applied to. `explain/render` is the
 * one place that turns steps into English or Spanish sentences.
 */
export interface TraceStep {
  readonly rule: string;
  readonly facts: { readonly [name: string]: TraceFact };
}

export type Trace = readonly TraceStep[];
