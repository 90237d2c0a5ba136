import { formatDate, languageOf, type Texts, wordsFor } from '@plumbline/ui';
import type { Requirement, RequirementCode, RequirementReason } from '@plumbline/vendors/schema';

interface Said {
  readonly title: string;
  /** The requirement's parameters as text: dates written out. */
  readonly value: (name: string) => string;
}
type Reasons = Partial<Readonly<Record<RequirementReason, (said: Said) => string>>>;
type RequirementWords = Readonly<Record<RequirementCode, Reasons>>;

const words: Texts<RequirementWords> = {
  en: {
    services: {
      named: ({ value }) => `Services are named (${value('count')})`,
      none: () => 'No service is named that the vendor runs',
    },
    'due-diligence-begun': {
      'no-items': () => 'No due-diligence item is asked of it: take the template over',
    },
    'due-diligence-item': {
      accepted: ({ title }) => `${title}: accepted`,
      waived: ({ title, value }) => `${title}: waived until ${value('until')}`,
      open: ({ title }) => `${title}: nothing was handed in`,
      submitted: ({ title }) => `${title}: handed in, to be looked at`,
      rejected: ({ title }) => `${title}: what was handed in is not enough`,
      'waiver-expired': ({ title, value }) => `${title}: the waiver ran out on ${value('until')}`,
    },
    'contract-active': {
      'in-force': ({ value }) => `Contract ${value('reference')} is in force since ${value('effectiveFrom')}`,
      'not-in-force-yet': ({ value }) =>
        `Contract ${value('reference')} is in force from ${value('effectiveFrom')} on only`,
      'no-contract': () => 'No contract with it is active',
    },
    'contract-findings': {
      clear: () => 'Its contract has no blocking finding',
      'no-contract': () => 'Without a contract in force there are no terms to be looked at',
      blocking: ({ value }) =>
        `Contract ${value('reference')} has blocking findings: ${value('count')} (${value('code')})`,
    },
    'end-date': {
      set: ({ value }) => `Its last day is set: ${value('date')}`,
      missing: () => 'Its last day is said with the request',
    },
    'end-date-reached': {
      reached: ({ value }) => `Its last day is over: ${value('date')}`,
      ahead: ({ value }) => `Its last day is not over: ${value('date')}`,
      missing: () => 'No last day is set',
    },
  },
  es: {
    services: {
      named: ({ value }) => `Hay servicios indicados (${value('count')})`,
      none: () => 'No se indica ningún servicio que preste',
    },
    'due-diligence-begun': {
      'no-items': () => 'No se le pide ningún requisito de diligencia debida: adopte la plantilla',
    },
    'due-diligence-item': {
      accepted: ({ title }) => `${title}: aceptado`,
      waived: ({ title, value }) => `${title}: dispensado hasta el ${value('until')}`,
      open: ({ title }) => `${title}: no se ha entregado nada`,
      submitted: ({ title }) => `${title}: entregado, por revisar`,
      rejected: ({ title }) => `${title}: lo entregado no basta`,
      'waiver-expired': ({ title, value }) => `${title}: la dispensa venció el ${value('until')}`,
    },
    'contract-active': {
      'in-force': ({ value }) =>
        `El contrato ${value('reference')} está en vigor desde el ${value('effectiveFrom')}`,
      'not-in-force-yet': ({ value }) =>
        `El contrato ${value('reference')} no entra en vigor hasta el ${value('effectiveFrom')}`,
      'no-contract': () => 'No hay ningún contrato activo con él',
    },
    'contract-findings': {
      clear: () => 'Su contrato no tiene hallazgos que bloqueen',
      'no-contract': () => 'Sin un contrato en vigor no hay condiciones que revisar',
      blocking: ({ value }) =>
        `El contrato ${value('reference')} tiene hallazgos que bloquean: ${value('count')} (${value('code')})`,
    },
    'end-date': {
      set: ({ value }) => `Su último día está fijado: ${value('date')}`,
      missing: () => 'Su último día se indica al pedirlo',
    },
    'end-date-reached': {
      reached: ({ value }) => `Su último día ya pasó: ${value('date')}`,
      ahead: ({ value }) => `Su último día no ha pasado: ${value('date')}`,
      missing: () => 'No hay último día fijado',
    },
  },
};

const DATES = ['until', 'effectiveFrom', 'date'];

/** A line of a gate in the reader's language; its code where there are no words for it. */
export function requirementText({ code, reason, parameters }: Requirement, locale: string): string {
  const value = (name: string): string => {
    const found = parameters[name];
    return DATES.includes(name) && typeof found === 'string' ? formatDate(found, locale) : `${found ?? ''}`;
  };
  const inSpanish = languageOf(locale) === 'es' ? parameters['titleEs'] : null;
  const title = `${inSpanish ?? parameters['title'] ?? ''}`;
  return wordsFor(words, locale)[code][reason]?.({ title, value }) ?? `${code}: ${reason}`;
}
