import { describe, expect, it } from '@jest/globals';
import type { TraceFact } from './trace';
import { say, word } from './trace-text';

describe('a fact in a sentence', () => {
  it.each<[string, TraceFact | undefined, string]>([
    ['what is not known', undefined, '–'],
    ['nothing', null, '–'],
    ['an empty text', '', '–'],
    ['no items', [], '–'],
    ['no entries', {}, '–'],
    ['a number', 0, '0'],
    ['a truth', false, 'false'],
    ['a text', 'es', 'es'],
    ['items', ['mon', null, 2], 'mon, –, 2'],
    ['entries', { low: '0.8', high: null }, 'low 0.8, high –'],
    ['entries in items', [{ day: 1 }, { day: 2 }], 'day 1, day 2'],
  ])('%s', (_, fact, text) => {
    expect(say(fact)).toBe(text);
  });

  it.each([
    ['six decimals stand', '0.123456', '0.123456'],
    ['a seventh is cut, not rounded', '0.7999999', '0.799999…'],
    ['also of a number below zero', '-12.34567890', '-12.345678…'],
    ['also of a number that is no text', 0.12345678, '0.123456…'],
    ['a long whole number stands', '12345678901234', '12345678901234'],
    ['a point without digits behind it is no decimal', '1234567.', '1234567.'],
    ['nor is one without digits before it', '.12345678', '.12345678'],
    ['a version stands', '1.2.34567890', '1.2.34567890'],
    ['what begins with something else stands', 'v0.12345678', 'v0.12345678'],
    ['what ends with something else stands', '0.12345678%', '0.12345678%'],
  ])('%s', (_, fact, text) => {
    expect(say(fact)).toBe(text);
  });
});

describe('a coded fact', () => {
  const words = { met: 'cumplido', '': 'nada' };

  it('is said by its word', () => {
    expect(word(words, 'met')).toBe('cumplido');
  });

  it.each(['breached', 'toString'])('%s, which has none, is said as it is', (code) => {
    expect(word(words, code)).toBe(code);
  });

  it('that is not known is a dash', () => {
    expect(word(words, undefined)).toBe('–');
  });
});
