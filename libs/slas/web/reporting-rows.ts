import type { ReportingDutyAnswer, ReportingState } from '@plumbline/slas/schema';
import type { Hue, IconName } from '@plumbline/ui';

export interface ReportingRow {
  readonly vendor: ReportingDutyAnswer['vendor'];
  /** One for each month shown; several duties where several contracts ask for the month. */
  readonly cells: readonly { readonly month: string; readonly duties: readonly ReportingDutyAnswer[] }[];
}

/** Vendors by months; duties come ordered by vendor. */
export function reportingRows(
  duties: readonly ReportingDutyAnswer[],
  months: readonly string[],
): readonly ReportingRow[] {
  const vendors = new Map(duties.map(({ vendor }) => [vendor.id, vendor]));
  return [...vendors.values()].map((vendor) => ({
    vendor,
    cells: months.map((month) => ({
      month,
      duties: duties.filter((duty) => duty.vendor.id === vendor.id && duty.month === month),
    })),
  }));
}

/** Days that are left until the duty is due, the day itself being 0; less where it has passed. */
export function daysLeft({ dueAt }: Pick<ReportingDutyAnswer, 'dueAt'>, now: Date): number {
  return Math.ceil((Date.parse(dueAt) - now.getTime()) / 86_400_000) - 1;
}

export const reportingLook: Readonly<Record<ReportingState, { readonly hue: Hue; readonly icon: IconName }>> =
  {
    due: { hue: 'note', icon: 'calendar' },
    in_time: { hue: 'good', icon: 'check' },
    late: { hue: 'warn', icon: 'hourglass' },
    missing: { hue: 'bad', icon: 'noFile' },
  };
