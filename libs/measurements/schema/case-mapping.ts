import type { CaseTerms } from './case-terms';
import type { ReportMappingProblem } from './findings/mapping-problems';
import type { GrainName } from './grain';
import type { MappedColumn } from './kpi-mapping';
import { finestOf } from './period-format';

interface CaseDraft {
  readonly columns: readonly MappedColumn[];
  readonly grain: GrainName;
  readonly cases?: CaseTerms | undefined;
}

/** What columns of a file of cases may mean; its counts are made, not read. */
const allowed: ReadonlySet<string> = new Set([
  ...['ignore', 'vendor', 'vendor_name', 'segment', 'filter'],
  ...['case_number', 'case_opened', 'case_closed', 'case_acknowledged'],
]);

/** A file of cases: its number, when it was opened and closed, and how much time it had. */
export function checkCaseMapping({ columns, grain, cases }: CaseDraft, problem: ReportMappingProblem): void {
  const has = (kind: string) => columns.some(({ means }) => means.kind === kind);
  if (!has('case_number')) problem(['columns'], 'case-number-column');
  if (!has('case_opened')) problem(['columns'], 'case-opened-column');
  if (!has('case_closed')) problem(['columns'], 'case-closed-column');
  for (const [index, { means }] of columns.entries()) {
    if (!allowed.has(means.kind)) problem(['columns', index, 'means'], 'figures-in-cases');
  }
  if (grain !== 'day') problem(['grain'], 'case-grain');
  if (cases === undefined) {
    problem(['cases'], 'case-time');
    return;
  }
  checkTimes(columns, cases, problem);
}

function checkTimes(columns: readonly MappedColumn[], cases: CaseTerms, problem: ReportMappingProblem): void {
  const acknowledged = columns.findIndex(({ means }) => means.kind === 'case_acknowledged');
  if (acknowledged !== -1 && cases.acknowledge === undefined)
    problem(['cases', 'acknowledge'], 'case-acknowledged-time');
  if (acknowledged === -1 && cases.acknowledge !== undefined)
    problem(['cases', 'acknowledge'], 'case-acknowledgement-column');
  const units = [cases.close.unit, ...(cases.acknowledge ? [cases.acknowledge.unit] : [])];
  if (units.includes('businessDays') && cases.calendar === undefined)
    problem(['cases', 'calendar'], 'case-calendar');
  for (const [index, { means }] of columns.entries()) {
    if (means.kind !== 'case_opened' && means.kind !== 'case_closed' && means.kind !== 'case_acknowledged')
      continue;
    const finest = finestOf(means.format);
    const unit =
      means.kind === 'case_closed'
        ? cases.close.unit
        : means.kind === 'case_acknowledged'
          ? cases.acknowledge?.unit
          : units.find((each) => each === 'hours');
    if (finest === 'month') problem(['columns', index, 'means'], 'month-without-day');
    else if (unit === 'hours' && finest === 'day') problem(['columns', index, 'means'], 'hours-need-time');
  }
}
