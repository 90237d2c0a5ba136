import type { ContractTerms } from './agreed-sla';
import { addMonths, firstMonthFrom, monthAt, monthsFrom, monthWindow, reportDueAt } from './month-window';

export type ReportingTerms = Pick<
  ContractTerms,
  'effectiveFrom' | 'effectiveTo' | 'timezone' | 'reportingDueDay' | 'activatedAt'
>;

/**
 * The months that a contract version obliges its vendor to report and that have begun by `now`: in force at the month's
 * start, and not yet due when the version was entered, as nobody can be late for a day that had passed before.
 */
export function owedMonths(terms: ReportingTerms, now: Temporal.Instant): string[] {
  const { effectiveFrom, effectiveTo, timezone, reportingDueDay, activatedAt } = terms;
  const activated = Temporal.Instant.fromEpochMilliseconds(activatedAt.getTime());
  const begin = firstMonthFrom(effectiveFrom);
  // a month is due in the month after it: anything earlier than the month before activation was due before
  const notBefore = addMonths(monthAt(activated, timezone), -1);
  return monthsFrom(begin > notBefore ? begin : notBefore, monthAt(now, timezone)).filter((month) => {
    const { firstDate } = monthWindow(month, timezone);
    const due = reportDueAt(month, reportingDueDay, timezone);
    return (effectiveTo === null || firstDate < effectiveTo) && Temporal.Instant.compare(due, activated) > 0;
  });
}
