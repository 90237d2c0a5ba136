import type { Language } from '@plumbline/api/schema';
import {
  type Finding,
  type InEveryLanguage,
  type Nothing,
  say,
  type Sentences,
  type Writing,
} from './finding';

/** Things that are handed in instead of a table. */
export type ForeignKind = 'pdf' | 'picture' | 'archive' | 'data' | 'web' | 'json' | 'office';

/** Why a KPI file as a whole is refused, and what its sentence is about. docs/api.md lists the codes. */
export interface RefusalParameters {
  'empty-file': { readonly what: 'file' | 'rows' | 'sheets' };
  failed: Nothing;
  'foreign-format': { readonly what: ForeignKind };
  'gzip-damaged': Nothing;
  /** Null: a sheet that repeats its texts. */
  'inflates-too-far': { readonly mebibytes: number | null };
  'name-and-content': {
    readonly what: 'ending' | 'text' | 'zip' | 'gzip' | 'workbook-called-zip' | 'no-workbook';
    readonly name: string;
  };
  'no-rows': Nothing;
  'no-such-line': { readonly headerLine: number };
  'no-such-sheet': { readonly sheet: string };
  'no-valid-rows': Nothing;
  /** The first wrong byte, in hex; null: the file ends within a character. */
  'not-utf-8': { readonly byte: string | null };
  'nul-byte': Nothing;
  'old-excel': { readonly what: 'XLS' | 'XLSB' };
  'packed-too-large': { readonly what: 'workbook' | 'zip'; readonly mebibytes: number };
  'packed-twice': { readonly name: string };
  'password-protected': { readonly what: 'workbook' | 'file' };
  'record-too-long': { readonly what: 'first' | 'record' | 'row' };
  'stored-file-damaged': Nothing;
  'too-many-columns': { readonly what: 'file' | 'row'; readonly columns: number; readonly most: number };
  'too-many-segments': { readonly most: number };
  'too-many-sheets': { readonly sheets: number; readonly most: number };
  'too-many-vendors': { readonly most: number };
  'unpacking-failed': Nothing;
  'unpacking-too-long': Nothing;
  'utf-16': Nothing;
  'xlsx-damaged': { readonly part: string };
  'xml-doctype': { readonly part: string };
  'zip-damaged': Nothing;
  /** Some of what is in it, and how many more there are. */
  'zip-no-table': { readonly names: string[]; readonly more: number };
  'zip-several-tables': { readonly tables: number; readonly names: string[]; readonly more: number };
  'zip-too-many-entries': { readonly entries: number; readonly most: number };
}

export type RefusalCode = keyof RefusalParameters;

const foreignEn: Readonly<Record<ForeignKind, string>> = {
  pdf: 'a PDF',
  picture: 'a picture',
  archive: 'a 7z or RAR archive',
  data: 'a data file of another kind',
  web: 'a web page or XML',
  json: 'JSON',
  office: 'an Office document',
};

const foreignEs: typeof foreignEn = {
  pdf: 'un PDF',
  picture: 'una imagen',
  archive: 'un archivo 7z o RAR',
  data: 'un archivo de datos de otro tipo',
  web: 'una página web o XML',
  json: 'JSON',
  office: 'un documento de Office',
};

const nameEn: Readonly<Record<RefusalParameters['name-and-content']['what'], (name: string) => string>> = {
  ending: (name) => `KPI files end in .csv, .tsv, .txt, .xlsx, .zip or .gz; "${name}" does not.`,
  text: (name) => otherContentEn(name, 'plain text'),
  zip: (name) => otherContentEn(name, 'an XLSX or ZIP file'),
  gzip: (name) => otherContentEn(name, 'a gzip file'),
  'workbook-called-zip': () => 'This is a workbook that is called ZIP: call it .xlsx and send it again.',
  'no-workbook': (name) =>
    `"${name}" is called XLSX but is no workbook. Open it in a spreadsheet program, save it as XLSX, and send that.`,
};

const nameEs: typeof nameEn = {
  ending: (name) => `Los archivos KPI terminan en .csv, .tsv, .txt, .xlsx, .zip o .gz; «${name}» no.`,
  text: (name) => otherContentEs(name, 'texto sin formato'),
  zip: (name) => otherContentEs(name, 'un archivo XLSX o ZIP'),
  gzip: (name) => otherContentEs(name, 'un archivo gzip'),
  'workbook-called-zip': () => 'Es un libro de Excel llamado ZIP: llámelo .xlsx y envíelo de nuevo.',
  'no-workbook': (name) =>
    `«${name}» se llama XLSX pero no es un libro de Excel. Ábralo en una hoja de cálculo, guárdelo como XLSX y envíe ese.`,
};

function otherContentEn(name: string, is: string): string {
  return `"${name}" is ${is}, which its ending does not say. Save it as what it is called, or call it what it is.`;
}

function otherContentEs(name: string, is: string): string {
  return `«${name}» es ${is}, y su extensión dice otra cosa. Guárdelo como lo que dice su nombre, o llámelo como lo que es.`;
}

const en: Sentences<RefusalParameters> = {
  'empty-file': ({ what }) =>
    ({
      file: 'The file is empty.',
      rows: 'The file holds no row.',
      sheets: 'The workbook has no sheet that can be seen.',
    })[what],
  failed: () =>
    'Something broke on our side and nothing of this file was loaded. Send it again; if it fails again, tell us.',
  'foreign-format': ({ what }) =>
    `This is ${foreignEn[what]}, and no table. Send CSV or XLSX, also in ZIP or gzip.`,
  'gzip-damaged': () => 'The gzip is cut off or damaged: it cannot be unpacked. Send it again, whole.',
  'inflates-too-far': ({ mebibytes }, { number }) =>
    mebibytes === null
      ? 'The sheet repeats its texts to more than can be read.'
      : `Unpacked, the file is larger than the ${number(mebibytes)} MiB that are read of such a file. Send it in parts, or as plain CSV.`,
  'name-and-content': ({ what, name }) => nameEn[what](name),
  'no-rows': () => 'The file holds no row of figures.',
  'no-such-line': ({ headerLine }, { number }) =>
    `No names of columns can stand in line ${number(headerLine)}.`,
  'no-such-sheet': ({ sheet }) => `The workbook has no sheet called "${sheet}".`,
  'no-valid-rows': () => 'Not one row of this file can be taken.',
  'not-utf-8': ({ byte }) =>
    `The file is not UTF-8${byte === null ? '' : `: the byte 0x${byte} belongs to another encoding, such as Windows-1252 (Latin-1)`}. In Excel, save it as "CSV UTF-8"; elsewhere, choose UTF-8 when exporting. Then send it again.`,
  'nul-byte': () => 'The file holds a NUL byte, so it is no text file.',
  'old-excel': ({ what }) =>
    what === 'XLS'
      ? 'This is an old Excel file (XLS). Save it as XLSX or "CSV UTF-8" and send that.'
      : 'This is a binary workbook (XLSB). Save it as XLSX and send that.',
  'packed-too-large': ({ what, mebibytes }, { number }) =>
    `${what === 'workbook' ? 'A workbook' : 'A ZIP'} has at most ${number(mebibytes)} MiB. Send it in parts, or as plain CSV.`,
  'packed-twice': ({ name }) =>
    `In it is another packed file, "${name}". Send that one as it is, or the table in it.`,
  'password-protected': ({ what }) =>
    `The ${what} is protected by a password. Save it without one and send that.`,
  'record-too-long': ({ what }) =>
    ({
      first: 'The first record has no end; perhaps a quote is opened and never closed.',
      record: 'The record that begins here is longer than 1 MiB; perhaps a quote is opened and never closed.',
      row: 'The row holds more than 1 MiB of text.',
    })[what],
  'stored-file-damaged': () => 'What is stored of this file is not what was received: send it again.',
  'too-many-columns': ({ what, columns, most }, { number }) =>
    what === 'file'
      ? `The file has ${number(columns)} columns; at most ${number(most)} are read.`
      : `A row has a value in column ${number(columns)}; at most ${number(most)} columns are read.`,
  'too-many-segments': ({ most }, { number }) =>
    `There are more than ${number(most)} different segments: is a column of times or numbers mapped as queue or language?`,
  'too-many-sheets': ({ sheets, most }, { number }) =>
    `The workbook has ${number(sheets)} sheets; at most ${number(most)} are read.`,
  'too-many-vendors': ({ most }, { number }) =>
    `There are more than ${number(most)} different vendor codes: is that the right column?`,
  'unpacking-failed': () =>
    'The file could not be unpacked: it asks for more memory than one file may have, or is built as none should be. Send it in parts, or as plain CSV.',
  'unpacking-too-long': () => 'Unpacking the file took too long. Send it in parts, or as plain CSV.',
  'utf-16': () => 'The file is UTF-16 ("Unicode Text"). Save it as "CSV UTF-8" and send it again.',
  'xlsx-damaged': ({ part }) =>
    `The workbook is damaged: its part ${part} cannot be read to its end. Open it, save it anew, and send that.`,
  'xml-doctype': ({ part }) =>
    `The workbook's part ${part} declares a document type. No spreadsheet program writes that: save the sheet anew.`,
  'zip-damaged': () => 'The file is cut off or damaged: it cannot be unpacked. Send it again, whole.',
  'zip-no-table': ({ names, more }, { number }) =>
    `The ZIP holds no CSV or XLSX file${names.length === 0 ? '' : `, only ${names.join(', ')}${more === 0 ? '' : ` and ${number(more)} more`}`}.`,
  'zip-several-tables': ({ tables, names, more }, { number }) =>
    `The ZIP holds ${number(tables)} tables: ${names.join(', ')}${more === 0 ? '' : ` and ${number(more)} more`}. Send each on its own, or a ZIP with just one.`,
  'zip-too-many-entries': ({ entries, most }, { number }) =>
    `The file is made of ${number(entries)} entries; at most ${number(most)} are read.`,
};

const es: Sentences<RefusalParameters> = {
  'empty-file': ({ what }) =>
    ({
      file: 'El archivo está vacío.',
      rows: 'El archivo no tiene ninguna fila.',
      sheets: 'El libro no tiene ninguna hoja visible.',
    })[what],
  failed: () =>
    'Algo falló por nuestra parte y no se cargó nada de este archivo. Envíelo de nuevo; si vuelve a fallar, avísenos.',
  'foreign-format': ({ what }) =>
    `Es ${foreignEs[what]}, no una tabla. Envíe CSV o XLSX, también en ZIP o gzip.`,
  'gzip-damaged': () =>
    'El gzip está cortado o dañado: no se puede descomprimir. Envíelo otra vez, completo.',
  'inflates-too-far': ({ mebibytes }, { number }) =>
    mebibytes === null
      ? 'La hoja repite sus textos hasta más de lo que se puede leer.'
      : `Descomprimido, el archivo supera los ${number(mebibytes)} MiB que se leen de un archivo así. Envíelo por partes, o como CSV sin comprimir.`,
  'name-and-content': ({ what, name }) => nameEs[what](name),
  'no-rows': () => 'El archivo no tiene ninguna fila con cifras.',
  'no-such-line': ({ headerLine }, { number }) =>
    `En la línea ${number(headerLine)} no puede haber nombres de columnas.`,
  'no-such-sheet': ({ sheet }) => `El libro no tiene ninguna hoja llamada «${sheet}».`,
  'no-valid-rows': () => 'No se puede aceptar ni una fila de este archivo.',
  'not-utf-8': ({ byte }) =>
    `El archivo no es UTF-8${byte === null ? '' : `: el byte 0x${byte} es de otra codificación, como Windows-1252 (Latin-1)`}. En Excel, guárdelo como «CSV UTF-8»; en otro programa, elija UTF-8 al exportar. Después envíelo de nuevo.`,
  'nul-byte': () => 'El archivo contiene un byte NUL: no es un archivo de texto.',
  'old-excel': ({ what }) =>
    what === 'XLS'
      ? 'Es un archivo de Excel antiguo (XLS). Guárdelo como XLSX o «CSV UTF-8» y envíe ese.'
      : 'Es un libro binario (XLSB). Guárdelo como XLSX y envíe ese.',
  'packed-too-large': ({ what, mebibytes }, { number }) =>
    `${what === 'workbook' ? 'Un libro de Excel' : 'Un ZIP'} tiene como máximo ${number(mebibytes)} MiB. Envíelo por partes, o como CSV sin comprimir.`,
  'packed-twice': ({ name }) =>
    `Dentro hay otro archivo comprimido, «${name}». Envíe ese tal cual, o la tabla que contiene.`,
  'password-protected': ({ what }) =>
    `${what === 'workbook' ? 'El libro' : 'El archivo'} está protegido con contraseña. Guárdelo sin ella y envíe ese.`,
  'record-too-long': ({ what }) =>
    ({
      first: 'El primer registro no termina; quizá se abren unas comillas que nunca se cierran.',
      record: 'El registro que empieza aquí supera 1 MiB; quizá se abren unas comillas que nunca se cierran.',
      row: 'La fila contiene más de 1 MiB de texto.',
    })[what],
  'stored-file-damaged': () => 'Lo guardado de este archivo no es lo que se recibió: envíelo de nuevo.',
  'too-many-columns': ({ what, columns, most }, { number }) =>
    what === 'file'
      ? `El archivo tiene ${number(columns)} columnas; se leen ${number(most)} como máximo.`
      : `Una fila tiene un valor en la columna ${number(columns)}; se leen ${number(most)} columnas como máximo.`,
  'too-many-segments': ({ most }, { number }) =>
    `Hay más de ${number(most)} segmentos distintos: ¿se ha tomado una columna de horas o números por la cola o el idioma?`,
  'too-many-sheets': ({ sheets, most }, { number }) =>
    `El libro tiene ${number(sheets)} hojas; se leen ${number(most)} como máximo.`,
  'too-many-vendors': ({ most }, { number }) =>
    `Hay más de ${number(most)} códigos de proveedor distintos: ¿es la columna correcta?`,
  'unpacking-failed': () =>
    'No se pudo descomprimir el archivo: pide más memoria de la que puede tener un archivo, o está construido como no debería. Envíelo por partes, o como CSV sin comprimir.',
  'unpacking-too-long': () =>
    'Descomprimir el archivo tardó demasiado. Envíelo por partes, o como CSV sin comprimir.',
  'utf-16': () => 'El archivo es UTF-16 («Texto Unicode»). Guárdelo como «CSV UTF-8» y envíelo de nuevo.',
  'xlsx-damaged': ({ part }) =>
    `El libro está dañado: su parte ${part} no se puede leer hasta el final. Ábralo, guárdelo de nuevo y envíe ese.`,
  'xml-doctype': ({ part }) =>
    `La parte ${part} del libro declara un tipo de documento. Ninguna hoja de cálculo escribe eso: guarde la hoja de nuevo.`,
  'zip-damaged': () =>
    'El archivo está cortado o dañado: no se puede descomprimir. Envíelo otra vez, completo.',
  'zip-no-table': ({ names, more }, { number }) =>
    `El ZIP no contiene ningún archivo CSV o XLSX${names.length === 0 ? '' : `, solo ${names.join(', ')}${more === 0 ? '' : ` y ${number(more)} más`}`}.`,
  'zip-several-tables': ({ tables, names, more }, { number }) =>
    `El ZIP contiene ${number(tables)} tablas: ${names.join(', ')}${more === 0 ? '' : ` y ${number(more)} más`}. Envíe cada una por separado, o un ZIP con una sola.`,
  'zip-too-many-entries': ({ entries, most }, { number }) =>
    `El archivo consta de ${number(entries)} entradas; se leen ${number(most)} como máximo.`,
};

export const refusalTexts: InEveryLanguage<Sentences<RefusalParameters>> = { en, es };

const lineWords: InEveryLanguage<string> = { en: 'line', es: 'línea' };

/** A refusal in words, with the line where reading ended, which any of them may have; null where they are not known here. */
export function sayRefusal(refusal: Finding, language: Language, write: Writing): string | null {
  const said = say(refusalTexts, refusal, language, write);
  const line = refusal.parameters?.['line'];
  return said === null || typeof line !== 'number'
    ? said
    : `${said} (${lineWords[language]} ${write.number(line)})`;
}
