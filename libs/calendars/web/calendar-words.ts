import type { HolidayType, StatedProvenance } from '@plumbline/calendars/schema';
import type { Weekday } from '@plumbline/sla-engine';

interface CalendarWords {
  readonly weekdays: Readonly<Record<Weekday, string>>;
  readonly closed: string;
  readonly types: Readonly<Record<HolidayType, string>>;
  readonly observed: string;
  readonly ourRule: (rule: string) => string;
  readonly enteredBy: (by: string) => string;
  readonly byHand: string;
  readonly proposedAs: (name: string) => string;
  readonly version: (number: number) => string;
}

export const calendarWords: Readonly<Record<'en' | 'es', CalendarWords>> = {
  en: {
    weekdays: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    closed: 'closed',
    types: {
      public: 'public holiday',
      bank: 'bank holiday',
      school: 'school holiday',
      optional: 'optional holiday',
      observance: 'observance',
    },
    observed: 'observed',
    ourRule: (rule) => `our own rule, ${rule}`,
    enteredBy: (by) => `entered by ${by}`,
    byHand: 'entered by hand',
    proposedAs: (name) => `proposed as “${name}”`,
    version: (number) => `Version ${number}`,
  },
  es: {
    weekdays: {
      mon: 'Lunes',
      tue: 'Martes',
      wed: 'Miércoles',
      thu: 'Jueves',
      fri: 'Viernes',
      sat: 'Sábado',
      sun: 'Domingo',
    },
    closed: 'cerrado',
    types: {
      public: 'festivo oficial',
      bank: 'festivo bancario',
      school: 'festivo escolar',
      optional: 'festivo opcional',
      observance: 'conmemoración',
    },
    observed: 'trasladado',
    ourRule: (rule) => `nuestra propia regla, ${rule}`,
    enteredBy: (by) => `introducido por ${by}`,
    byHand: 'introducido a mano',
    proposedAs: (name) => `propuesto como «${name}»`,
    version: (number) => `Versión ${number}`,
  },
};

/** Where a holiday comes from, in words: `date-holidays 3.37.0, US-CA, public holiday, observed`. */
export function provenanceText(
  { name, provenance }: { readonly name: string; readonly provenance: StatedProvenance },
  words: CalendarWords,
): string {
  if (provenance.source === 'person') {
    return provenance.by === undefined ? words.byHand : words.enteredBy(provenance.by);
  }
  const renamed = provenance.name === name ? [] : [words.proposedAs(provenance.name)];
  if (provenance.source === 'rule') return [words.ourRule(provenance.rule), ...renamed].join(', ');
  const { library, country, state, type, observed } = provenance;
  return [
    library,
    state === null ? country : `${country}-${state}`,
    words.types[type],
    ...(observed ? [words.observed] : []),
    ...renamed,
  ].join(', ');
}
