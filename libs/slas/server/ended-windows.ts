import type { MeasuredSegment } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { isFinalState, type VerdictState, windowsEnding } from '@plumbline/sla-engine';
import type { RevisionReason, WindowsOfMonth } from '@plumbline/slas/schema';
import { ruleOf, valueOf } from './judged-window';
import { type FigureRow, figureColumns, type ReasonRow, reasonColumns } from './results.repository';
import { stateOfColumn } from './state-columns';
import { worstState } from './worst-state';

/** The newest result of a window that is no month, with what tells which SLA of which version it continues. */
export interface EndedWindow extends Omit<FigureRow, 'state'> {
  readonly contractId: string;
  readonly metricId: string;
  readonly segment: MeasuredSegment;
  readonly code: string;
  readonly first: string;
  readonly last: string;
  readonly resultId: string;
  readonly revision: number;
  readonly state: VerdictState;
  readonly reason: RevisionReason;
}

/** The SLA of which a month's windows are wanted. */
export interface WindowedTerms {
  readonly contractId: string;
  readonly metricId: string;
  readonly segment: MeasuredSegment;
  readonly code: string;
  /** First day of the contract version: windows that begin earlier belong to the version before. */
  readonly effectiveFrom: string;
}

/** What a month is to an SLA of other windows. */
export interface MonthOfWindows {
  readonly state: VerdictState;
  /** The window whose figure stands for the month; null where none ends in it, or none was judged. */
  readonly worst: EndedWindow | null;
  readonly windows: WindowsOfMonth;
}

/** A vendor's results of windows that end in a month, of all contracts and versions; calendar months are not among them. */
export async function endedWindows(
  tx: TenantTransaction,
  vendorId: string,
  month: string,
): Promise<EndedWindow[]> {
  const rows = await tx.prepared<EndedRow>(
    `select r.id, r.revision, r.window_from::text as first, r.window_to::text as last, ${figureColumns}, ${reasonColumns},
            s.metric_id, s.line_of_business, s.channel, s.queue, s.language, s."window" as code, v.contract_id
     from result r
     join sla s on s.tenant_id = $1 and s.id = r.sla_id
     join contract_version v on v.tenant_id = $1 and v.id = s.contract_version_id
     left join kpi_file file on file.tenant_id = $1 and file.id = r.kpi_file_id
     where r.tenant_id = $1 and r.vendor_id = $2 and r.month = $3 and r.window_kind <> 'month' and r.latest
     order by r.window_from, r.id`,
    [tx.tenantId, vendorId, `${month}-01`],
  );
  return rows.map(toEnded);
}

/**
 * A month of an SLA from the windows that end in it. Where none does (a quarter, in its first two months) there is nothing to
 * judge; where one that the SLA's version owes was not judged yet, the month is open.
 */
export function monthOfWindows(
  terms: WindowedTerms,
  month: string,
  ended: readonly EndedWindow[],
): MonthOfWindows {
  const own = ended.filter((each) => isOf(terms, each));
  const days = Temporal.PlainYearMonth.from(month);
  const owed = valueOf(
    windowsEnding(ruleOf(terms.code), `${month}-01`, days.toPlainDate({ day: days.daysInMonth }).toString()),
  ).filter(({ first }) => first >= terms.effectiveFrom);
  const missing = owed.filter(({ first }) => own.every((each) => each.first !== first)).length;
  const state = worstState([
    ...own.map((each) => each.state),
    ...(missing > 0 ? (['provisional'] as const) : []),
  ]);
  return {
    state: state ?? 'noVolume',
    worst: own.find((each) => each.state === state) ?? null,
    windows: {
      code: terms.code,
      met: own.filter((each) => each.state === 'met').length,
      breached: own.filter((each) => each.state === 'breached').length,
      open: missing + own.filter((each) => !isFinalState(each.state)).length,
      results: own.map(({ resultId, first, last, state: of, value }) => ({
        ...{ resultId, first, last, state: of, value },
      })),
    },
  };
}

function isOf(terms: WindowedTerms, window: EndedWindow): boolean {
  const { lineOfBusiness, channel, queue, language } = terms.segment;
  return (
    window.contractId === terms.contractId &&
    window.metricId === terms.metricId &&
    window.code === terms.code &&
    window.segment.lineOfBusiness === lineOfBusiness &&
    window.segment.channel === channel &&
    window.segment.queue === queue &&
    window.segment.language === language
  );
}

interface EndedRow extends FigureRow, ReasonRow {
  readonly id: string;
  readonly revision: number;
  readonly first: string;
  readonly last: string;
  readonly metric_id: string;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly code: string;
  readonly contract_id: string;
}

function toEnded(row: EndedRow): EndedWindow {
  return {
    contractId: row.contract_id,
    metricId: row.metric_id,
    segment: {
      lineOfBusiness: row.line_of_business,
      channel: row.channel,
      queue: row.queue,
      language: row.language,
    },
    code: row.code,
    first: row.first,
    last: row.last,
    resultId: row.id,
    revision: row.revision,
    state: stateOfColumn(row.state),
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    claimed_value: row.claimed_value,
    interval_low: row.interval_low,
    interval_high: row.interval_high,
    rows_counted: row.rows_counted,
    reason: {
      code: row.reason,
      file:
        row.file_id === null
          ? null
          : { id: row.file_id, name: row.file_name ?? '', restatementReason: row.restatement_reason },
    },
  };
}
