import { type Sentences } from './say-in';

/** Calendars and holidays; what the engine finds in times, zones and figures. */
export const calendars: Sentences = {
  'write times as 09:00-17:00, several ranges separated by commas':
    'escriba las horas como 09:00-17:00, varios tramos separados por comas',
  'choose a date': 'elija una fecha',
  'Open on at least one day of the week.': 'Abierto al menos un día de la semana.',
  '{0} is in the list already.': '{0} ya está en la lista.',
  'up to five years from 2000 to 2099, separated by commas: 2026,2027':
    'hasta cinco años de 2000 a 2099, separados por comas: 2026,2027',
  'a country code such as US (ISO 3166-1)': 'un código de país como US (ISO 3166-1)',
  'a code of the country’s list of states': 'un código de la lista de estados del país',
  'Another calendar is called “{0}”.': 'Otro calendario se llama “{0}”.',
  'The library has no list of this country.': 'La biblioteca no tiene lista de este país.',
  'The library has no list of this state.': 'La biblioteca no tiene lista de este estado.',
  'A calendar draws on at most {0} lists: a country or state in a year.':
    'Un calendario se sirve de {0} listas como máximo: un país o estado en un año.',
  '{0} is not proposed as “{1}”: enter it by hand.': '{0} no se propone como “{1}”: introdúzcalo a mano.',

  // the engine on calendars
  '"{0}" is not a date of the form 2026-12-25.': '"{0}" no es una fecha de la forma 2026-12-25.',
  'Ranges of one day must not overlap.': 'Los tramos de un día no se solapan.',
  'Expected a pair of local times such as ["09:00", "17:00"].':
    'Se espera un par de horas locales como ["09:00", "17:00"].',
  '"{0}" is not a time from 00:00 to 23:59:59.': '"{0}" no es una hora de 00:00 a 23:59:59.',
  '"{0}" is not a time from 00:00 to 48:00.': '"{0}" no es una hora de 00:00 a 48:00.',
  '{0} to {1} is empty; a whole day is 00:00 to 24:00.':
    'De {0} a {1} no hay nada; un día entero es de 00:00 a 24:00.',
  '{0} is before {1}; a range across midnight adds 24 hours to its end, such as "30:00" for 6 in the morning.':
    '{0} es antes que {1}; un tramo que pasa de medianoche suma 24 horas a su final, como "30:00" para las 6 de la mañana.',
  'A calendar has {0}; not "{1}".': 'Un calendario tiene {0}; no "{1}".',
  'Weekdays are {0}; not "{1}".': 'Los días de la semana son {0}; no "{1}".',
  '"{0}" is a fixed offset: name an IANA zone such as America/New_York.':
    '"{0}" es una diferencia fija: indique una zona de IANA como America/New_York.',
  '"{0}" is not an IANA time zone.': '"{0}" no es una zona horaria de IANA.',
  'Federal holidays are known from {0} to 9000.': 'Los festivos federales se conocen de {0} a 9000.',
  'Two versions of the calendar begin at the same instant.':
    'Dos versiones del calendario empiezan en el mismo instante.',
  'No version of the calendar was known at {0}.': 'No se conocía ninguna versión del calendario en {0}.',
  '"calendar" is required.': 'Hace falta "calendar".',

  // the engine on due dates
  'The calendar has not that many business days {0}.': 'El calendario no tiene tantos días hábiles {0}.',
  'That many business days take more than 100 years, or leave the years 1 to 9998.':
    'Tantos días hábiles llevan más de 100 años o salen de los años 1 a 9998.',
  'Open time can only be added: the amount must not be negative.':
    'El tiempo de apertura solo se suma: la cantidad no puede ser negativa.',
  'That much open time takes more than 100 years, or ends after year 9998.':
    'Tanto tiempo de apertura lleva más de 100 años o termina después del año 9998.',
  'After {0} the calendar is not open for that long ever again.':
    'Después de {0} el calendario ya nunca está abierto tanto tiempo.',
  'The two dates are more than 100 years apart.': 'Las dos fechas distan más de 100 años.',
  'The two instants are more than 100 years apart.': 'Los dos instantes distan más de 100 años.',
  'At most {0} days either way.': '{0} días como máximo en ambos sentidos.',

  // the engine on what it reads
  '"{0}" is not an RFC 3339 instant such as 2026-12-23T16:30:00-05:00.':
    '"{0}" no es un instante de RFC 3339 como 2026-12-23T16:30:00-05:00.',
  'Expected an instant such as "2026-01-01T00:00:00Z".': 'Se espera un instante como "2026-01-01T00:00:00Z".',
  '"{0}" is not a date such as 2026-12-25.': '"{0}" no es una fecha como 2026-12-25.',
  '"{0}" is required.': 'Hace falta "{0}".',
  'Expected a decimal string such as "0.80", or a finite number.':
    'Se espera un texto decimal como "0.80" o un número finito.',
  'Expected a JSON object.': 'Se espera un objeto de JSON.',
  'Expected a string.': 'Se espera un texto.',
  'Expected one of: {0}.': 'Se espera uno de estos: {0}.',
  'Expected a whole number.': 'Se espera un número entero.',
  'Expected true or false.': 'Se espera true o false.',
  'Expected a list.': 'Se espera una lista.',
};
