import type { IncidentImportResult } from '@plumbline/incidents/schema';
import type { Texts } from '@plumbline/ui';
import type { meanings } from './column-draft';

interface ImportWords {
  readonly title: string;
  readonly lead: string;
  readonly incidents: string;
  readonly vendor: string;
  readonly choose: string;
  readonly service: string;
  readonly phi: string;
  readonly zone: string;
  readonly zoneHint: string;
  readonly file: string;
  readonly fileHint: string;
  readonly noColumns: string;
  readonly columns: string;
  readonly column: string;
  readonly samples: string;
  readonly means: string;
  readonly meansOf: (header: string) => string;
  readonly meanings: Readonly<Record<(typeof meanings)[number], string>>;
  readonly date: (milestone: string) => string;
  readonly format: string;
  readonly formatOf: (header: string) => string;
  readonly dayFirst: string;
  readonly monthFirst: string;
  readonly valueOf: (value: string) => string;
  readonly missing: Readonly<Record<'discovery' | 'format' | 'twice' | 'answers', string>>;
  readonly look: string;
  readonly preview: string;
  readonly counts: (of: IncidentImportResult['counts']) => string;
  readonly rule: string;
  readonly met: string;
  readonly late: string;
  readonly open: string;
  readonly verdicts: string;
  readonly wrongTitle: string;
  readonly line: string;
  readonly value: string;
  readonly problem: string;
  readonly problems: Readonly<Record<IncidentImportResult['problems'][number]['code'], string>>;
  readonly nothing: string;
  readonly leaveOut: (wrong: number) => string;
  readonly enter: (rows: number) => string;
  readonly entered: (rows: number) => string;
}

export const importWords: Texts<ImportWords> = {
  en: {
    title: 'Import past incidents',
    lead: 'A list of what happened before. You say what each column is and see how deadlines were kept before anything is entered; nobody is told, and the same list again changes nothing.',
    incidents: 'Incidents',
    vendor: 'Vendor',
    choose: 'Choose',
    service: 'Service',
    phi: 'PHI suspected, where the list does not say',
    zone: 'Time zone of the times in the list',
    zoneHint: 'An IANA name such as America/New_York.',
    file: 'List of incidents',
    fileHint: 'CSV, up to 500 kB and 2,000 rows',
    noColumns: 'This list has no line that names its columns.',
    columns: 'What the columns are',
    column: 'Column',
    samples: 'For example',
    means: 'Is',
    meansOf: (header) => `What ${header} is`,
    meanings: {
      ignore: 'Not used',
      number: 'Number of the incident',
      title: 'What happened',
      detail: 'Details',
      people: 'People affected',
      place: 'Place (US-TX, DE)',
      us_place: 'US state (TX)',
      severity: 'Severity',
      phi: 'PHI suspected',
    },
    date: (milestone) => `Date: ${milestone}`,
    format: 'Written as',
    formatOf: (header) => `How ${header} is written`,
    dayFirst: 'day first',
    monthFirst: 'month first',
    valueOf: (value) => `${value} is`,
    missing: {
      discovery: 'Say which column is the discovery: deadlines start there.',
      format: 'Say how each date is written: 03/04 is two days.',
      twice: 'Two columns are the same date: keep one.',
      answers: 'Choose vendor, service and time zone.',
    },
    look: 'Look at it',
    preview: 'What it would do',
    counts: ({ total, new: fresh, unchanged, wrong }) =>
      `${total} rows: ${fresh} new, ${unchanged} entered before, ${wrong} wrong.`,
    rule: 'Rule',
    met: 'In time',
    late: 'Late',
    open: 'Never met',
    verdicts: 'Deadlines of the new rows',
    wrongTitle: 'What is wrong',
    line: 'Line',
    value: 'Value',
    problem: 'Problem',
    problems: {
      'value-missing': 'Say something here.',
      'value-invalid': 'This is not written as you said.',
      'value-unknown': 'You did not say what this value is.',
      'time-skipped': 'The clocks were put forward over this time: it never was.',
      'before-discovery': 'This is before the discovery.',
      'row-twice': 'An earlier row has the same number.',
      'broken-quotes': 'Its quotation marks do not match.',
    },
    nothing: 'Every row was entered before: there is nothing to enter.',
    leaveOut: (wrong) =>
      wrong === 1
        ? 'Leave the wrong row out, and enter the others'
        : `Leave ${wrong} wrong rows out, and enter the others`,
    enter: (rows) => (rows === 1 ? 'Enter 1 incident' : `Enter ${rows} incidents`),
    entered: (rows) => (rows === 1 ? '1 incident entered.' : `${rows} incidents entered.`),
  },
  es: {
    title: 'Importar incidentes pasados',
    lead: 'Una lista de lo que pasó antes. Usted dice qué es cada columna y ve cómo se cumplieron los plazos antes de introducir nada; no se avisa a nadie y la misma lista otra vez no cambia nada.',
    incidents: 'Incidentes',
    vendor: 'Proveedor',
    choose: 'Elija',
    service: 'Servicio',
    phi: 'Posibles datos de salud, donde la lista no lo dice',
    zone: 'Zona horaria de las horas de la lista',
    zoneHint: 'Un nombre IANA como America/New_York.',
    file: 'Lista de incidentes',
    fileHint: 'CSV, hasta 500 kB y 2000 filas',
    noColumns: 'Esta lista no tiene una línea con los nombres de sus columnas.',
    columns: 'Qué son las columnas',
    column: 'Columna',
    samples: 'Por ejemplo',
    means: 'Es',
    meansOf: (header) => `Qué es ${header}`,
    meanings: {
      ignore: 'No se usa',
      number: 'Número del incidente',
      title: 'Qué ha pasado',
      detail: 'Detalles',
      people: 'Personas afectadas',
      place: 'Lugar (US-TX, DE)',
      us_place: 'Estado de EE. UU. (TX)',
      severity: 'Gravedad',
      phi: 'Posibles datos de salud',
    },
    date: (milestone) => `Fecha: ${milestone}`,
    format: 'Escrita como',
    formatOf: (header) => `Cómo está escrita ${header}`,
    dayFirst: 'primero el día',
    monthFirst: 'primero el mes',
    valueOf: (value) => `${value} es`,
    missing: {
      discovery: 'Diga qué columna es el descubrimiento: ahí empiezan los plazos.',
      format: 'Diga cómo está escrita cada fecha: 03/04 son dos días.',
      twice: 'Dos columnas son la misma fecha: deje una.',
      answers: 'Elija proveedor, servicio y zona horaria.',
    },
    look: 'Ver qué haría',
    preview: 'Qué haría',
    counts: ({ total, new: fresh, unchanged, wrong }) =>
      `${total} filas: ${fresh} nuevas, ${unchanged} ya introducidas, ${wrong} erróneas.`,
    rule: 'Regla',
    met: 'A tiempo',
    late: 'Con retraso',
    open: 'Sin cumplir',
    verdicts: 'Plazos de las filas nuevas',
    wrongTitle: 'Qué está mal',
    line: 'Línea',
    value: 'Valor',
    problem: 'Problema',
    problems: {
      'value-missing': 'Diga algo aquí.',
      'value-invalid': 'No está escrito como usted dijo.',
      'value-unknown': 'No ha dicho qué es este valor.',
      'time-skipped': 'Los relojes se adelantaron: esta hora no existió.',
      'before-discovery': 'Es anterior al descubrimiento.',
      'row-twice': 'Una fila anterior tiene el mismo número.',
      'broken-quotes': 'Sus comillas no casan.',
    },
    nothing: 'Todas las filas se introdujeron antes: no hay nada que introducir.',
    leaveOut: (wrong) =>
      wrong === 1
        ? 'Dejar fuera la fila errónea e introducir las demás'
        : `Dejar fuera ${wrong} filas erróneas e introducir las demás`,
    enter: (rows) => (rows === 1 ? 'Introducir 1 incidente' : `Introducir ${rows} incidentes`),
    entered: (rows) => (rows === 1 ? '1 incidente introducido.' : `${rows} incidentes introducidos.`),
  },
};
