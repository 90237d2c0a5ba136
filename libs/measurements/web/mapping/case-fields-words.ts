import { type CaseTimeUnit } from '@plumbline/measurements/schema';
import { type Texts } from '@plumbline/ui';

interface CaseFieldsWords {
  readonly close: string;
  readonly acknowledge: string;
  readonly unit: string;
  readonly units: Readonly<Record<CaseTimeUnit, string>>;
  readonly calendar: string;
  readonly calendarHint: string;
  readonly choose: string;
  readonly calendarVersion: (name: string, number: number, until: string | null) => string;
  readonly earlierVersion: (number: number) => string;
  readonly noCalendar: string;
  readonly openedWhenClosed: string;
  readonly opened: { readonly count: string; readonly roll: string };
  readonly severalVendors: string;
  readonly several: { readonly refuse: string; readonly each: string };
}

export const caseFieldsWords: Texts<CaseFieldsWords> = {
  en: {
    close: 'Closed within',
    acknowledge: 'Acknowledged within',
    unit: 'Counted in',
    units: { businessDays: 'Business days', calendarDays: 'Calendar days', hours: 'Hours' },
    calendar: 'Calendar of the business days',
    calendarHint: 'This version is kept with the file: a later one changes nothing until you choose it.',
    choose: 'Choose…',
    calendarVersion: (name, number, until) =>
      `${name}, version ${number}${until === null ? '' : `, holidays until ${until}`}`,
    earlierVersion: (number) => `As last time, version ${number}`,
    noCalendar: 'There is no calendar yet: the insurer enters one under Calendars.',
    openedWhenClosed: 'Opened on a closed day',
    opened: { count: 'The next business day is day 1', roll: 'Counts as opened on the next business day' },
    severalVendors: 'Rows of one case that name several vendors',
    several: { refuse: 'Contradict each other', each: 'Count it once for each vendor' },
  },
  es: {
    close: 'Cerrado en',
    acknowledge: 'Con acuse en',
    unit: 'Se cuenta en',
    units: { businessDays: 'Días hábiles', calendarDays: 'Días naturales', hours: 'Horas' },
    calendar: 'Calendario de los días hábiles',
    calendarHint:
      'Esta versión queda unida al archivo: otra posterior no cambia nada hasta que usted la elija.',
    choose: 'Elija…',
    calendarVersion: (name, number, until) =>
      `${name}, versión ${number}${until === null ? '' : `, festivos hasta ${until}`}`,
    earlierVersion: (number) => `Como la última vez, versión ${number}`,
    noCalendar: 'Todavía no hay calendario: la aseguradora lo introduce en Calendarios.',
    openedWhenClosed: 'Abierto en un día no hábil',
    opened: {
      count: 'El siguiente día hábil es el día 1',
      roll: 'Cuenta como abierto el siguiente día hábil',
    },
    severalVendors: 'Filas de un caso que nombran a varios proveedores',
    several: { refuse: 'Se contradicen', each: 'Cuentan una vez para cada proveedor' },
  },
};
