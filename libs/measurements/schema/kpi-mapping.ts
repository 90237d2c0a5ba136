import { id, text, timezone } from '@plumbline/api/schema';
import * as z from 'zod';
import { checkCaseMapping } from './case-mapping';
import { type CaseTerms, caseTerms } from './case-terms';
import { mappingProblemTexts, type ReportMappingProblem } from './findings/mapping-problems';
import { grainNames, type GrainName } from './grain';
import { measureCode } from './measure';
import { finestOf, periodFormats } from './period-format';
import { dimensionNames } from './segment';

/** How times are written; `hh:mm:ss` also reads `mm:ss` and hours beyond 24. */
export const durationUnits = ['seconds', 'minutes', 'hours', 'hh:mm:ss'] as const;

/** How a claimed figure is written: 12.5 %, 0.125, or a time. */
export const claimedUnits = ['percent', 'fraction', ...durationUnits] as const;

const columnText = z.string().max(200);

/** What a cell adds to its row: an amount of a measure, an average times its weight, or a figure that is only claimed. */
export const cellMeaning = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ignore') }),
  z.strictObject({
    kind: z.literal('measure'),
    measure: measureCode,
    unit: z
      .enum(durationUnits)
      .optional()
      .meta({ description: 'for measures in seconds; seconds when not said' }),
  }),
  z.strictObject({
    kind: z.literal('average'),
    measure: measureCode.meta({ description: 'the sum of seconds that average × weight gives' }),
    weight: measureCode.meta({ description: 'what the average is per; a column of the same row' }),
    unit: z.enum(durationUnits),
  }),
  z.strictObject({
    kind: z.literal('claimed'),
    metric: measureCode.meta({ description: 'metric code' }),
    unit: z.enum(claimedUnits),
  }),
]);

/** What one column means. */
export const columnMeaning = z.discriminatedUnion('kind', [
  ...cellMeaning.options,
  z.strictObject({ kind: z.literal('vendor') }),
  z.strictObject({ kind: z.literal('vendor_name') }),
  z.strictObject({ kind: z.literal('period'), format: z.enum(periodFormats) }),
  z.strictObject({ kind: z.literal('time_of_day') }),
  z.strictObject({ kind: z.literal('segment'), dimension: z.enum(dimensionNames) }),
  z.strictObject({
    kind: z.literal('version'),
    order: z
      .array(columnText.min(1))
      .min(1)
      .max(20)
      .meta({ description: 'earliest first; a later one restates' }),
  }),
  z.strictObject({ kind: z.literal('filter'), skip: z.array(columnText).min(1).max(100) }),
  z.strictObject({
    kind: z.literal('measure_name'),
    names: z
      .array(z.strictObject({ name: columnText.min(1), means: cellMeaning }))
      .min(1)
      .max(200),
  }),
  z.strictObject({ kind: z.literal('value') }),
  z.strictObject({ kind: z.literal('case_number') }),
  z.strictObject({ kind: z.literal('case_opened'), format: z.enum(periodFormats) }),
  z.strictObject({ kind: z.literal('case_closed'), format: z.enum(periodFormats) }),
  z.strictObject({ kind: z.literal('case_acknowledged'), format: z.enum(periodFormats) }),
]);

export const mappedColumn = z.strictObject({
  header: z.string().max(500),
  means: columnMeaning,
});

export const kpiMapping = z
  .strictObject({
    columns: z
      .array(mappedColumn)
      .min(1)
      .max(256)
      .meta({ description: 'one for each column of the file, in its order' }),
    grain: z.enum(grainNames as [GrainName, ...GrainName[]]),
    timezone: timezone.meta({ description: 'the zone of the times in the file; stated, never guessed' }),
    constants: z
      .strictObject({
        lineOfBusiness: text(80).optional(),
        channel: text(80).optional(),
        queue: text(80).optional(),
        language: text(80).optional(),
      })
      .default({}),
    cases: caseTerms.optional().meta({
      description: 'the file holds one row or more per case and no counts: how its cases are counted',
    }),
    decimal: z.enum(['.', ',']).default('.'),
    sheet: columnText
      .optional()
      .meta({ description: 'of a workbook: which sheet; the likeliest when not said' }),
    headerLine: z
      .int()
      .min(1)
      .max(1_048_576)
      .optional()
      .meta({ description: 'the line that names the columns; found when not said' }),
    skipRows: z.array(columnText.min(1)).max(50).optional().meta({
      description:
        'rows that begin with one of these texts are passed over, such as totals below the table; * at the end stands for anything',
    }),
    repeatedHour: z.enum(['refuse', 'in_order']).default('refuse').meta({
      description:
        'the hour that comes twice when clocks go back: refuse it, or take the second row as the later one',
    }),
  })
  .superRefine(checkMapping);

export const savedMapping = z.strictObject({ id, name: z.string(), mapping: kpiMapping });

export type DurationUnit = (typeof durationUnits)[number];
export type ClaimedUnit = (typeof claimedUnits)[number];
export type CellMeaning = z.output<typeof cellMeaning>;
export type ColumnMeaning = z.output<typeof columnMeaning>;
export type MappedColumn = z.output<typeof mappedColumn>;
export type KpiMapping = z.output<typeof kpiMapping>;

/** A file whose rows name their measure and carry one value: several rows make one measurement. */
export function isLong(mapping: Pick<KpiMapping, 'columns'>): boolean {
  return mapping.columns.some(({ means }) => means.kind === 'measure_name');
}

/** Every cell meaning of a mapping, with the column it stands in. */
export function cellsOf(
  columns: readonly MappedColumn[],
): { means: CellMeaning; column: number; name?: string }[] {
  return columns.flatMap(({ means }, column) => {
    if (means.kind === 'measure_name')
      return means.names.map((each) => ({ means: each.means, column, name: each.name }));
    return isCell(means) ? [{ means, column }] : [];
  });
}

export function isCell(means: ColumnMeaning): means is CellMeaning {
  return (
    means.kind === 'ignore' ||
    means.kind === 'measure' ||
    means.kind === 'average' ||
    means.kind === 'claimed'
  );
}

interface Draft {
  readonly columns: readonly MappedColumn[];
  readonly grain: GrainName;
  readonly cases?: CaseTerms | undefined;
  readonly constants: Readonly<Record<string, string | undefined>>;
}

function checkMapping(mapping: Draft, context: z.core.$RefinementCtx<Draft>): void {
  const { columns } = mapping;
  const problem: ReportMappingProblem = (path, problem) =>
    context.addIssue({ code: 'custom', path, message: mappingProblemTexts.en[problem], params: { problem } });
  const of = (kind: ColumnMeaning['kind']) =>
    columns.flatMap(({ means }, index) => (means.kind === kind ? [index] : []));
  for (const kind of [
    'vendor',
    'vendor_name',
    'period',
    'time_of_day',
    'version',
    'measure_name',
    'value',
    'case_number',
    'case_opened',
    'case_closed',
    'case_acknowledged',
  ] as const) {
    for (const index of of(kind).slice(1)) problem(['columns', index, 'means'], 'kind-twice');
  }
  if (mapping.cases !== undefined || of('case_number').length > 0) checkCaseMapping(mapping, problem);
  else checkCounts(mapping, of, problem);
  const segments = columns.flatMap(({ means }, index) =>
    means.kind === 'segment' ? [{ index, dimension: means.dimension }] : [],
  );
  for (const [at, { index, dimension }] of segments.entries()) {
    if (segments.findIndex((each) => each.dimension === dimension) !== at)
      problem(['columns', index, 'means'], 'segment-twice');
    if (mapping.constants[dimension] !== undefined) problem(['constants', dimension], 'column-says-already');
  }
}

/** A file of counts: a period, and figures. */
function checkCounts(
  mapping: Draft,
  of: (kind: ColumnMeaning['kind']) => number[],
  problem: ReportMappingProblem,
): void {
  for (const kind of ['case_opened', 'case_closed', 'case_acknowledged'] as const) {
    for (const index of of(kind)) problem(['columns', index, 'means'], 'case-column-without-case');
  }
  if (of('period').length === 0) problem(['columns'], 'period-column');
  if (of('measure_name').length !== of('value').length) problem(['columns'], 'long-pair');
  checkGrain(mapping, of('period')[0], of('time_of_day').length > 0, problem);
  checkCells(mapping.columns, problem);
}

function checkGrain(
  { columns, grain }: Draft,
  period: number | undefined,
  hasTime: boolean,
  problem: ReportMappingProblem,
): void {
  const means = period === undefined ? undefined : columns[period]?.means;
  if (means?.kind !== 'period' || period === undefined) return;
  const finest = finestOf(means.format);
  if (grain === 'day' && finest === 'month') problem(['columns', period, 'means'], 'month-without-day');
  if (grain !== 'day' && grain !== 'month' && finest !== 'interval' && !hasTime)
    problem(['columns', period, 'means'], 'interval-needs-time');
  if (hasTime && finest !== 'day') problem(['columns', period, 'means'], 'time-needs-date');
}

function checkCells(columns: readonly MappedColumn[], problem: ReportMappingProblem): void {
  const cells = cellsOf(columns).filter(({ means }) => means.kind !== 'ignore');
  if (cells.length === 0) problem(['columns'], 'figures-column');
  const long = columns.some(({ means }) => means.kind === 'measure_name');
  const filled = new Set<string>();
  for (const { means, column, name } of cells) {
    if (long && name === undefined) problem(['columns', column, 'means'], 'figure-outside-value');
    const fills =
      means.kind === 'claimed' ? `claimed ${means.metric}` : means.kind === 'ignore' ? '' : means.measure;
    if (filled.has(fills)) problem(['columns', column, 'means'], 'figure-twice');
    filled.add(fills);
  }
  for (const { means, column } of cells) {
    if (means.kind !== 'average') continue;
    if (long) problem(['columns', column, 'means'], 'average-weight-elsewhere');
    const weighed = cells.some(
      (cell) => cell.means.kind === 'measure' && cell.means.measure === means.weight,
    );
    if (!weighed) problem(['columns', column, 'means', 'weight'], 'weight-column');
  }
}
