import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Reader } from './reader';
import { texts, wordsFor } from './texts';

describe('texts', () => {
  it('speaks the language of the reader, English to those of a language that is not there', () => {
    const words = { en: { hello: 'Hello' }, es: { hello: 'Hola' } };
    expect(wordsFor(words, 'es-MX').hello).toBe('Hola');
    expect(wordsFor(words, 'fr').hello).toBe('Hello');
  });

  it('follows the locale kept with the person, and not one that does not exist', () => {
    const text = TestBed.runInInjectionContext(() => texts({ en: { a: 'one' }, es: { a: 'uno' } }));
    const reader = TestBed.inject(Reader);
    reader.setLocale('es');
    expect(text().a).toBe('uno');
    reader.setLocale('not a locale');
    expect(text().a).toBe('one');
  });
});
