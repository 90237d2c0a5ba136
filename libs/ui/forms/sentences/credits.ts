import { type Sentences } from './say-in';

/** Credit schemes as they are typed and as the engine judges them, statements, repeated misses. */
export const credits: Sentences = {
  'a percentage': 'un porcentaje',
  'an amount without thousands separators and with the currency’s decimals, such as 118500 or 118500.50':
    'un importe sin separadores de miles y con los decimales de la moneda, como 118500 o 118500.50',
  'an amount that is not negative': 'un importe que no sea negativo',
  'multipliers such as 1; 1.5; 2': 'multiplicadores como 1; 1.5; 2',
  'a number of months': 'un número de meses',
  'a line each, such as: 0 to 0.7 = 100': 'una por línea, por ejemplo: 0 a 0.7 = 100',
  'an ISO 4217 code such as USD': 'un código ISO 4217 como USD',
  'Each fee starts after the one before it.': 'Cada tarifa empieza después de la anterior.',
  'The first fee has to hold in {0}, the first month that is settled.':
    'La primera tarifa tiene que regir en {0}, el primer mes que se liquida.',
  '“{0}” is there already.': '“{0}” ya está.',
  'Expected a share from 0 to 10 of the at-risk amount (0.50 is 50 %).':
    'Se espera una parte de 0 a 10 de lo que está en riesgo (0.50 es 50 %).',
  'The allocations of “{0}” add to {1} %: at most 100 %.':
    'Las asignaciones de “{0}” suman {1} %: 100 % como máximo.',
  'This contract version has no such SLA.': 'Esta versión del contrato no tiene tal SLA.',
  '“{0}” has a line already.': '“{0}” ya tiene una línea.',
  'There is no pool “{0}”.': 'No hay ningún fondo “{0}”.',
  'A miss costs nothing or more, never less.': 'Un fallo cuesta cero o más, nunca menos.',
  'There is no such contract version here.': 'Aquí no hay tal versión del contrato.',
  'The contract version is in force from {0}: nothing earlier is settled by it.':
    'La versión del contrato rige desde el {0}: por ella no se liquida nada anterior.',
  'This statement has no such line.': 'Esta liquidación no tiene tal línea.',

  // the engine on schemes
  'A currency has 0 to 4 decimal places.': 'Una moneda tiene de 0 a 4 decimales.',
  'A scheme needs a fee, an at-risk share and a pool.':
    'Un esquema necesita una tarifa, una parte en riesgo y un fondo.',
  'Expected a number that is {0}.': 'Se espera un número que sea {0}.',
  'not negative': 'no negativo',
  'a share from 0 to {0} (0.10 is 10 %)': 'una parte de 0 a {0} (0.10 es 10 %)',
  'A band costs a share from 0 to 1.': 'Una banda cuesta una parte de 0 a 1.',
  'A multiplier is not negative.': 'Un multiplicador no es negativo.',
  'An allocation is a share from 0 to 1 (0.40 is 40 %).':
    'Una asignación es una parte de 0 a 1 (0.40 es 40 %).',
  'The first miss is occurrence 1.': 'El primer fallo es la ocurrencia 1.',
  'A pool is a share from 0 to {0} (0.50 is 50 %).': 'Un fondo es una parte de 0 a {0} (0.50 es 50 %).',
  'A credit is not negative.': 'Un crédito no es negativo.',
  'Months at target are a whole number, zero or more.':
    'Los meses en el objetivo son un número entero, cero o más.',
  'At least one month at target is required.': 'Hace falta al menos un mes en el objetivo.',
  'No band holds {0}.': 'Ninguna banda contiene {0}.',
  'Points are not negative.': 'Los puntos no son negativos.',
  'The size of a point is above zero.': 'El tamaño de un punto es mayor que cero.',
  'A gap relative to a target needs a target above zero.':
    'Una diferencia relativa al objetivo necesita un objetivo mayor que cero.',
  'A gap needs the value and the target of the failure.':
    'Una diferencia necesita el valor y el objetivo del fallo.',
  'A scheme has one method; this one states {0}.': 'Un esquema tiene un solo método; este indica {0}.',
  'Repeats start at a miss from 1 to 120.': 'Las repeticiones empiezan en un fallo de 1 a 120.',
  'A line costs nothing or more.': 'Una línea cuesta cero o más.',
  'Speed weighs {0}, quality and compliance {1}: record a reason.':
    'La rapidez pesa {0}; calidad y cumplimiento, {1}: deje escrito un motivo.',

  // the engine on repeated misses
  'n is a whole number above zero.': 'n es un número entero mayor que cero.',
  'k is a whole number from 1 to n.': 'k es un número entero de 1 a n.',
  'Expected "P", "F" or "?".': 'Se espera "P", "F" o "?".',
  'A series gives verdicts, values or sums, not a mixture.':
    'Una serie da veredictos, valores o sumas, no una mezcla.',
  'A denominator is never negative.': 'Un denominador nunca es negativo.',

  // disputes, exclusions
  'name one at least': 'indique al menos uno',
  'The vendor cannot see this document: send it for the vendor.':
    'El proveedor no puede ver este documento: envíelo para el proveedor.',
};
