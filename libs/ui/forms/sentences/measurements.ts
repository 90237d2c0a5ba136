import { type Sentences } from './say-in';

/** KPI files, their mappings, metrics and measures. */
export const measurements: Sentences = {
  'say whose figures these are, by vendorId or by vendorCode':
    'diga de quién son estas cifras, por vendorId o por vendorCode',
  'a topic such as kpi-file:<id>': 'un tema como kpi-file:<id>',
  'say who is meant by at least one code': 'diga de quién se trata en al menos un código',
  'lower-case letters, digits and underscores, beginning with a letter':
    'letras minúsculas, cifras y guiones bajos, empezando por una letra',
  'figures of an earlier file are replaced: say why':
    'se reemplazan cifras de un archivo anterior: diga por qué',
  'the file does not wait for this code': 'el archivo no espera este código',
  'the file does not ask about this name': 'el archivo no pregunta por este nombre',
  'this is not one of the names that it may mean': 'no es uno de los nombres que puede significar',
  'say what the file is called: name=march.csv': 'diga cómo se llama el archivo: name=march.csv',
  'the file was checked again: read the list anew': 'el archivo se comprobó de nuevo: lea la lista otra vez',

  // files in pieces
  'a whole number of bytes': 'un número entero de bytes',
  'say what the file is called: `filename` and its name in Base64':
    'diga cómo se llama el archivo: `filename` y su nombre en Base64',
  '`sha256` is 64 hexadecimal digits': '`sha256` son 64 cifras hexadecimales',
  '`fingerprint` is 1 to 200 printable ASCII characters':
    '`fingerprint` son de 1 a 200 caracteres ASCII imprimibles',
  'each value is Base64': 'cada valor va en Base64',
  'one of {0}, a space, and the checksum in Base64':
    'uno de {0}, un espacio y la suma de comprobación en Base64',

  // metrics
  'a metric goes by this code already': 'ya hay una métrica con este código',
  'a measure goes by this code already': 'ya hay una medida con este código',
  'there is no such measure': 'no hay tal medida',
  'a share needs something it is a share of': 'una parte necesita aquello de lo que es parte',
  'after {0}': 'después de {0}',
  'before {0}': 'antes de {0}',
  'A metric needs at least one numerator term.': 'Una métrica necesita al menos un término en el numerador.',
};
