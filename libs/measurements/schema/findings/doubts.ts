import type { Dimension } from '../segment';
import type { WarningCode } from '../file-warning';
import { counted, type InEveryLanguage, type Sentences, type Writing } from './finding';

interface Names {
  readonly names: number;
  readonly dimension: Dimension;
  readonly value: string;
  readonly resembles: string | null;
}

/** A figure beyond what is usual. A share is written in percent; weekdays count from 0, Sunday; null: months. */
interface Outlying {
  readonly figure: string;
  readonly share: boolean;
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
  readonly segment: string;
  readonly points: number;
  readonly weekday: number | null;
}

/** What each warning says as a whole. */
export interface DoubtParameters extends Record<WarningCode, unknown> {
  'sum-differs': { readonly found: number; readonly rows: number; readonly parts: string[] };
  outlier: Outlying & { readonly found: number; readonly date: string };
  'month-shrank': {
    readonly month: string;
    readonly stored: number;
    readonly sent: number;
    readonly otherMonths: number;
    readonly gone: number;
  };
  'look-alike-name': Names;
  'new-name': Names;
}

interface NamePlace extends Omit<Names, 'names'> {
  readonly rows: number;
}

/** What it says of one line, day or month. */
export interface DoubtPlaceParameters extends Record<WarningCode, unknown> {
  'sum-differs': {
    readonly offered: string;
    readonly parts: string[];
    readonly amounts: string[];
    readonly total: string;
  };
  outlier: Outlying;
  /** Null: a day or month as a whole. */
  'month-shrank': { readonly startsAt: string | null; readonly segment: string };
  'look-alike-name': NamePlace;
  'new-name': NamePlace;
}

const dimensionsEn: Readonly<Record<Dimension, string>> = {
  lineOfBusiness: 'line of business',
  channel: 'channel',
  queue: 'queue',
  language: 'language',
};

const dimensionsEs: typeof dimensionsEn = {
  lineOfBusiness: 'línea de negocio',
  channel: 'canal',
  queue: 'cola',
  language: 'idioma',
};

const bandsEn = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];
const bandsEs = ['domingos', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábados'];

const amount = (value: string, share: boolean, { number }: Writing) =>
  share ? `${number(value)} %` : number(value);

const sums = (parts: readonly string[], amounts: readonly string[], { number }: Writing) =>
  parts.map((part, at) => `${part} ${number(amounts[at] ?? '0')}`).join(' + ');

const outlyingEn = (
  { figure, share, value, lower, upper, segment, points, weekday }: Outlying,
  write: Writing,
) =>
  `${figure} ${amount(value, share, write)}${segment === '' ? '' : ` (${segment})`}, usual are ${amount(lower, share, write)} to ${amount(upper, share, write)} by ${write.number(points)} ${weekday === null ? 'months' : bandsEn[weekday]}.`;

const outlyingEs = (
  { figure, share, value, lower, upper, segment, points, weekday }: Outlying,
  write: Writing,
) =>
  `${figure} ${amount(value, share, write)}${segment === '' ? '' : ` (${segment})`}; lo habitual según ${write.number(points)} ${weekday === null ? 'meses' : bandsEs[weekday]} va de ${amount(lower, share, write)} a ${amount(upper, share, write)}.`;

const nameEn = ({ dimension, value, resembles }: Omit<Names, 'names'>) =>
  `${dimensionsEn[dimension]} “${value}”${resembles === null ? '' : ` like “${resembles}”`}`;

const nameEs = ({ dimension, value, resembles }: Omit<Names, 'names'>) =>
  `${dimensionsEs[dimension]} «${value}»${resembles === null ? '' : `, como «${resembles}»`}`;

const moreEn = (names: number, { number }: Writing) => (names > 1 ? `, and ${number(names - 1)} more` : '');
const moreEs = (names: number, { number }: Writing) => (names > 1 ? `, y ${number(names - 1)} más` : '');

const en: Sentences<DoubtParameters> = {
  'sum-differs': ({ found, rows, parts }, write) =>
    `In ${write.number(found)} of ${counted(rows, 'row', 'rows', write)} offered is not ${parts.join(' + ')}.`,
  outlier: ({ found, date, ...furthest }, write) =>
    `${counted(found, 'figure lies', 'figures lie', write)} beyond what this vendor’s own history lets expect; furthest is ${write.date(date)}: ${outlyingEn(furthest, write)}`,
  'month-shrank': ({ month, stored, sent, otherMonths, gone }, write) =>
    `${write.month(month)} is stored with ${counted(stored, 'row', 'rows', write)} and has ${write.number(sent)} in this file` +
    `${otherMonths > 0 ? `, and so in ${counted(otherMonths, 'other month', 'other months', write)}` : ''}: ` +
    `${counted(gone, 'stored row is', 'stored rows are', write)} not in it and ${gone === 1 ? 'stays as it is' : 'stay as they are'}.`,
  'look-alike-name': ({ names, ...first }, write) =>
    `${counted(names, 'name looks like a known one', 'names look like known ones', write)}: ${nameEn(first)}${moreEn(names, write)}.`,
  'new-name': ({ names, ...first }, write) =>
    `${counted(names, 'name is', 'names are', write)} new: ${nameEn(first)}${moreEn(names, write)}.`,
};

const es: Sentences<DoubtParameters> = {
  'sum-differs': ({ found, rows, parts }, write) =>
    `En ${write.number(found)} de ${counted(rows, 'fila', 'filas', write)}, offered no es ${parts.join(' + ')}.`,
  outlier: ({ found, date, ...furthest }, write) =>
    `${counted(found, 'cifra se sale', 'cifras se salen', write)} de lo que el propio historial del proveedor hace esperar; la más alejada es del ${write.date(date)}: ${outlyingEs(furthest, write)}`,
  'month-shrank': ({ month, stored, sent, otherMonths, gone }, write) =>
    `De ${write.month(month)} hay ${counted(stored, 'fila guardada', 'filas guardadas', write)} y ${write.number(sent)} en este archivo` +
    `${otherMonths > 0 ? `, y así en ${counted(otherMonths, 'mes más', 'meses más', write)}` : ''}: ` +
    `${counted(gone, 'fila guardada no está', 'filas guardadas no están', write)} en él y ${gone === 1 ? 'queda como está' : 'quedan como están'}.`,
  'look-alike-name': ({ names, ...first }, write) =>
    `${counted(names, 'nombre se parece a uno conocido', 'nombres se parecen a otros conocidos', write)}: ${nameEs(first)}${moreEs(names, write)}.`,
  'new-name': ({ names, ...first }, write) =>
    `${counted(names, 'nombre es nuevo', 'nombres son nuevos', write)}: ${nameEs(first)}${moreEs(names, write)}.`,
};

const namePlaceEn = ({ rows, ...name }: NamePlace, write: Writing) =>
  `${nameEn(name)}, in ${counted(rows, 'row', 'rows', write)}.`;
const namePlaceEs = ({ rows, ...name }: NamePlace, write: Writing) =>
  `${nameEs(name)}, en ${counted(rows, 'fila', 'filas', write)}.`;
const gonePlace = (startsAt: string | null, segment: string, { instant }: Writing) =>
  [startsAt === null ? '' : instant(startsAt), segment].filter((text) => text !== '').join(', ');

const placesEn: Sentences<DoubtPlaceParameters> = {
  'sum-differs': ({ offered, parts, amounts, total }, write) =>
    `offered ${write.number(offered)}, ${sums(parts, amounts, write)} = ${write.number(total)}.`,
  outlier: outlyingEn,
  'month-shrank': ({ startsAt, segment }, write) => {
    const place = gonePlace(startsAt, segment, write);
    return place === '' ? 'Stored, not in this file.' : `${place}: stored, not in this file.`;
  },
  'look-alike-name': namePlaceEn,
  'new-name': namePlaceEn,
};

const placesEs: Sentences<DoubtPlaceParameters> = {
  'sum-differs': placesEn['sum-differs'],
  outlier: outlyingEs,
  'month-shrank': ({ startsAt, segment }, write) => {
    const place = gonePlace(startsAt, segment, write);
    return place === ''
      ? 'Guardado, no está en este archivo.'
      : `${place}: guardado, no está en este archivo.`;
  },
  'look-alike-name': namePlaceEs,
  'new-name': namePlaceEs,
};

export const doubtTexts: InEveryLanguage<Sentences<DoubtParameters>> = { en, es };
export const doubtPlaceTexts: InEveryLanguage<Sentences<DoubtPlaceParameters>> = {
  en: placesEn,
  es: placesEs,
};
