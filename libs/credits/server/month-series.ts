import { type CreditSchemeTerms, isFailure } from '@plumbline/credits/schema';
import type { VerdictState } from '@plumbline/sla-engine';

export interface MonthVerdict {
  readonly period: string;
  readonly verdict: 'P' | 'F' | '?';
}

/** What an SLA's month was, by month: kept per metric and segment, so that an amended contract goes on counting. */
export type MonthStates = ReadonlyMap<
  string,
  { readonly state: VerdictState; readonly value: string | null }
>;

/** Passed, failed, or without a verdict, for each month from one to another, both included. */
export function verdictsOf(
  terms: CreditSchemeTerms,
  states: MonthStates,
  { from, to }: { readonly from: string; readonly to: string },
): MonthVerdict[] {
  const verdicts: MonthVerdict[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(from);
    Temporal.PlainYearMonth.compare(month, to) <= 0;
    month = month.add({ months: 1 })
  ) {
    const period = month.toString();
    const state = states.get(period)?.state;
    const failed = state !== undefined && isFailure(terms, state);
    verdicts.push({ period, verdict: failed ? 'F' : state === 'met' ? 'P' : '?' });
  }
  return verdicts;
}

/**
 * Which miss in a row the last month is; 0 where it is none. Months without a verdict are skipped and listed, they reset
 * nothing (semantics rule 23).
 */
export function missesInARow(verdicts: readonly MonthVerdict[]): {
  readonly occurrence: number;
  readonly skipped: readonly string[];
} {
  if (verdicts.at(-1)?.verdict !== 'F') return { occurrence: 0, skipped: [] };
  const skipped: string[] = [];
  const between: string[] = [];
  let occurrence = 0;
  for (const { period, verdict } of verdicts.toReversed()) {
    if (verdict === 'P') break;
    if (verdict === '?') {
      between.push(period);
      continue;
    }
    occurrence += 1;
    // only what lies between two misses was skipped in counting
    skipped.push(...between.splice(0));
  }
  return { occurrence, skipped: skipped.toReversed() };
}

/** Months at target after a miss until the required number is reached or the SLA fails again. */
export function monthsAtTarget(
  after: readonly MonthVerdict[],
  required: number,
): { readonly monthsAtTarget: number; readonly repeatDefault: boolean } {
  let met = 0;
  for (const { verdict } of after) {
    if (verdict === 'F') return { monthsAtTarget: met, repeatDefault: true };
    if (verdict === 'P') met += 1;
    if (met === required) break;
  }
  return { monthsAtTarget: met, repeatDefault: false };
}
