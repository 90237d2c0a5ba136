/** `PH` as the reader’s language calls it; what is no country stays as it was written. */
export function countryName(code: string, locale: string): string {
  return /^[A-Z]{2}$/.test(code) ? named(code, locale, 'region') : code;
}

/** `es-PR` as the reader’s language calls it. */
export function languageName(tag: string, locale: string): string {
  return named(tag, locale, 'language');
}

function named(code: string, locale: string, type: 'region' | 'language'): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
