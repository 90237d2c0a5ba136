import { describe, expect, it } from '@jest/globals';
import { PASSWORD_MAX, passwordProblem } from './password-rules';

const context = ['Ana María Ruiz', 'ana.ruiz@northfield.example', 'Northfield Health'];

describe('passwordProblem', () => {
  it.each([
    'velvet otter marching quietly',
    'zebra-kiwi-trombone-lamp',
    'Kf8#xq2!Lw9$Rv5',
    'мой зелёный велосипед стоит',
    '青い鳥が静かに窓辺で歌っている朝のこと',
    'my summer house has a crooked chimney',
    'x'.repeat(4) + 'otter quill basalt tin '.repeat(3),
    'a sentence of one’s own, ending in 🦦',
  ])('accepts %s', (password) => expect(passwordProblem(password, context)).toBeNull());

  it('accepts 64 characters and up to the limit, and counts characters, not bytes', () => {
    expect(passwordProblem('otter quill basalt velvet marching trombone kiwi lamp chimney ok')).toBeNull();
    const long = 'quillbasaltotter'.repeat(16);
    expect([long.length, passwordProblem(long)]).toEqual([PASSWORD_MAX, null]);
    expect(passwordProblem(`${long}x`)?.code).toBe('too-long');
    expect(passwordProblem('🦦🐌🪨🎺🥝💡🏚️🧵🪁🛶')?.code).toBe('too-short');
  });

  it.each([
    ['14 characters', 'velvet otter 1', 'too-short'],
    ['one character over and over', 'aaaaaaaaaaaaaaaaaaaa', 'guessable'],
    ['a word over and over', 'passwordpassword', 'guessable'],
    ['a word, a year, a mark', 'Password2026!Password', 'guessable'],
    ['disguised letters', 'p@$$w0rdP@ssw0rd', 'guessable'],
    ['digits in order', '123456789012345', 'guessable'],
    ['the alphabet', 'abcdefghijklmnop', 'guessable'],
    ['a row of keys', 'qwertyuiopasdfghjkl', 'guessable'],
    ['a row of keys backwards', 'lkjhgfdsapoiuytrewq', 'guessable'],
    ['the season', 'Summer2026Summer2026', 'guessable'],
    ['the famous example', 'correct horse battery staple', 'guessable'],
    ['the product', 'Plumbline-Plumbline-1', 'guessable'],
    ['the tenant', 'northfield health 2026', 'guessable'],
    ['the person', 'ana.ruiz@northfield', 'guessable'],
    ['the name, decorated', '!!Ana+Maria+Ruiz++1985', 'guessable'],
    ['the trade', 'HealthInsurance2026!', 'guessable'],
    ['only digits', '83920174650219384756', 'guessable'],
  ])('refuses %s', (_, password, code) => expect(passwordProblem(password, context)?.code).toBe(code));

  it('names the field it was asked about', () => {
    expect(passwordProblem('short', [], 'newPassword')).toMatchObject({
      path: 'newPassword',
      code: 'too-short',
    });
  });
});
