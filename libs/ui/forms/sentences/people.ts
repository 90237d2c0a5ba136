import { type Sentences } from './say-in';

/** People, invitations and keys. */
export const people: Sentences = {
  'name a vendor for a vendor’s role, and none for an insurer’s':
    'indique un proveedor para una función de proveedor y ninguno para una de aseguradora',
  'a vendor’s role names its vendor, an insurer’s names none':
    'una función de proveedor indica su proveedor; una de aseguradora, ninguno',
  'Choose the vendor': 'Elija el proveedor',
  'An e-mail address': 'Un correo electrónico',

  // keys
  'each permission once': 'cada permiso una sola vez',
  'at least one permission': 'al menos un permiso',
  '"{0}" is for people, not for keys': '"{0}" es para personas, no para claves',
  'a vendor’s keys are made by its own administrator':
    'las claves de un proveedor las crea su propio administrador',
  'the vendor it acts for': 'el proveedor por el que actúa',
  'one line as in id_ed25519.pub: Ed25519, ECDSA, or RSA of 2048 bits and more':
    'una línea como en id_ed25519.pub: Ed25519, ECDSA o RSA de 2048 bits o más',
  'this key is in use already': 'esta clave ya está en uso',
  'Say which program uses it': 'Diga qué programa la usa',
  'Say which machine uses it': 'Diga qué máquina la usa',
  'Choose at least one': 'Elija al menos uno',
  'Paste the public key': 'Pegue la clave pública',
  'That is too long for a public key': 'Es demasiado larga para una clave pública',
};
