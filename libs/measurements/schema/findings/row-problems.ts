import type { InEveryLanguage, Nothing, Sentences } from './finding';

/** Whether a row states a case or counts: the same code, other words. */
interface OfRow {
  readonly what: 'row' | 'case';
}

/** What can be wrong with a row of a KPI file, and what its sentence is about. docs/api.md lists the codes. */
export interface RowProblemParameters {
  'ambiguous-time': OfRow;
  'before-opened': { readonly opened: string };
  'cell-error': { readonly error: string };
  'column-count': { readonly columns: number; readonly header: number };
  'contradicting-case': {
    readonly line: number;
    readonly case: string;
    readonly field: 'vendor' | 'segment' | 'opened' | 'closed' | 'acknowledged';
  };
  /** The other line; null: one of several. */
  'duplicate-key': { readonly line: number | null };
  formula: Nothing;
  'future-date': Nothing;
  'future-period': Nothing;
  /** Null: put together from several lines. */
  'impossible-count': {
    readonly part: string;
    readonly some: string | null;
    readonly whole: string;
    readonly all: string | null;
  };
  negative: Nothing;
  'no-case-number': Nothing;
  /** `never`: the calendar is open too seldom; `far`: more than a century on. */
  'no-deadline': { readonly why: 'never' | 'far' };
  'no-longer-kept': OfRow & { readonly months: number; readonly from: string };
  'no-such-time': Nothing;
  'no-vendor': Nothing;
  'not-a-date': Nothing;
  'not-a-duration': Nothing;
  'not-a-number': Nothing;
  'not-a-period': Nothing;
  'not-a-time': OfRow;
  'not-your-vendor': Nothing;
  'off-the-grain': Nothing;
  'out-of-calendar': OfRow;
  'out-of-range': Nothing;
  quotes: { readonly what: 'open' | 'text-after' };
  'too-large': Nothing;
  'too-long': { readonly what: 'vendor' | 'segment' | 'case'; readonly most: number };
  'unknown-measure': Nothing;
  'unknown-version': Nothing;
}

export type RowProblemCode = keyof RowProblemParameters;

const fieldsEn: Readonly<Record<RowProblemParameters['contradicting-case']['field'], string>> = {
  vendor: 'another vendor',
  segment: 'another part of the service',
  opened: 'another opening',
  closed: 'another closing',
  acknowledged: 'another acknowledgement',
};

const fieldsEs: typeof fieldsEn = {
  vendor: 'otro proveedor',
  segment: 'otra parte del servicio',
  opened: 'otra apertura',
  closed: 'otro cierre',
  acknowledged: 'otro acuse de recibo',
};

const en: Sentences<RowProblemParameters> = {
  'ambiguous-time': ({ what }) =>
    what === 'case'
      ? 'This time came twice when clocks went back: state an offset.'
      : 'This time came twice when clocks went back: state an offset, or that rows stand in order.',
  'before-opened': ({ opened }, { date }) => `This lies before the case was opened (${date(opened)}).`,
  'cell-error': ({ error }) => `The spreadsheet says ${error} here: it could not calculate this cell.`,
  'column-count': ({ columns, header }, { number }) =>
    `The row has ${number(columns)} columns, the header ${number(header)}.`,
  'contradicting-case': ({ line, case: number, field }, write) =>
    `Line ${write.number(line)} states ${fieldsEn[field]} for case ${number}: which one is right?`,
  'duplicate-key': ({ line }, { number }) =>
    line === null
      ? 'Two lines give different figures for the same measure, vendor, period and segment.'
      : `Line ${number(line)} gives other figures for the same vendor, period and segment.`,
  formula: () => 'A formula stands here without its result: open the file, let it calculate, and save it.',
  'future-date': () => 'This lies in the future.',
  'future-period': () => 'This period has not begun yet.',
  'impossible-count': ({ part, some, whole, all }, { number }) =>
    some === null || all === null
      ? `${part} cannot be more than ${whole} of the same vendor, period and segment.`
      : `${part} (${number(some)}) cannot be more than ${whole} (${number(all)}).`,
  negative: () => 'Counts and times are never negative.',
  'no-case-number': () => 'No number of a case stands here.',
  'no-deadline': ({ why }) =>
    why === 'never'
      ? 'The calendar has not that many business days after this day.'
      : 'That many business days take more than 100 years from this day on.',
  'no-longer-kept': ({ what, months, from }, write) =>
    `${what === 'case' ? 'This case is counted in a month that is no longer kept.' : 'Rows of this month are no longer kept here.'} They are kept for ${write.number(months)} months, from ${write.month(from)} on.`,
  'no-such-time': () => 'Clocks skipped this time in the stated zone.',
  'no-vendor': () => 'No vendor code stands here.',
  'not-a-date': () => 'This is no date in the format that was stated for the column.',
  'not-a-duration': () => 'This is no time as hh:mm:ss or mm:ss.',
  'not-a-number': () => 'This is no number.',
  'not-a-period': () => 'This is no period in the format that was stated for the column.',
  'not-a-time': ({ what }) =>
    what === 'case' ? 'Hours are counted, and no time of day stands here.' : 'There is no time of day here.',
  'not-your-vendor': () => 'This file may hold rows of its own vendor only.',
  'off-the-grain': () => 'Intervals begin on the full quarter, half or hour that was stated.',
  'out-of-calendar': ({ what }) => `${what === 'case' ? 'Dates' : 'Periods'} lie between 2000 and 2099.`,
  'out-of-range': () => 'A share is between 0 and 1, a percentage between 0 and 100.',
  quotes: ({ what }) =>
    what === 'open'
      ? 'A quoted field is opened here and never closed.'
      : 'There is text between a closing quote and the next delimiter.',
  'too-large': () => 'No count is this large.',
  'too-long': ({ what, most }, { number }) =>
    `A ${{ vendor: 'vendor code', segment: 'segment name', case: 'case number' }[what]} has at most ${number(most)} characters.`,
  'unknown-measure': () => 'The mapping does not say what this measure is.',
  'unknown-version': () => 'The mapping does not say which version this is.',
};

const es: Sentences<RowProblemParameters> = {
  'ambiguous-time': ({ what }) =>
    what === 'case'
      ? 'Esta hora se repitió al atrasar los relojes: indique el desfase horario.'
      : 'Esta hora se repitió al atrasar los relojes: indique el desfase horario, o que las filas están en orden.',
  'before-opened': ({ opened }, { date }) => `Es anterior a la apertura del caso (${date(opened)}).`,
  'cell-error': ({ error }) => `La hoja de cálculo dice ${error} aquí: no pudo calcular esta celda.`,
  'column-count': ({ columns, header }, { number }) =>
    `La fila tiene ${number(columns)} columnas; el encabezado, ${number(header)}.`,
  'contradicting-case': ({ line, case: number, field }, write) =>
    `La línea ${write.number(line)} indica ${fieldsEs[field]} para el caso ${number}: ¿cuál es correcta?`,
  'duplicate-key': ({ line }, { number }) =>
    line === null
      ? 'Dos líneas dan cifras distintas para la misma medida, proveedor, periodo y segmento.'
      : `La línea ${number(line)} da otras cifras para el mismo proveedor, periodo y segmento.`,
  formula: () => 'Hay una fórmula sin su resultado: abra el archivo, deje que calcule y guárdelo.',
  'future-date': () => 'Está en el futuro.',
  'future-period': () => 'Este periodo aún no ha empezado.',
  'impossible-count': ({ part, some, whole, all }, { number }) =>
    some === null || all === null
      ? `${part} no puede ser mayor que ${whole} del mismo proveedor, periodo y segmento.`
      : `${part} (${number(some)}) no puede ser mayor que ${whole} (${number(all)}).`,
  negative: () => 'Los recuentos y los tiempos nunca son negativos.',
  'no-case-number': () => 'Falta el número del caso.',
  'no-deadline': ({ why }) =>
    why === 'never'
      ? 'El calendario no tiene tantos días hábiles después de este día.'
      : 'Tantos días hábiles pasan de 100 años a partir de este día.',
  'no-longer-kept': ({ what, months, from }, write) =>
    `${what === 'case' ? 'Este caso se cuenta en un mes que ya no se conserva.' : 'Las filas de este mes ya no se conservan aquí.'} Se conservan ${write.number(months)} meses, desde ${write.month(from)}.`,
  'no-such-time': () => 'Los relojes saltaron esta hora en la zona indicada.',
  'no-vendor': () => 'Falta el código del proveedor.',
  'not-a-date': () => 'No es una fecha en el formato indicado para la columna.',
  'not-a-duration': () => 'No es un tiempo como hh:mm:ss o mm:ss.',
  'not-a-number': () => 'No es un número.',
  'not-a-period': () => 'No es un periodo en el formato indicado para la columna.',
  'not-a-time': ({ what }) =>
    what === 'case' ? 'Se cuentan horas y aquí falta la hora del día.' : 'Aquí falta la hora del día.',
  'not-your-vendor': () => 'Este archivo solo puede tener filas de su propio proveedor.',
  'off-the-grain': () => 'Los intervalos empiezan en el cuarto, la media o la hora en punto que se indicó.',
  'out-of-calendar': ({ what }) =>
    `${what === 'case' ? 'Las fechas' : 'Los periodos'} están entre 2000 y 2099.`,
  'out-of-range': () => 'Una proporción está entre 0 y 1; un porcentaje, entre 0 y 100.',
  quotes: ({ what }) =>
    what === 'open'
      ? 'Aquí se abre un campo entre comillas que nunca se cierra.'
      : 'Hay texto entre unas comillas de cierre y el siguiente separador.',
  'too-large': () => 'Ningún recuento es tan grande.',
  'too-long': ({ what, most }, { number }) =>
    `${{ vendor: 'Un código de proveedor', segment: 'Un nombre de segmento', case: 'Un número de caso' }[what]} tiene como máximo ${number(most)} caracteres.`,
  'unknown-measure': () => 'No se ha indicado qué es esta medida.',
  'unknown-version': () => 'No se ha indicado qué versión es esta.',
};

export const rowProblemTexts: InEveryLanguage<Sentences<RowProblemParameters>> = { en, es };
