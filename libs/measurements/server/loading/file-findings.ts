import type { FileLayout, KpiMapping } from '@plumbline/measurements/schema';
import type { StoredFile } from '@plumbline/platform/files';
import type { AcceptedWarning, FileDoubts } from '../doubts/doubt';
import type { RowProblem } from '../reading/row-problems';
import type { SegmentAliases } from '../reading/segment-aliases';
import type { VendorRestatement } from '../restatement';
import type { LineOffsets } from './line-offsets';
import type { MergeCounts } from './merge';
import type { StagedVendor } from './staged-file';

/** A KPI file as its job finds it. */
export interface FileToLoad {
  readonly id: string;
  readonly state: 'checking' | 'ingesting';
  /** As this job found it: once somebody has decided anew, what this job finds is of yesterday, and another job is asked for. */
  readonly version: number;
  readonly vendor: { readonly id: string; readonly code: string; readonly reportsForOthers: boolean };
  readonly stored: StoredFile;
  readonly layout: FileLayout;
  readonly mapping: KpiMapping;
  readonly wrongRows: 'refuse' | 'leave_out';
  readonly restatementReason: string | null;
  /** Warnings accepted for every file of this layout. */
  readonly acceptedWarnings: readonly AcceptedWarning[];
  readonly aliases: SegmentAliases;
}

/** What reading the whole file found, whether or not it was merged. */
export interface FileFindings extends MergeCounts {
  readonly rowsRead: number;
  readonly rowsWrong: number;
  readonly problems: readonly RowProblem[];
  readonly unknownVendors: readonly StagedVendor[];
  /** YYYY-MM, ascending. */
  readonly months: readonly string[];
  readonly vendors: number;
  readonly segments: number;
  /** Null: its rows are about no cases. */
  readonly cases: number | null;
  /** What of earlier files is replaced, where nobody has given a reason for it yet. */
  readonly restatements: readonly VendorRestatement[];
  /** Null: nothing was merged. */
  readonly loadNumber: number | null;
  /** Where the lines of what was merged stand; null: nothing was merged. */
  readonly lineOffsets: LineOffsets | null;
  /** Null: not looked for, what was found before stands. */
  readonly doubts: FileDoubts | null;
}

/** What confirming the file does, for the page to say. */
export function effectOf(findings: FileFindings) {
  const { months, vendors, segments, cases, restatedOfEarlierFiles } = findings;
  return {
    ...{ months, vendors, segments, needsReason: restatedOfEarlierFiles > 0 },
    ...(cases === null ? {} : { cases }),
  };
}
