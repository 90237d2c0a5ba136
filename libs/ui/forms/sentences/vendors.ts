import { type Sentences } from './say-in';

/** Vendors, their profile, due diligence and life. */
export const vendors: Sentences = {
  'There is no such vendor here.': 'Aquí no hay tal proveedor.',
  'A vendor of this insurer goes by this code already.':
    'Ya hay un proveedor de esta aseguradora con este código.',
  'letters, digits, spaces and . _ / & - between them':
    'letras, cifras y espacios, con . _ / & - entre ellas',
  'say what changes': 'diga qué cambia',
  'say why': 'diga por qué',
  'each service once': 'cada servicio una sola vez',
  'name a service': 'indique un servicio',

  // due diligence
  'lower-case letters, digits and underscores': 'letras minúsculas, cifras y guiones bajos',
  'at least one item': 'al menos un punto',
  'each code once': 'cada código una sola vez',
  'standings, by comma': 'estados, separados por comas',
  'a day to come: an expired waiver is open again':
    'un día por venir: una exención vencida vuelve a estar abierta',

  // lists
  'a file or rows, one of the two': 'un archivo o filas, una de las dos cosas',
  'at most 500 kB': '500 kB como máximo',
  'Two columns say the same: “{0}” and another.': 'Dos columnas dicen lo mismo: “{0}” y otra.',

  // life
  'from {0}: {1}': 'desde {0}: {1}',
  'the last day on which the vendor works for you': 'el último día en que el proveedor trabaja para usted',
  'only a step into offboarding has an end date': 'solo el paso a la salida tiene una fecha de fin',

  // profile
  'a telephone number such as +1 312 555 0100': 'un teléfono como +1 312 555 0100',
  'an e-mail address or a telephone number': 'un correo electrónico o un teléfono',
  'hours or a calendar, not both': 'un horario o un calendario, no ambos',
  'say what flows': 'diga qué se transmite',
  'after the day it began': 'posterior al día en que empezó',
  'name at least one country or region': 'indique al menos un país o una región',
  'each once': 'cada uno una sola vez',
  'a country as ISO 3166 writes it, such as US or PH':
    'un país como lo escribe ISO 3166, por ejemplo US o PH',
  'a language tag such as en or es-PR': 'una etiqueta de idioma como en o es-PR',
  'an address with https://': 'una dirección con https://',
  'a person has no hours here': 'una persona no tiene horario aquí',
  'one contact or one person': 'un contacto o una persona',
  'not before the stage above it': 'no antes que el nivel anterior',
  'say which interpreter vendor': 'diga qué proveedor de intérpretes',
  'at least one channel': 'al menos un canal',
  'this is in the list already': 'ya está en la lista',
  'at least one part': 'al menos una parte',
  'This is nobody whom an escalation of this vendor can reach.':
    'No es nadie a quien pueda llegar un escalamiento de este proveedor.',
  'There is no such calendar here.': 'Aquí no hay tal calendario.',
  'This is no fourth party of the vendor.': 'No es un subcontratista del proveedor.',
  'say why it works for you already': 'diga por qué ya trabaja para usted',
  'only for a vendor entered as active': 'solo para un proveedor introducido como activo',
};
