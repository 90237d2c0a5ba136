import { type Sentences } from './say-in';

/** What any field may be told: by schemas of no thing, at the door, of files and of calls as such. */
export const everywhere: Sentences = {
  // libs/api/schema
  'say something here': 'escriba algo aquí',
  'at most {0} characters': '{0} caracteres como máximo',
  'at least {0} characters': '{0} caracteres como mínimo',
  'exactly {0} characters': 'exactamente {0} caracteres',
  'name at least one': 'indique al menos uno',
  'at least {0} in the list': 'al menos {0} en la lista',
  'at most {0} in the list': '{0} en la lista como máximo',
  'exactly {0} in the list': 'exactamente {0} en la lista',
  'a number above {0}': 'un número mayor que {0}',
  'a number from {0} on': 'un número a partir de {0}',
  'a number below {0}': 'un número menor que {0}',
  'a number up to {0}': 'un número hasta {0}',
  'a multiple of {0}': 'un múltiplo de {0}',
  'a text': 'un texto',
  'a number': 'un número',
  'a whole number': 'un número entero',
  'yes or no (true or false)': 'sí o no (true o false)',
  'a list': 'una lista',
  'an object with fields': 'un objeto con campos',
  'this is missing': 'esto falta',
  'this does not fit here': 'esto no corresponde aquí',
  'this is not written as it has to be': 'no está escrito como corresponde',
  'this field is not known here': 'este campo no se conoce aquí',
  'choose one': 'elija uno',
  'one of: {0}': 'uno de estos: {0}',
  'the id of something here': 'el identificador de algo que exista aquí',
  'choose a day': 'elija un día',
  'a date such as 2026-03-31': 'una fecha como 2026-03-31',
  'an instant such as 2026-03-31T14:05:00Z': 'un instante como 2026-03-31T14:05:00Z',
  'an e-mail address such as name@example.com': 'un correo electrónico como nombre@example.com',
  'an address such as https://example.com': 'una dirección como https://example.com',
  'lower-case letters, digits and hyphens, 1 to 40 of them': 'de 1 a 40 letras minúsculas, cifras y guiones',
  'a month as YYYY-MM': 'un mes como 2026-03',
  'a decimal number such as 0.95': 'un número decimal como 0.95',
  'an IANA time zone such as America/New_York': 'una zona horaria de IANA como America/New_York',
  'no line breaks or control characters': 'sin saltos de línea ni caracteres de control',
  'no control characters': 'sin caracteres de control',

  // the door
  'At least 15 characters: a few words in a row are good':
    'Al menos 15 caracteres: unas cuantas palabras seguidas sirven',
  'at least {0} characters: a few words in a row are good':
    'al menos {0} caracteres: unas cuantas palabras seguidas sirven',
  'At most 256 characters': '256 caracteres como máximo',
  'An address such as name@example.com': 'Una dirección como nombre@example.com',
  'Enter your name': 'Escriba su nombre',
  'Enter your e-mail address': 'Escriba su correo electrónico',
  'Enter your password': 'Escriba su contraseña',
  'six digits': 'seis cifras',
  'say what you are called': 'diga cómo se llama',
  'choose a password': 'elija una contraseña',
  'a password': 'una contraseña',
  'an e-mail address': 'un correo electrónico',
  'too few different characters': 'muy pocos caracteres distintos',
  'it is made of words, names or sequences that attackers try first: add words of your own':
    'se compone de palabras, nombres o secuencias que los atacantes prueban primero: añada palabras propias',

  // documents
  'each document once': 'cada documento una sola vez',
  'choose a document': 'elija un documento',
  'There is no such document here.': 'Aquí no hay tal documento.',
  'say what the document is called: name=certificate.pdf':
    'diga cómo se llama el documento: name=certificate.pdf',
  'say which vendor the document is of': 'diga de qué proveedor es el documento',

  // calls as such
  'this cursor was not given out by this list': 'este cursor no lo dio esta lista',
  '1 to 200 printable ASCII characters': 'de 1 a 200 caracteres ASCII imprimibles',
  'the request holds no part called `file`': 'la petición no trae ninguna parte llamada `file`',
  'a year from 1000 to 2999': 'un año de 1000 a 2999',
};
