/** Languages that the product is written in. English is whole by itself; the others say the same. */
export const languages = ['en', 'es'] as const;

export type Language = (typeof languages)[number];

/** The language in which somebody of this locale (`es-MX`) reads: English where theirs is not there. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
}
