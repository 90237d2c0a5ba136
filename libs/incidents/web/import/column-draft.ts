import {
  type IncidentColumn,
  type ImportedMilestone,
  importedMilestones,
  type PhiAnswer,
  type Severity,
} from '@plumbline/incidents/schema';
import type { PeriodFormat } from '@plumbline/measurements/schema';
import type { CsvTable } from './csv-table';

export const meanings = [
  'ignore',
  'number',
  'title',
  'detail',
  'people',
  'place',
  'us_place',
  'severity',
  'phi',
] as const;
type Plain = (typeof meanings)[number];
export type Meaning = Plain | ImportedMilestone;
export const everyMeaning: readonly Meaning[] = [...meanings, ...importedMilestones];

/** What somebody says of a column; nothing is said of it until they do. */
export interface ColumnDraft {
  readonly header: string;
  readonly samples: readonly string[];
  /** Different values of the column, where they are few enough to be told one by one. */
  readonly values: readonly string[];
  readonly means: Meaning;
  /** Of a date: how it is written. Never guessed, as 03/04 is two days. */
  readonly format: PeriodFormat | '';
  /** Of a severity or PHI answer: which one each value is. */
  readonly chosen: Readonly<Record<string, string>>;
}

const MOST_VALUES = 25;
const SAMPLES = 3;

export function draftsOf({ headers, rows }: CsvTable): readonly ColumnDraft[] {
  return headers.map((header, index) => {
    const said = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '' && cell !== '?');
    const values = [...new Set(said)];
    return {
      ...{ header, samples: values.slice(0, SAMPLES), values: values.slice(0, MOST_VALUES) },
      ...{ means: 'ignore', format: '', chosen: {} },
    };
  });
}

export function isMilestone(means: Meaning): means is ImportedMilestone {
  return (importedMilestones as readonly string[]).includes(means);
}

/** What still has to be said: of a column, or that one is the discovery. */
export function missingOf(drafts: readonly ColumnDraft[]): 'discovery' | 'format' | 'twice' | null {
  const dates = drafts.map(({ means }) => means).filter(isMilestone);
  if (!dates.includes('discovered')) return 'discovery';
  if (new Set(dates).size < dates.length) return 'twice';
  return drafts.some(({ means, format }) => isMilestone(means) && format === '') ? 'format' : null;
}

export function columnsOf(drafts: readonly ColumnDraft[]): Record<string, IncidentColumn> {
  return Object.fromEntries(
    drafts.flatMap((draft): [string, IncidentColumn][] => {
      const column = columnOf(draft);
      return column === null ? [] : [[draft.header, column]];
    }),
  );
}

function columnOf({ means, format, chosen }: ColumnDraft): IncidentColumn | null {
  if (isMilestone(means)) return format === '' ? null : { kind: 'milestone', milestone: means, format };
  switch (means) {
    case 'ignore':
      return null;
    case 'place':
      return { kind: 'place', prefix: '' };
    case 'us_place':
      return { kind: 'place', prefix: 'US-' };
    case 'severity':
      return { kind: 'severity', values: chosen as Record<string, Severity> };
    case 'phi':
      return { kind: 'phi', values: chosen as Record<string, PhiAnswer> };
    default:
      return { kind: means };
  }
}
