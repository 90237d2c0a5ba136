import { type KpiFileState, type KpiFileSummary } from '@plumbline/measurements/schema';
import { type ReportingDutyAnswer } from '@plumbline/slas/schema';
import { formatNumber, type Hue, type IconName } from '@plumbline/ui';

/** What somebody has to do about a KPI file for it to go on. */
export type FileTurn = 'explain' | 'confirm' | 'resolve' | 'putRight';

const turnOfState: Partial<Readonly<Record<KpiFileState, FileTurn>>> = {
  received: 'explain',
  checked: 'confirm',
  waiting_for_vendors: 'resolve',
  refused: 'putRight',
};

const permissionOfTurn: Readonly<Record<FileTurn, string>> = {
  explain: 'kpi-file.upload',
  confirm: 'kpi-file.upload',
  putRight: 'kpi-file.upload',
  resolve: 'kpi-file.resolve-vendors',
};

export const turnLook: Readonly<Record<FileTurn, { readonly hue: Hue; readonly icon: IconName }>> = {
  explain: { hue: 'note', icon: 'columns' },
  confirm: { hue: 'note', icon: 'check' },
  resolve: { hue: 'warn', icon: 'vendors' },
  putRight: { hue: 'bad', icon: 'cross' },
};

export interface WaitingFile {
  readonly file: KpiFileSummary;
  readonly turn: FileTurn;
}

/** The files that wait for this person, longest waiting first; those that wait for somebody else are left out. */
export function waitingFiles(
  files: readonly KpiFileSummary[],
  can: (permission: string) => boolean,
): readonly WaitingFile[] {
  return files
    .flatMap((file) => {
      const turn = turnOfState[file.state];
      return turn && can(permissionOfTurn[turn]) ? [{ file, turn }] : [];
    })
    .toSorted((a, b) => a.file.createdAt.localeCompare(b.file.createdAt));
}

/** How many there are at least: with a plus where the list goes on beyond the page that was read. */
export interface CountSoFar {
  readonly count: number;
  readonly more: boolean;
}

/** Counts those of a page that a person has to do with. */
export function countOf<Item>(
  page: { readonly items: readonly Item[]; readonly nextCursor: string | null } | undefined,
  counts: (item: Item) => boolean = () => true,
): CountSoFar {
  return { count: (page?.items ?? []).filter(counts).length, more: (page?.nextCursor ?? null) !== null };
}

/** `50+` where there may be more than were counted. */
export function sayCount({ count, more }: CountSoFar, locale: string): string {
  return `${formatNumber(count, locale)}${more ? '+' : ''}`;
}

/** From how many days before its due instant on a reporting duty waits for its vendor. */
const DUE_SOON_DAYS = 7;

export interface WaitingDuty {
  readonly duty: ReportingDutyAnswer;
  readonly overdue: boolean;
}

/** Reporting duties that are overdue or due soon, the most urgent first. */
export function waitingDuties(duties: readonly ReportingDutyAnswer[], now: Date): readonly WaitingDuty[] {
  const soon = new Date(now.getTime() + DUE_SOON_DAYS * 86_400_000).toISOString();
  return duties
    .filter(({ dueAt }) => dueAt <= soon)
    .map((duty) => ({ duty, overdue: duty.state === 'missing' }))
    .toSorted((a, b) => a.duty.dueAt.localeCompare(b.duty.dueAt));
}
