import { type Language } from '@plumbline/api/schema';

/** The language in which somebody of this locale (`es-MX`) reads: English where theirs is not there. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
}
