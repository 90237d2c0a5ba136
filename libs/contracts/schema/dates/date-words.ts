import type { Language } from '@plumbline/api/schema';
import type { Writing } from '@plumbline/measurements/schema';
import { sayVersionFinding } from '../findings/finding-words';
import type { ContractDate, ContractDateKind } from './contract-dates';

type Saying = (
  date: Pick<ContractDate, 'number' | 'renewsUntil' | 'waiver'>,
  write: Writing,
  language: Language,
) => string;

const finding = (waiver: ContractDate['waiver'], language: Language, write: Writing): string =>
  waiver === null ? '' : (sayVersionFinding(waiver.finding, language, write) ?? waiver.finding.detail);

const words: Readonly<Record<Language, Readonly<Record<ContractDateKind, Saying>>>> = {
  en: {
    'term-start': () => 'The contract begins',
    'version-start': ({ number }) => `Version ${number} comes into force`,
    'notice-by': () => 'Last day to give notice',
    renewal: ({ renewsUntil }, { date }) => `The contract renews, until ${date(renewsUntil ?? '')}`,
    'term-end': () => 'The contract ends',
    'waiver-expiry': ({ waiver }, write, language) => `A waiver ends: ${finding(waiver, language, write)}`,
  },
  es: {
    'term-start': () => 'El contrato empieza',
    'version-start': ({ number }) => `La versión ${number} entra en vigor`,
    'notice-by': () => 'Último día para dar aviso',
    renewal: ({ renewsUntil }, { date }) => `El contrato se renueva, hasta el ${date(renewsUntil ?? '')}`,
    'term-end': () => 'El contrato termina',
    'waiver-expiry': ({ waiver }, write, language) =>
      `Una dispensa termina: ${finding(waiver, language, write)}`,
  },
};

/** What happens on a date of a contract, in the reader's words. */
export function sayContractDate(
  date: Pick<ContractDate, 'kind' | 'number' | 'renewsUntil' | 'waiver'>,
  language: Language,
  write: Writing,
): string {
  return words[language][date.kind](date, write, language);
}
