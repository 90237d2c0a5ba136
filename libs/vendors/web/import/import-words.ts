import type { Texts } from '@plumbline/ui';
import type { ImportKind, ImportProblem, ImportRow } from '@plumbline/vendors/schema';

interface ImportWords {
  readonly title: string;
  readonly lead: string;
  readonly vendors: string;
  readonly what: string;
  readonly kinds: Readonly<Record<ImportKind, string>>;
  readonly template: string;
  readonly hints: Readonly<Record<ImportKind, string>>;
  readonly file: string;
  readonly fileHint: string;
  readonly preview: string;
  readonly nothing: string;
  readonly counts: (of: { new: number; changed: number; unchanged: number; wrong: number }) => string;
  readonly leftColumns: (headers: string) => string;
  readonly leaveOut: (wrong: number) => string;
  readonly enter: (rows: number) => string;
  readonly entered: (fresh: number, changed: number) => string;
  readonly line: string;
  readonly name: string;
  readonly act: string;
  readonly acts: Readonly<Record<ImportRow['act'], string>>;
  readonly wrongTitle: string;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
  readonly wholeRow: string;
  readonly problems: Readonly<
    Record<ImportProblem['code'], (of: Readonly<Record<string, string | readonly string[]>>) => string>
  >;
}

const list = (value: string | readonly string[] | undefined): string => [value ?? ''].flat().join(', ');

export const importWords: Texts<ImportWords> = {
  en: {
    title: 'Import a list',
    lead: 'Vendors, or their contacts, from a CSV file or a workbook. You see what every row would do before anything is entered; the same file again changes nothing.',
    vendors: 'Vendors',
    what: 'What is in it',
    kinds: { vendors: 'Vendors', contacts: 'Contacts of vendors' },
    template: 'Download the template',
    hints: {
      vendors:
        'One vendor a row, known by its code. Services are separated by commas; PHI is yes or no; a state is taken for new vendors only.',
      contacts:
        'One contact a row, of the vendor with that code, known by name and role. Hours are written mon-fri 08:00-17:00; sat 9-12, in the time zone beside them or the vendor’s.',
    },
    file: 'List',
    fileHint: 'CSV or XLSX, up to 500 kB and 1,000 rows',
    preview: 'What it would do',
    nothing: 'Every row is there already: there is nothing to enter.',
    counts: ({ new: fresh, changed, unchanged, wrong }) =>
      `${fresh} new, ${changed} changed, ${unchanged} unchanged, ${wrong} wrong.`,
    leftColumns: (headers) => `Not used: ${headers}.`,
    leaveOut: (wrong) =>
      wrong === 1
        ? 'Leave the wrong row out, and enter the others'
        : `Leave ${wrong} wrong rows out, and enter the others`,
    enter: (rows) => (rows === 1 ? 'Enter 1 row' : `Enter ${rows} rows`),
    entered: (fresh, changed) => `${fresh} entered, ${changed} changed.`,
    line: 'Line',
    name: 'Name',
    act: 'What happens',
    acts: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', wrong: 'Wrong' },
    wrongTitle: 'What is wrong',
    column: 'Column',
    value: 'Value',
    problem: 'Problem',
    wholeRow: 'the row',
    problems: {
      'column-missing': ({ english }) =>
        `There is no column called “${list(english)}”, which every new row needs.`,
      'value-missing': () => 'Say something here.',
      'value-unknown': ({ known, unknown }) =>
        unknown ? `${list(unknown)} is none of: ${list(known)}.` : `One of: ${list(known)}.`,
      'value-invalid': ({ expected }) => `This cannot be meant: ${list(expected)}.`,
      'row-twice': () => 'The same stands in an earlier row.',
      'vendor-unknown': () => 'No vendor has this code.',
      'broken-quotes': () => 'Its quotation marks do not match.',
      'row-too-wide': () => 'It has more cells than there are columns.',
      'code-of-alias': ({ code }) => `This is another name of ${list(code)}: write its code.`,
    },
  },
  es: {
    title: 'Importar una lista',
    lead: 'Proveedores, o sus contactos, de un archivo CSV o un libro. Verá qué haría cada fila antes de que se introduzca nada; el mismo archivo otra vez no cambia nada.',
    vendors: 'Proveedores',
    what: 'Qué contiene',
    kinds: { vendors: 'Proveedores', contacts: 'Contactos de proveedores' },
    template: 'Descargar la plantilla',
    hints: {
      vendors:
        'Un proveedor por fila, conocido por su código. Los servicios van separados por comas; datos de salud es sí o no; el estado vale solo para proveedores nuevos.',
      contacts:
        'Un contacto por fila, del proveedor con ese código, conocido por nombre y función. El horario se escribe lun-vie 08:00-17:00; sáb 9-12, en la zona horaria de al lado o la del proveedor.',
    },
    file: 'Lista',
    fileHint: 'CSV o XLSX, hasta 500 kB y 1000 filas',
    preview: 'Qué haría',
    nothing: 'Todas las filas están ya: no hay nada que introducir.',
    counts: ({ new: fresh, changed, unchanged, wrong }) =>
      `${fresh} nuevas, ${changed} cambiadas, ${unchanged} sin cambios, ${wrong} erróneas.`,
    leftColumns: (headers) => `No se usan: ${headers}.`,
    leaveOut: (wrong) =>
      wrong === 1
        ? 'Dejar fuera la fila errónea e introducir las demás'
        : `Dejar fuera ${wrong} filas erróneas e introducir las demás`,
    enter: (rows) => (rows === 1 ? 'Introducir 1 fila' : `Introducir ${rows} filas`),
    entered: (fresh, changed) => `${fresh} introducidas, ${changed} cambiadas.`,
    line: 'Línea',
    name: 'Nombre',
    act: 'Qué ocurre',
    acts: { new: 'Nueva', changed: 'Cambiada', unchanged: 'Sin cambios', wrong: 'Errónea' },
    wrongTitle: 'Qué está mal',
    column: 'Columna',
    value: 'Valor',
    problem: 'Problema',
    wholeRow: 'la fila',
    problems: {
      'column-missing': ({ spanish }) =>
        `Falta una columna «${list(spanish)}», que toda fila nueva necesita.`,
      'value-missing': () => 'Diga algo aquí.',
      'value-unknown': ({ known, unknown }) =>
        unknown ? `${list(unknown)} no es ninguno de: ${list(known)}.` : `Uno de: ${list(known)}.`,
      'value-invalid': ({ expected }) => `Esto no puede ser: ${list(expected)}.`,
      'row-twice': () => 'Lo mismo está en una fila anterior.',
      'vendor-unknown': () => 'Ningún proveedor tiene este código.',
      'broken-quotes': () => 'Sus comillas no casan.',
      'row-too-wide': () => 'Tiene más celdas que columnas hay.',
      'code-of-alias': ({ code }) => `Es otro nombre de ${list(code)}: escriba su código.`,
    },
  },
};
