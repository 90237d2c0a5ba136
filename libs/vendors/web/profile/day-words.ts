import type { Weekday } from '@plumbline/sla-engine';
import type { Texts } from '@plumbline/ui';

interface DayWords {
  readonly long: Readonly<Record<Weekday, string>>;
  readonly short: Readonly<Record<Weekday, string>>;
}

export const dayWords: Texts<DayWords> = {
  en: {
    long: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    short: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  },
  es: {
    long: {
      mon: 'Lunes',
      tue: 'Martes',
      wed: 'Miércoles',
      thu: 'Jueves',
      fri: 'Viernes',
      sat: 'Sábado',
      sun: 'Domingo',
    },
    short: { mon: 'lun', tue: 'mar', wed: 'mié', thu: 'jue', fri: 'vie', sat: 'sáb', sun: 'dom' },
  },
};
