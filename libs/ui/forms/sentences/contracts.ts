import { type Sentences } from './say-in';

/** Contracts, clauses, SLAs, internal targets, packs; exclusions, results and breaches. */
export const contracts: Sentences = {
  // terms as they are typed
  'choose a vendor': 'elija un proveedor',
  'choose a metric': 'elija una métrica',
  'choose a clause': 'elija una cláusula',
  'choose a month': 'elija un mes',
  'a number from 0 to 100': 'un número de 0 a 100',
  'a percentage from 0 to 100': 'un porcentaje de 0 a 100',
  'from 0 to 100': 'de 0 a 100',
  'a share from 0 to 1': 'una parte de 0 a 1',
  'name at least one region': 'indique al menos una región',
  'name at least one standard': 'indique al menos una norma',
  'one rule for each kind of clause': 'una regla por cada clase de cláusula',
  'There is no clause “{0}”.': 'No hay ninguna cláusula “{0}”.',
  'Another clause has this number.': 'Otra cláusula tiene este número.',
  'A contract version ends after it starts.': 'Una versión del contrato termina después de empezar.',
  'A contract ends on or after the day it starts.': 'Un contrato no termina antes del día en que empieza.',
  'There is no such metric here.': 'Aquí no hay tal métrica.',
  'The low edge of a band is below its high edge.':
    'El borde inferior de una banda está por debajo del superior.',
  'For “{0}” more is better: “{1}” would punish it.': 'En “{0}” más es mejor: “{1}” lo castigaría.',
  'For “{0}” less is better: “{1}” would punish it.': 'En “{0}” menos es mejor: “{1}” lo castigaría.',
  '“{0}” is a share of one: 80 % is 0.80.': '“{0}” es una parte de uno: 80 % es 0.80.',

  // versions, documents, findings
  'The vendor is under another contract from {0} on: a month is judged by one.':
    'El proveedor tiene otro contrato desde el {0}: un mes se juzga por uno solo.',
  'An amendment starts after the version it amends: that one is in force from {0}.':
    'Una modificación empieza después de la versión que modifica: esa rige desde el {0}.',
  'Another contract has the reference “{0}”.': 'Otro contrato tiene la referencia “{0}”.',
  'There is no such version.': 'No hay tal versión.',
  'somebody who belongs to the insurer’s side': 'alguien que sea de la aseguradora',
  'a day that is not over yet': 'un día que aún no haya pasado',
  'Choose a person': 'Elija una persona',
  'Choose a day': 'Elija un día',
  'Say why': 'Diga por qué',
  'Say which calendar it is for': 'Diga para qué calendario es',
  'At most 80 characters': '80 caracteres como máximo',
  'At most 2000 characters': '2000 caracteres como máximo',

  // parity
  'the first day of a month': 'el primer día de un mes',
  'say which metric measures it here': 'diga qué métrica lo mide aquí',
  'There is an internal target for this metric and segment: change that one.':
    'Ya hay un objetivo interno para esta métrica y este segmento: cambie ese.',
  'The version before begins on {0}: this one begins no earlier.':
    'La versión anterior empieza el {0}: esta no empieza antes.',
  '“{0}” has no version {1}.': '“{0}” no tiene la versión {1}.',
  '“{0}” does not measure this: the floor is a limit in {1}, {2} is better.':
    '“{0}” no mide esto: el mínimo es un límite en {1} y lo mejor es {2}.',
  ratio: 'partes de uno',
  seconds: 'segundos',
  count: 'unidades',
  points: 'puntos',
  higher: 'más',
  lower: 'menos',
  band: 'dentro de la banda',

  // packs and schedules
  'name at least one vendor': 'indique al menos un proveedor',
  'a pack has at least one SLA': 'un paquete tiene al menos un SLA',
  'copy a pack, or give SLAs': 'copie un paquete o indique SLA',
  'at most 256 KiB': '256 KiB como máximo',
  'Another pack is called “{0}”.': 'Otro paquete se llama “{0}”.',
  'No pack of this code ships.': 'Ningún paquete de serie tiene este código.',

  // exclusions and results
  'a full or half hour such as 10:30': 'una hora en punto o y media como 10:30',
  'not before the first date': 'no antes de la primera fecha',
  'at most {0} days from the first date': '{0} días como máximo desde la primera fecha',
  'name the clause that allows it': 'indique la cláusula que lo permite',
  'a breach of one SLA is waived': 'se exime el incumplimiento de un SLA',
  'from is not after to': 'el principio no va después del final',
  'at most 36 months at once': '36 meses a la vez como máximo',
  'No such contract was in force on that day.': 'Ese día no regía tal contrato.',
  'The contract had no such SLA on that day.': 'Ese día el contrato no tenía tal SLA.',
  'A waiver speaks of one month as a whole.': 'Una exención habla de un mes entero.',
  'It ends after it starts.': 'Termina después de empezar.',

  // scorecards
  'No contract with this vendor was in force on the first day of {0}.':
    'No regía ningún contrato con este proveedor el primer día de {0}.',
  'This scorecard has no such line.': 'Este cuadro de mando no tiene tal línea.',
  'Another SLA of this pack is for the same metric and segment.':
    'Otro SLA de este paquete es para la misma métrica y el mismo segmento.',
  'a number of units such as 1250, without thousands separators':
    'un número de unidades como 1250, sin separadores de miles',
  'say what is taken out': 'diga qué se descuenta',
  'at most 20 measures': '20 medidas como máximo',
  'units are stated for days of one month': 'las unidades se indican para días de un solo mes',
  'name the clause that agrees the forecast': 'indique la cláusula que acuerda la previsión',
  'units are stated of one SLA, for volume beyond the forecast':
    'las unidades se indican de un solo SLA, para el volumen por encima de la previsión',
  'The SLA does not count “{0}”; it counts {1}.': 'El SLA no cuenta “{0}”; cuenta {1}.',
  'day, week, week-from-sunday, month, quarter, rolling-28-days (2 to 366) or rolling-3-months (2 to 24)':
    'day, week, week-from-sunday, month, quarter, rolling-28-days (de 2 a 366) o rolling-3-months (de 2 a 24)',
  'Reports, scorecards and credits are by calendar month: terms start and end with the first day of a month.':
    'Informes, cuadros de mando y créditos van por mes natural: las condiciones empiezan y terminan el primer día de un mes.',
  'Another SLA agrees on the same metric, segment and window.':
    'Otro SLA acuerda la misma métrica, el mismo segmento y la misma ventana.',
  '2 to 366 days, or 2 to 24 months': 'de 2 a 366 días, o de 2 a 24 meses',
};
