import {
  type DoubtParameters,
  type DoubtPlaceParameters,
  doubtPlaceTexts,
  doubtTexts,
  type FileWarning,
  type Finding,
  plainly,
  say,
  type UnknownName,
  type WarningCode,
  type WarningPlace,
} from '@plumbline/measurements/schema';
import type { RoleConnection } from '@plumbline/platform/database';
import type { CellPlan } from '../reading/cell-plan';
import type { SegmentAliases } from '../reading/segment-aliases';
import type { StagedFile } from '../loading/staged-file';

/** Something doubtful, before anybody said whether it is right. */
export type Doubt = Omit<FileWarning, 'accepted' | 'remembered'>;

/** A staged file whose vendors and segments are named: `staged`, `staged_vendor`, `staged_segment` of this connection. */
export interface DoubtfulFile {
  readonly connection: RoleConnection;
  readonly tenantId: string;
  readonly grain: number;
  readonly staged: StagedFile;
  readonly figures: CellPlan['figures'];
  /** What was said about names before: those that stand for themselves are new, and not asked about again. */
  readonly aliases: SegmentAliases;
  readonly accepted: readonly AcceptedWarning[];
  /** Its rows are about cases and stand in `case_row`; what is staged are the counts that they make. */
  readonly ofCases: boolean;
}

/** A warning that was accepted for every file of a layout. */
export interface AcceptedWarning {
  readonly code: string;
  readonly by: string;
  readonly at: string;
}

/** Everything doubtful about a file, and how far that was accepted for its layout. */
export interface FileDoubts {
  readonly warnings: readonly FileWarning[];
  readonly unknownNames: readonly UnknownName[];
}

/** So many places of a warning are kept. */
export const LISTED_PLACES = 100;

export const NAMED =
  'join staged_vendor v on v.ordinal = s.vendor join staged_segment g on g.ordinal = s.segment';

/** Staged columns by measure code. */
export function stagedColumns(figures: CellPlan['figures']): ReadonlyMap<string, string> {
  return new Map(
    figures.flatMap(({ measure, staged }) => (measure ? [[measure.code, staged] as const] : [])),
  );
}

/** A segment in words: `group · voice · claims`. */
export function segmentWords(values: readonly (string | null)[]): string {
  return values.filter((value) => value !== null).join(' · ');
}

/** A doubt with its sentence in English. */
export function doubt<Code extends WarningCode>(
  code: Code,
  parameters: DoubtParameters[Code],
  count: number,
  places: readonly WarningPlace[],
): Doubt {
  const finding = { code, parameters: { ...(parameters as object) } } as Finding & { code: Code };
  const detail = say(doubtTexts, finding, 'en', plainly) ?? '';
  return { ...finding, detail, count, places: [...places] };
}

/** One of its places, with its sentence in English. */
export function placeOf<Code extends WarningCode>(
  code: Code,
  at: Pick<WarningPlace, 'line' | 'date'>,
  parameters: DoubtPlaceParameters[Code],
): WarningPlace {
  const finding = { code, parameters: { ...(parameters as object) } } as Finding;
  return {
    ...at,
    detail: say(doubtPlaceTexts, finding, 'en', plainly) ?? '',
    parameters: finding.parameters,
  };
}
