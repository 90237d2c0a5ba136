import type { InEveryLanguage } from './finding';

/** What a mapping lacks or says twice. */
const en = {
  'average-weight-elsewhere': 'averages need their weight in the same row',
  'case-acknowledged-time': 'say how much time there is to acknowledge a case',
  'case-acknowledgement-column': 'no column says when a case was acknowledged',
  'case-calendar': 'say which calendar tells the business days',
  'case-closed-column': 'say which column holds when the case was closed',
  'case-column-without-case': 'this belongs to a file of cases: say which column names the case',
  'case-grain': 'cases are counted by day',
  'case-number-column': 'say which column holds the number of the case',
  'case-opened-column': 'say which column holds when the case was opened',
  'case-time': 'say how much time a case has',
  'column-says-already': 'a column says this already',
  'figure-outside-value': 'in a file with measure names, figures stand in the value column',
  'figure-twice': 'another column fills the same figure',
  'figures-column': 'say which columns hold figures',
  'figures-in-cases': 'a file of cases holds no counts and no periods',
  'hours-need-time': 'hours need a time of day: a date cannot say when they are over',
  'interval-needs-time': 'intervals need a time of day, here or in a column of its own',
  'kind-twice': 'only one column can be this',
  'long-pair': 'a column with the name of the measure and one with the value belong together',
  'month-without-day': 'a month label cannot say the day',
  'period-column': 'say which column holds the period of a row',
  'segment-twice': 'another column says the same part of the segment',
  'time-needs-date': 'a time of day belongs to a date',
  'weight-column': 'no column of this file holds the weight',
} as const;

export type MappingProblemCode = keyof typeof en;

/** Says where in the mapping what is wrong. */
export type ReportMappingProblem = (path: (string | number)[], problem: MappingProblemCode) => void;

const es: Readonly<Record<MappingProblemCode, string>> = {
  'average-weight-elsewhere': 'los promedios necesitan su peso en la misma fila',
  'case-acknowledged-time': 'indique cuánto tiempo hay para acusar recibo de un caso',
  'case-acknowledgement-column': 'ninguna columna dice cuándo se acusó recibo de un caso',
  'case-calendar': 'indique qué calendario fija los días hábiles',
  'case-closed-column': 'indique qué columna dice cuándo se cerró el caso',
  'case-column-without-case': 'esto es de un archivo de casos: indique qué columna nombra el caso',
  'case-grain': 'los casos se cuentan por día',
  'case-number-column': 'indique qué columna tiene el número del caso',
  'case-opened-column': 'indique qué columna dice cuándo se abrió el caso',
  'case-time': 'indique cuánto tiempo tiene un caso',
  'column-says-already': 'una columna ya lo dice',
  'figure-outside-value': 'en un archivo con nombres de medidas, las cifras están en la columna del valor',
  'figure-twice': 'otra columna da la misma cifra',
  'figures-column': 'indique qué columnas tienen cifras',
  'figures-in-cases': 'un archivo de casos no tiene recuentos ni periodos',
  'hours-need-time': 'las horas necesitan una hora del día: una fecha no dice cuándo terminan',
  'interval-needs-time': 'los intervalos necesitan una hora del día, aquí o en una columna propia',
  'kind-twice': 'solo una columna puede ser esto',
  'long-pair': 'la columna con el nombre de la medida y la del valor van juntas',
  'month-without-day': 'un mes no dice el día',
  'period-column': 'indique qué columna tiene el periodo de la fila',
  'segment-twice': 'otra columna dice la misma parte del segmento',
  'time-needs-date': 'una hora del día va con una fecha',
  'weight-column': 'ninguna columna de este archivo tiene el peso',
};

export const mappingProblemTexts: InEveryLanguage<Readonly<Record<MappingProblemCode, string>>> = { en, es };
