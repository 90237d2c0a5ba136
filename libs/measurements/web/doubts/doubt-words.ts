import { type Dimension, type WarningCode } from '@plumbline/measurements/schema';

export const doubtWords = {
  en: {
    title: 'What is doubtful',
    lead: 'It may well be right. Nothing is loaded until somebody has said so.',
    csv: 'Download the lines as CSV',
    first: (shown: string, all: string) => (shown === all ? `All ${all}` : `The first ${shown} of ${all}`),
    line: (line: string) => `Line ${line}`,
    accepted: (by: string, at: string) => `${by} said on ${at} that it is right.`,
    remembered: (by: string, at: string) =>
      `${by} said on ${at} that it is right in every file of this layout.`,
    titles: {
      'sum-differs': 'Calls that do not add up',
      outlier: 'Figures out of the ordinary',
      'month-shrank': 'Months with fewer rows than before',
      'look-alike-name': 'Names that look like known ones',
      'new-name': 'Names never seen before',
    } satisfies Record<WarningCode, string>,
  },
  es: {
    title: 'Lo que es dudoso',
    lead: 'Puede muy bien ser correcto. No se carga nada hasta que alguien lo diga.',
    csv: 'Descargar las líneas como CSV',
    first: (shown: string, all: string) =>
      shown === all ? `Todas: ${all}` : `Las primeras ${shown} de ${all}`,
    line: (line: string) => `Línea ${line}`,
    accepted: (by: string, at: string) => `${by} dijo el ${at} que es correcto.`,
    remembered: (by: string, at: string) =>
      `${by} dijo el ${at} que es correcto en todo archivo de este formato.`,
    titles: {
      'sum-differs': 'Llamadas que no cuadran',
      outlier: 'Cifras fuera de lo común',
      'month-shrank': 'Meses con menos filas que antes',
      'look-alike-name': 'Nombres que se parecen a otros conocidos',
      'new-name': 'Nombres nunca vistos',
    } satisfies Record<WarningCode, string>,
  },
};

export const nameWords = {
  en: {
    title: 'What is meant?',
    lead: 'What you say is remembered for the next file of this vendor, and this one is checked again.',
    dimensions: {
      lineOfBusiness: 'Line of business',
      channel: 'Channel',
      queue: 'Queue',
      language: 'Language',
    } satisfies Record<Dimension, string>,
    what: (dimension: string, value: string) => `${dimension} ${value}`,
    rows: (rows: string, one: boolean) => `${rows} ${one ? 'row' : 'rows'}`,
    isNew: 'It is new',
    means: (known: string) => `It means ${known}`,
    effect: (known: string, fresh: string) =>
      `${known} remembered as known, ${fresh} as new; then the file is checked again.`,
    send: 'Remember and check again',
    done: 'The names are remembered. The file is being checked.',
  },
  es: {
    title: '¿Qué significa?',
    lead: 'Lo que diga se recuerda para el próximo archivo de este proveedor, y este se comprueba de nuevo.',
    dimensions: {
      lineOfBusiness: 'Línea de negocio',
      channel: 'Canal',
      queue: 'Cola',
      language: 'Idioma',
    } satisfies Record<Dimension, string>,
    what: (dimension: string, value: string) => `${dimension} ${value}`,
    rows: (rows: string, one: boolean) => `${rows} ${one ? 'fila' : 'filas'}`,
    isNew: 'Es nuevo',
    means: (known: string) => `Significa ${known}`,
    effect: (known: string, fresh: string) =>
      `Se recuerdan ${known} como conocidos y ${fresh} como nuevos; después se comprueba el archivo de nuevo.`,
    send: 'Recordar y comprobar de nuevo',
    done: 'Los nombres se recuerdan. El archivo se está comprobando.',
  },
};
