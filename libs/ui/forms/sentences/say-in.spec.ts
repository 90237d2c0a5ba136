import { describe, expect, it } from '@jest/globals';
import { sayIn } from './say-in';

const say = sayIn({
  'say why': 'diga por qué',
  'at most {0} characters': '{0} caracteres como máximo',
  '“{0}” has no version {1}.': 'La versión {1} no existe en “{0}”.',
  'from {0}: {1}': 'desde {0}: {1}',
  'from {0} to {1}: {2}': 'de {0} a {1}: {2}',
  'Expected a number that is {0}.': 'Se espera un número que sea {0}.',
  'not negative': 'no negativo',
  'a share of {0} (0.1 is 10 %)': 'una parte de {0} (0.1 es 10 %)',
});

describe('sayIn', () => {
  it.each([
    ['say why', 'diga por qué'],
    ['at most 200 characters', '200 caracteres como máximo'],
    ['“Calls (voice)” has no version 3.', 'La versión 3 no existe en “Calls (voice)”.'],
    ['“two\nlines” has no version 3.', 'La versión 3 no existe en “two\nlines”.'],
    ['from May to June: none', 'de May a June: none'],
    ['from May: none', 'desde May: none'],
    ['Expected a number that is not negative.', 'Se espera un número que sea no negativo.'],
    [
      'Expected a number that is a share of 9 (0.1 is 10 %).',
      'Se espera un número que sea una parte de 9 (0.1 es 10 %).',
    ],
    ['a share of 9 (0x1 is 10 %)', 'a share of 9 (0x1 is 10 %)'],
    ['Diga por qué.', 'Diga por qué.'],
    ['toString', 'toString'],
    ['', ''],
  ])('says “%s”', (english, spanish) => expect(say(english)).toBe(spanish));
});
