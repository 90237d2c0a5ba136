import { type Texts } from '@plumbline/ui';

interface CaseWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly number: string;
  readonly counted: string;
  readonly opened: string;
  readonly due: string;
  readonly closed: string;
  readonly open: string;
  readonly inTime: string;
  readonly yes: string;
  readonly no: string;
  readonly file: string;
  readonly lines: string;
}

export const caseWords: Texts<CaseWords> = {
  en: {
    title: 'Cases',
    lead: 'What the rows above are made of: each case once, however many lines of its file speak of it.',
    none: 'These rows were sent as counts: no case stands behind them.',
    number: 'Case',
    counted: 'Counts on',
    opened: 'Opened',
    due: 'Due',
    closed: 'Closed',
    open: 'open',
    inTime: 'In time',
    yes: 'yes',
    no: 'no',
    file: 'File',
    lines: 'Lines',
  },
  es: {
    title: 'Casos',
    lead: 'De qué se componen las filas de arriba: cada caso una vez, por muchas líneas de su archivo que hablen de él.',
    none: 'Estas filas se enviaron como recuentos: no hay casos detrás.',
    number: 'Caso',
    counted: 'Cuenta el',
    opened: 'Abierto',
    due: 'Vence',
    closed: 'Cerrado',
    open: 'abierto',
    inTime: 'A tiempo',
    yes: 'sí',
    no: 'no',
    file: 'Archivo',
    lines: 'Líneas',
  },
};
