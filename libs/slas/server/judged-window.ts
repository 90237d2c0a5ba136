import {
  type LocalWindow,
  type Outcome,
  type Window,
  type WindowKind,
  windowRule,
  type WindowRule,
  zonedWindow,
} from '@plumbline/sla-engine';

/** A stretch of local dates in a contract's zone over which a target is judged, with the dates by which rows are found. */
export interface JudgedWindow extends Window {
  /** As the SLA states it: `month`, `week`, `rolling-28-days`. */
  readonly code: string;
  /** `YYYY-MM`, the month in which it ends: where its figures are due, and where scorecards and credits count it. */
  readonly month: string;
  readonly firstDate: string;
  readonly lastDate: string;
}

/**
 * A window of an SLA in its contract's zone.
 *
 * @example judgedWindow('week', { first: '2026-09-28', last: '2026-10-04' }, 'UTC').month // '2026-10'
 */
export function judgedWindow(code: string, { first, last }: LocalWindow, zone: string): JudgedWindow {
  return {
    ...valueOf(zonedWindow({ first, last }, zone)),
    code,
    month: last.slice(0, 7),
    firstDate: first,
    lastDate: last,
  };
}

/** The rule of a code that the tables hold: their check lets no other in. */
export function ruleOf(code: string): WindowRule {
  return valueOf(windowRule(code));
}

export function kindOf(code: string): WindowKind {
  return ruleOf(code).kind;
}

/** Whether its windows are whole calendar months, one or several: rows that say a month can be counted in them. */
export function isOfMonths(code: string): boolean {
  const rule = ruleOf(code);
  return (
    rule.kind === 'month' || rule.kind === 'quarter' || (rule.kind === 'rolling' && rule.unit === 'months')
  );
}

/** What two results of an SLA are told apart by; null: a month says its own dates. */
export function windowFrom(window: Pick<JudgedWindow, 'code' | 'firstDate'>): string | null {
  return window.code === 'month' ? null : window.firstDate;
}

/** The days of a window, as evaluation counts those that were reported. */
export function daysOf({ firstDate, lastDate }: Pick<JudgedWindow, 'firstDate' | 'lastDate'>): number {
  return Temporal.PlainDate.from(firstDate).until(lastDate).days + 1;
}

/** The engine's answers to what was checked at entry. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.problem.detail} (${outcome.problem.path})`);
  return outcome.value;
}
