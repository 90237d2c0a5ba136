import { type Language } from '@plumbline/api/schema';

/**
 * The language in which somebody of this locale (`es-MX`) reads: English where theirs is not there. As `languageOf` of
 * `api/schema` says, whose index would bring the schemas' library before the first page.
 */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
}
