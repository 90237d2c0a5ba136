import { type Signal, computed, inject } from '@angular/core';
import { Reader } from './reader';

/** The words of one page or component, by language. English is whole; another language may follow, and must then be whole too. */
export interface Texts<Words extends object> {
  readonly en: Words;
  readonly es?: Words;
}

/**
 * The words in the reader's language, English where the language has none yet. Sentences with values in them are
 * functions, so that a language can order and inflect as it needs.
 *
 * @example
 * const words = { en: { title: 'Vendors', found: (n: number) => `${n} found` } };
 * readonly text = texts(words); // in a component: {{ text().found(3) }}
 */
export function texts<Words extends object>(words: Texts<Words>): Signal<Words> {
  const reader = inject(Reader);
  return computed(() => wordsFor(words, reader.locale()));
}

export function wordsFor<Words extends object>(words: Texts<Words>, locale: string): Words {
  return locale.toLowerCase().startsWith('es') ? (words.es ?? words.en) : words.en;
}
