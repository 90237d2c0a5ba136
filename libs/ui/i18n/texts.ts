import { type Signal, computed, inject } from '@angular/core';
import { type Language } from '@plumbline/api/schema';
import { languageOf } from './language';
import { Reader } from './reader';

/** The words of one page or component, whole in every language: one that is left out does not compile. */
export type Texts<Words extends object> = Readonly<Record<Language, Words>>;

/**
 * The words in the reader's language, English for those of any other. Sentences with values in them are
 * functions, so that a language can order and inflect as it needs.
 *
 * @example
 * const words = {
 *   en: { title: 'Vendors', found: (n: number) => `${n} found` },
 *   es: { title: 'Proveedores', found: (n: number) => `${n} encontrados` },
 * };
 * readonly text = texts(words); // in a component: {{ text().found(3) }}
 */
export function texts<Words extends object>(words: Texts<Words>): Signal<Words> {
  const reader = inject(Reader);
  return computed(() => wordsFor(words, reader.locale()));
}

export function wordsFor<Words extends object>(words: Texts<Words>, locale: string): Words {
  return words[languageOf(locale)];
}
