import {
  type CellMeaning,
  type ClaimedUnit,
  type ColumnMeaning,
  type DurationUnit,
  type FileLayout,
  type GrainName,
  type KpiMapping,
  type MappedColumn,
  type Measure,
  type PeriodFormat,
  dimensionNames,
} from '@plumbline/measurements/schema';
import { type CaseDraft, blankCases, casesOfDraft, draftOfCases } from './case-draft';

/** What one figure of a long file means, as the form holds it. */
export interface NameDraft {
  name: string;
  choice: string;
  unit: '' | ClaimedUnit;
  metric: string;
}

/** One column as the form holds it: every part a control may show, blank where the choice does not ask for it. */
export interface ColumnDraft {
  header: string;
  /** A kind of meaning, with what it is of: `measure:offered`, `segment:queue`, `period`. */
  choice: string;
  format: '' | PeriodFormat;
  unit: '' | ClaimedUnit;
  measure: string;
  weight: string;
  metric: string;
  /** One a line: versions from the earliest on, or values whose rows are passed over. */
  list: string;
  names: NameDraft[];
}

export interface MappingDraft {
  columns: ColumnDraft[];
  /** Counts of a period in each row, or one row or more per case. */
  holds: 'counts' | 'cases';
  cases: CaseDraft;
  grain: GrainName;
  /** Blank until somebody says it. */
  timezone: string;
  constants: { lineOfBusiness: string; channel: string; queue: string; language: string };
  decimal: '.' | ',';
  repeatedHour: 'refuse' | 'in_order';
  /** Of a workbook; blank where there are no sheets. */
  sheet: string;
  /** 0 where nobody said. */
  headerLine: number;
  /** One a line: how rows begin that are passed over. */
  skipRows: string;
  /** Under which it is remembered. */
  name: string;
}

export type UnitsOfMeasures = ReadonlyMap<string, Measure['unit']>;

/** What can be seen of how a file is built. */
export type SeenOfFile = Pick<FileLayout, 'sheet' | 'headerLine' | 'footers'> & {
  readonly decimal?: '.' | ',';
};

/** What is known before anybody says anything: meanings of columns and how fine the rows are. */
export function draftOfColumns(
  columns: readonly MappedColumn[],
  grain: GrainName,
  name: string,
  measures: UnitsOfMeasures,
  seen: SeenOfFile = {},
): MappingDraft {
  return {
    columns: columns.map((column) => draftOfColumn(column, measures)),
    holds: columns.some(({ means }) => means.kind === 'case_number') ? 'cases' : 'counts',
    cases: blankCases,
    grain,
    timezone: '',
    constants: { lineOfBusiness: '', channel: '', queue: '', language: '' },
    decimal: seen.decimal ?? '.',
    repeatedHour: 'refuse',
    sheet: seen.sheet ?? '',
    headerLine: seen.headerLine ?? 0,
    skipRows: (seen.footers ?? []).join('\n'),
    name,
  };
}

/** A mapping that was said before, to be looked at and changed. */
export function draftOfMapping(mapping: KpiMapping, name: string, measures: UnitsOfMeasures): MappingDraft {
  const { timezone, decimal, repeatedHour, constants, sheet, headerLine, skipRows: footers } = mapping;
  return {
    ...draftOfColumns(mapping.columns, mapping.grain, name, measures, {
      sheet,
      headerLine,
      footers,
      decimal,
    }),
    ...(mapping.cases && { holds: 'cases' as const, cases: draftOfCases(mapping.cases) }),
    timezone,
    repeatedHour,
    constants: {
      lineOfBusiness: constants.lineOfBusiness ?? '',
      channel: constants.channel ?? '',
      queue: constants.queue ?? '',
      language: constants.language ?? '',
    },
  };
}

/**
 * The draft as the schema wants it; what is blank stays blank, for the schema to refuse. A measure in seconds says its
 * unit, a count has none.
 */
export function mappingOfDraft(draft: MappingDraft, measures: UnitsOfMeasures): unknown {
  return {
    columns: draft.columns.map((column) => ({
      header: column.header,
      means: meaningOfDraft(column, measures),
    })),
    ...(draft.holds === 'cases'
      ? { grain: 'day', cases: casesOfDraft(draft.cases, acknowledges(draft)) }
      : { grain: draft.grain }),
    timezone: draft.timezone.trim(),
    constants: Object.fromEntries(
      dimensionNames.flatMap((name) => {
        const value = draft.constants[name].trim();
        return value === '' || columnsSay(draft, name) ? [] : [[name, value]];
      }),
    ),
    decimal: draft.decimal,
    repeatedHour: draft.repeatedHour,
    ...(draft.sheet === '' ? {} : { sheet: draft.sheet }),
    ...(draft.headerLine === 0 ? {} : { headerLine: draft.headerLine }),
    ...(linesOf(draft.skipRows).length === 0 ? {} : { skipRows: linesOf(draft.skipRows) }),
  };
}

/** Whether a column says when a case was acknowledged. */
export function acknowledges({ columns }: MappingDraft): boolean {
  return columns.some(({ choice }) => choice === 'case_acknowledged');
}

/** Whether a column of the file says this part of the segment, so that nothing is left to say for all rows. */
export function columnsSay(draft: MappingDraft, dimension: string): boolean {
  return draft.columns.some(({ choice }) => choice === `segment:${dimension}`);
}

/**
 * A column that now means something else, with what its values already tell filled in: versions and names from the
 * samples, seconds for a measure in seconds.
 */
export function withChoice(
  column: ColumnDraft,
  choice: string,
  samples: readonly string[],
  measures: UnitsOfMeasures,
): ColumnDraft {
  const blank = { ...blankColumn(column.header), choice };
  const [kind, of = ''] = choice.split(':');
  switch (kind) {
    case 'measure':
      return { ...blank, unit: unitOfMeasure(of, measures) };
    case 'version':
      return { ...blank, list: samples.join('\n') };
    case 'measure_name':
      return { ...blank, names: samples.map(blankName) };
    default:
      return blank;
  }
}

/** A sum of time is in seconds unless somebody says otherwise; a count has no unit. */
export function unitOfMeasure(code: string, measures: UnitsOfMeasures): '' | DurationUnit {
  return measures.get(code) === 'seconds' ? 'seconds' : '';
}

export function blankName(name: string): NameDraft {
  return { name, choice: '', unit: '', metric: '' };
}

function blankColumn(header: string): ColumnDraft {
  return {
    header,
    choice: 'ignore',
    format: '',
    unit: '',
    measure: '',
    weight: '',
    metric: '',
    list: '',
    names: [],
  };
}

function draftOfColumn({ header, means }: MappedColumn, measures: UnitsOfMeasures): ColumnDraft {
  const blank = blankColumn(header);
  switch (means.kind) {
    case 'measure':
    case 'claimed':
      return { ...blank, ...draftOfCell(means, measures) };
    case 'average': {
      const { measure, weight, unit } = means;
      return { ...blank, choice: 'average', measure, weight, unit };
    }
    case 'period':
    case 'case_opened':
    case 'case_closed':
    case 'case_acknowledged':
      return { ...blank, choice: means.kind, format: means.format };
    case 'segment':
      return { ...blank, choice: `segment:${means.dimension}` };
    case 'version':
      return { ...blank, choice: 'version', list: means.order.join('\n') };
    case 'filter':
      return { ...blank, choice: 'filter', list: means.skip.join('\n') };
    case 'measure_name': {
      const names = means.names.map(({ name, means: of }) => ({
        ...blankName(name),
        ...draftOfCell(of, measures),
      }));
      return { ...blank, choice: 'measure_name', names };
    }
    default:
      return { ...blank, choice: means.kind };
  }
}

function draftOfCell(
  means: CellMeaning,
  measures: UnitsOfMeasures,
): Pick<NameDraft, 'choice' | 'unit' | 'metric'> {
  if (means.kind === 'measure')
    return {
      choice: `measure:${means.measure}`,
      unit: means.unit ?? unitOfMeasure(means.measure, measures),
      metric: '',
    };
  if (means.kind === 'claimed') return { choice: 'claimed', unit: means.unit, metric: means.metric };
  return { choice: means.kind, unit: '', metric: '' };
}

function meaningOfDraft(column: ColumnDraft, measures: UnitsOfMeasures): Draft<ColumnMeaning> {
  const [kind, of = ''] = column.choice.split(':');
  switch (kind) {
    case 'average':
      return { kind, measure: column.measure, weight: column.weight, unit: column.unit };
    case 'period':
    case 'case_opened':
    case 'case_closed':
    case 'case_acknowledged':
      return { kind, format: column.format };
    case 'segment':
      return { kind, dimension: of };
    case 'version':
      return { kind, order: linesOf(column.list) };
    case 'filter':
      return { kind, skip: linesOf(column.list) };
    case 'measure_name':
      return {
        kind,
        names: column.names.map((each) => ({ name: each.name.trim(), means: cellOfDraft(each, measures) })),
      };
    default:
      return cellOfDraft(column, measures);
  }
}

function cellOfDraft(
  { choice, unit, metric }: Pick<NameDraft, 'choice' | 'unit' | 'metric'>,
  measures: UnitsOfMeasures,
): Draft<CellMeaning> {
  const [kind = '', measure] = choice.split(':');
  if (kind === 'claimed') return { kind, metric, unit };
  if (kind !== 'measure') return { kind };
  return measures.get(measure ?? '') === 'seconds'
    ? { kind, measure, unit: unit === '' ? 'seconds' : (unit as DurationUnit) }
    : { kind, measure };
}

/** A meaning with parts that may still be blank. */
type Draft<Meaning extends { readonly kind: string }> = {
  readonly kind: Meaning['kind'] | string;
} & Readonly<Record<string, unknown>>;

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
