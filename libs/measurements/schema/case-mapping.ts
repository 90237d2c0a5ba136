import type { CaseTerms } from './case-terms';
import type { GrainName } from './grain';
import type { MappedColumn } from './kpi-mapping';
import { finestOf } from './period-format';

interface CaseDraft {
  readonly columns: readonly MappedColumn[];
  readonly grain: GrainName;
  readonly cases?: CaseTerms | undefined;
}

type Report = (path: (string | number)[], message: string) => void;

/** What columns of a file of cases may mean; its counts are made, not read. */
const allowed: ReadonlySet<string> = new Set([
  ...['ignore', 'vendor', 'vendor_name', 'segment', 'filter'],
  ...['case_number', 'case_opened', 'case_closed', 'case_acknowledged'],
]);

/** A file of cases: its number, when it was opened and closed, and how much time it had. */
export function checkCaseMapping({ columns, grain, cases }: CaseDraft, problem: Report): void {
  const has = (kind: string) => columns.some(({ means }) => means.kind === kind);
  if (!has('case_number')) problem(['columns'], 'say which column holds the number of the case');
  if (!has('case_opened')) problem(['columns'], 'say which column holds when the case was opened');
  if (!has('case_closed')) problem(['columns'], 'say which column holds when the case was closed');
  for (const [index, { means }] of columns.entries()) {
    if (!allowed.has(means.kind))
      problem(['columns', index, 'means'], 'a file of cases holds no counts and no periods');
  }
  if (grain !== 'day') problem(['grain'], 'cases are counted by day');
  if (cases === undefined) {
    problem(['cases'], 'say how much time a case has');
    return;
  }
  checkTimes(columns, cases, problem);
}

function checkTimes(columns: readonly MappedColumn[], cases: CaseTerms, problem: Report): void {
  const acknowledged = columns.findIndex(({ means }) => means.kind === 'case_acknowledged');
  if (acknowledged !== -1 && cases.acknowledge === undefined)
    problem(['cases', 'acknowledge'], 'say how much time there is to acknowledge a case');
  if (acknowledged === -1 && cases.acknowledge !== undefined)
    problem(['cases', 'acknowledge'], 'no column says when a case was acknowledged');
  const units = [cases.close.unit, ...(cases.acknowledge ? [cases.acknowledge.unit] : [])];
  if (units.includes('businessDays') && cases.calendar === undefined)
    problem(['cases', 'calendar'], 'say which calendar tells the business days');
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
    if (finest === 'month') problem(['columns', index, 'means'], 'a month label cannot say the day');
    else if (unit === 'hours' && finest === 'day')
      problem(['columns', index, 'means'], 'hours need a time of day: a date cannot say when they are over');
  }
}
