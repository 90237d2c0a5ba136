import type { Language } from '@plumbline/api/schema';
import { decimal, id } from '@plumbline/api/schema';
import * as z from 'zod';
import { serviceLevel } from '../service-level';

/** The columns of a schedule of SLAs as a file, in their order. */
export const scheduleColumns = [
  'name',
  'metric',
  'clause',
  'comparator',
  'target',
  'band low',
  'band high',
  'line of business',
  'channel',
  'queue',
  'language',
  'window',
  'minimum sample',
  'weight',
] as const;
export type ScheduleColumn = (typeof scheduleColumns)[number];

const longestSchedule = 256 * 1024;
/** Of a workbook, before it is written in base 64. */
export const MOST_SCHEDULE_BYTES = 500_000;

/** Where the SLAs come from: a pack, a file (CSV as text, or a workbook), or the terms in force of another contract. */
export const scheduleSource = z.union([
  z.strictObject({ pack: z.string().max(60).meta({ description: 'key of a pack' }) }),
  z.strictObject({ csv: z.string().max(longestSchedule, 'at most 256 KiB') }),
  z.strictObject({
    workbook: z.strictObject({
      name: z.string().min(1).max(255),
      content: z.base64().max(Math.ceil(MOST_SCHEDULE_BYTES / 3) * 4, 'at most 500 kB'),
    }),
  }),
  z.strictObject({ contractId: id }),
]);

/** `merge` adds what is new and changes what has the same metric, segment and window; `replace` also removes the rest. */
export const schedule = z.strictObject({
  source: scheduleSource,
  mode: z.enum(['merge', 'replace']).default('merge'),
});

export const scheduleProblemCodes = [
  'no-rows',
  'too-many-rows',
  'quotes',
  'column-missing',
  'column-unknown',
  'column-twice',
  'column-count',
  'required',
  'too-long',
  'not-one-line',
  'metric-unknown',
  'clause-unknown',
  'comparator-unknown',
  'not-a-number',
  'number-ambiguous',
  'target-not-a-share',
  'target-against-direction',
  'band-empty',
  'limit-and-band',
  'sla-twice',
  'window-unknown',
  'weight-out-of-range',
  'sample-not-whole',
] as const;
export type ScheduleProblemCode = (typeof scheduleProblemCodes)[number];

/** What is wrong with a row; nothing of the schedule is taken while there is any. */
export const scheduleProblem = z.strictObject({
  line: z.int().nullable().meta({ description: 'of the file, counted from 1; null where there is no file' }),
  column: z.string().nullable(),
  code: z.enum(scheduleProblemCodes),
  value: z.string(),
  detail: z.string(),
});

export const scheduleChanges = ['added', 'changed', 'unchanged', 'removed', 'kept'] as const;

export const scheduleRow = z.strictObject({
  change: z.enum(scheduleChanges),
  metric: z.strictObject({ id, code: z.string(), name: z.string(), unit: z.string() }),
  line: z.int().nullable(),
  before: serviceLevel.nullable(),
  after: serviceLevel.nullable(),
});

/** What applying a schedule to a draft would do, and what is in its way. */
export const schedulePreview = z.strictObject({
  rows: z.array(scheduleRow),
  problems: z.array(scheduleProblem),
  weightsTotal: decimal,
});

/** What is said of a problem, in every language. */
export const scheduleProblemTexts: Readonly<
  Record<ScheduleProblemCode, Readonly<Record<Language, (value: string) => string>>>
> = {
  'no-rows': {
    en: () => 'There is no row below the header.',
    es: () => 'No hay ninguna fila bajo la cabecera.',
  },
  'too-many-rows': {
    en: () => 'A contract has at most 100 SLAs.',
    es: () => 'Un contrato tiene 100 SLA como máximo.',
  },
  quotes: {
    en: () => 'A quote is misplaced or never closed.',
    es: () => 'Unas comillas están mal puestas o no se cierran.',
  },
  'column-missing': {
    en: (value) => `The column “${value}” is missing.`,
    es: (value) => `Falta la columna «${value}».`,
  },
  'column-unknown': {
    en: (value) => `There is no column “${value}” in a schedule.`,
    es: (value) => `Un calendario de SLA no tiene la columna «${value}».`,
  },
  'column-twice': {
    en: (value) => `The column “${value}” stands there twice.`,
    es: (value) => `La columna «${value}» aparece dos veces.`,
  },
  'column-count': {
    en: (value) => `The row has ${value} cells, not as many as the header.`,
    es: (value) => `La fila tiene ${value} celdas, no tantas como la cabecera.`,
  },
  required: { en: () => 'Nothing stands here.', es: () => 'Aquí no hay nada.' },
  'too-long': { en: () => 'This is too long.', es: () => 'Esto es demasiado largo.' },
  'not-one-line': {
    en: () => 'This has line breaks or control characters.',
    es: () => 'Esto contiene saltos de línea o caracteres de control.',
  },
  'metric-unknown': {
    en: (value) => `There is no metric “${value}” here.`,
    es: (value) => `Aquí no hay ninguna métrica «${value}».`,
  },
  'clause-unknown': {
    en: (value) => `The draft has no clause “${value}”.`,
    es: (value) => `El borrador no tiene la cláusula «${value}».`,
  },
  'comparator-unknown': {
    en: (value) => `“${value}” is none of >=, >, <=, <.`,
    es: (value) => `«${value}» no es >=, >, <= ni <.`,
  },
  'not-a-number': { en: (value) => `“${value}” is no number.`, es: (value) => `«${value}» no es un número.` },
  'number-ambiguous': {
    en: (value) =>
      `“${value}” may be a decimal or thousands: write it with a decimal point and without thousands.`,
    es: (value) =>
      `«${value}» puede ser un decimal o miles: escríbalo con punto decimal y sin separador de miles.`,
  },
  'target-not-a-share': {
    en: (value) => `“${value}” is no share: write 80% or 0.80.`,
    es: (value) => `«${value}» no es una parte de uno: escriba 80% o 0.80.`,
  },
  'target-against-direction': {
    en: (value) => `“${value}” would punish the better value of this metric.`,
    es: (value) => `«${value}» castigaría el mejor valor de esta métrica.`,
  },
  'band-empty': {
    en: () => 'The low edge of a band is below its high edge.',
    es: () => 'El borde inferior de una banda está por debajo del superior.',
  },
  'limit-and-band': {
    en: () => 'An SLA has a comparator and a target, or both edges of a band.',
    es: () => 'Un SLA tiene comparador y objetivo, o los dos bordes de una banda.',
  },
  'sla-twice': {
    en: () => 'Another row has the same metric, segment and window.',
    es: () => 'Otra fila tiene la misma métrica, el mismo segmento y la misma ventana.',
  },
  'window-unknown': {
    en: (value) =>
      `“${value}” is no window: write day, week, week-from-sunday, month, quarter, rolling-28-days or rolling-3-months.`,
    es: (value) =>
      `«${value}» no es una ventana: escriba day, week, week-from-sunday, month, quarter, rolling-28-days o rolling-3-months.`,
  },
  'weight-out-of-range': {
    en: (value) => `“${value}” is no weight from 0 to 100.`,
    es: (value) => `«${value}» no es un peso de 0 a 100.`,
  },
  'sample-not-whole': {
    en: (value) => `“${value}” is no whole number from 0 to 1,000,000.`,
    es: (value) => `«${value}» no es un número entero de 0 a 1.000.000.`,
  },
};

export type Schedule = z.output<typeof schedule>;
export type ScheduleSource = z.output<typeof scheduleSource>;
export type ScheduleProblem = z.output<typeof scheduleProblem>;
export type ScheduleRow = z.output<typeof scheduleRow>;
export type SchedulePreview = z.output<typeof schedulePreview>;
