import type { Language } from '@plumbline/api/schema';
import type { Writing } from './finding';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es' };

/** As letters write to somebody of whom only the language is known: dates and months in words, numbers by its marks. */
export function writtenIn(language: Language): Writing {
  const locale = locales[language];
  const day = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  return {
    number: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(Number(value)),
    date: (text) =>
      day({ day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${text}T00:00:00Z`)),
    month: (text) => day({ month: 'long', year: 'numeric' }).format(new Date(`${text}-01T00:00:00Z`)),
    instant: (text) => day({ dateStyle: 'long', timeStyle: 'short' }).format(new Date(text)) + ' UTC',
  };
}
