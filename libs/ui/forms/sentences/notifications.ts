import { type Sentences } from './say-in';

/** What people are told, when, and which systems are told. */
export const notifications: Sentences = {
  'a time such as 22:00': 'una hora como 22:00',
  'quiet hours end at another time than they begin':
    'las horas de silencio terminan a otra hora de la que empiezan',
  'an address that begins with https:// and holds no user name or password':
    'una dirección que empiece por https:// y no contenga usuario ni contraseña',
  'an address at {0}': 'una dirección en {0}',
  'there is no such kind of notice': 'no hay tal clase de aviso',
  'always at once, on the page and by mail': 'siempre al momento, en la página y por correo',
  'Say which system it tells': 'Diga a qué sistema avisa',
  'At most 2,000 characters': '2000 caracteres como máximo',
  'An address that begins with https://': 'Una dirección que empiece por https://',
};
