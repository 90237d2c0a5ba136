import { type Sentences } from './say-in';

/** Incidents, their policies and their import. */
export const incidents: Sentences = {
  'say which column is the discovery': 'diga qué columna es el descubrimiento',
  'a place such as US-TX or DE': 'un lugar como US-TX o DE',
  'a place such as US-VA': 'un lugar como US-VA',
  'lower-case letters, digits and hyphens': 'letras minúsculas, cifras y guiones',
  'a clock is not met by what starts it': 'a un reloj no lo cumple lo mismo que lo pone en marcha',
  'business time needs a calendar': 'el tiempo hábil necesita un calendario',
  'say why it is returned': 'diga por qué se devuelve',
  'say what caused it': 'diga qué lo causó',
  'this has not come yet': 'esto aún no ha llegado',
  'a vendor’s report is its notice, given now':
    'el informe de un proveedor es su notificación, dada ahora mismo',
  'say whose incident it is': 'diga de quién es el incidente',
  'only a discovery is deemed': 'solo un descubrimiento se presume',
  'from today on at the earliest': 'desde hoy como muy pronto',
  'There is no such other incident here.': 'Aquí no hay tal otro incidente.',
  'This person does not belong to the insurer.': 'Esta persona no es de la aseguradora.',
  'This person does not belong to that side here.': 'Esta persona no es de esa parte aquí.',
  somebody: 'alguien',
  something: 'algo',
  'There is no such scenario here.': 'Aquí no hay tal escenario.',
  'not in the list': 'no está en la lista',
};
