import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  ['clock.notStarted', {}, 'At <at> the clock had not started.', 'El <at> el plazo no había comenzado.'],
  [
    'clock.started',
    {},
    'The clock of <amount> <unit> started at <at> (<zone>).',
    'El plazo de <amount> <unit> comenzó el <at> (<zone>).',
  ],
  [
    'clock.started',
    { unit: 'elapsedHours' },
    'The clock of <amount> hours started at <at> (<zone>).',
    'El plazo de <amount> horas comenzó el <at> (<zone>).',
  ],
  [
    'clock.started',
    { unit: 'businessHours' },
    'The clock of <amount> business hours started at <at> (<zone>).',
    'El plazo de <amount> horas hábiles comenzó el <at> (<zone>).',
  ],
  [
    'clock.started',
    { unit: 'businessDays' },
    'The clock of <amount> business days started at <at> (<zone>).',
    'El plazo de <amount> días hábiles comenzó el <at> (<zone>).',
  ],
  [
    'clock.started',
    { unit: 'calendarDays' },
    'The clock of <amount> calendar days started at <at> (<zone>).',
    'El plazo de <amount> días naturales comenzó el <at> (<zone>).',
  ],
  [
    'clock.started',
    { unit: 'calendarMonths' },
    'The clock of <amount> calendar months started at <at> (<zone>).',
    'El plazo de <amount> meses naturales comenzó el <at> (<zone>).',
  ],
  [
    'clock.originRolled',
    {},
    'Received on <received>, a closed day: it counts as received on <to>.',
    'Recibido el <received>, día cerrado: cuenta como recibido el <to>.',
  ],
  ['clock.paused', {}, 'Paused at <at>: <reason>.', 'En pausa desde el <at>: <reason>.'],
  [
    'clock.resumed',
    {},
    'The pause ended at <at> after <took> <unit>, which are added.',
    'La pausa terminó el <at> tras <took> <unit>, que se suman.',
  ],
  [
    'clock.resumed',
    { unit: 'elapsedHours' },
    'The pause ended at <at> after <took> hours, which are added.',
    'La pausa terminó el <at> tras <took> horas, que se suman.',
  ],
  [
    'clock.extended',
    {},
    'Extended by <amount> <unit> at <at>, approved by <approver>: <reason>.',
    'Prorrogado <amount> <unit> el <at>, con aprobación de <approver>: <reason>.',
  ],
  [
    'clock.extended',
    { unit: 'elapsedHours' },
    'Extended by <amount> hours at <at>, approved by <approver>: <reason>.',
    'Prorrogado <amount> horas el <at>, con aprobación de <approver>: <reason>.',
  ],
  [
    'clock.extensionOfOtherTerms',
    {},
    'The extension of <amount> <unit> belonged to other terms and is not carried over.',
    'La prórroga de <amount> <unit> era de otras condiciones y no se traslada.',
  ],
  [
    'clock.extensionOfOtherTerms',
    { unit: 'elapsedHours' },
    'The extension of <amount> hours belonged to other terms and is not carried over.',
    'La prórroga de <amount> horas era de otras condiciones y no se traslada.',
  ],
  [
    'clock.tooLate',
    {},
    'The <event> at <at> came after the deadline <deadline> and changes nothing.',
    'La <event> del <at> llegó tras el vencimiento <deadline> y no cambia nada.',
  ],
  [
    'clock.tooLate',
    { event: 'paused' },
    'The pause at <at> came after the deadline <deadline> and changes nothing.',
    'La pausa del <at> llegó tras el vencimiento <deadline> y no cambia nada.',
  ],
  [
    'clock.tooLate',
    { event: 'resumed' },
    'The resumption at <at> came after the deadline <deadline> and changes nothing.',
    'La reanudación del <at> llegó tras el vencimiento <deadline> y no cambia nada.',
  ],
  [
    'clock.tooLate',
    { event: 'extended' },
    'The extension at <at> came after the deadline <deadline> and changes nothing.',
    'La prórroga del <at> llegó tras el vencimiento <deadline> y no cambia nada.',
  ],
  [
    'clock.tooLate',
    { event: 'cancelled' },
    'The cancellation at <at> came after the deadline <deadline> and changes nothing.',
    'La cancelación del <at> llegó tras el vencimiento <deadline> y no cambia nada.',
  ],
  [
    'clock.deadline',
    {},
    'The deadline is <deadline>: <amount> <unit>, plus <paused> paused and <extended> granted.',
    'El vencimiento es el <deadline>: <amount> <unit>, más <paused> en pausa y <extended> de prórroga.',
  ],
  [
    'clock.deadline',
    { unit: 'elapsedHours' },
    'The deadline is <deadline>: <amount> hours, plus <paused> paused and <extended> granted.',
    'El vencimiento es el <deadline>: <amount> horas, más <paused> en pausa y <extended> de prórroga.',
  ],
  [
    'clock.movedBehindStart',
    {},
    'Counted out, the deadline would lie before <since>, when the clock began to run; it is due next at <deadline>.',
    'Según la cuenta, el vencimiento sería anterior al <since>, cuando el plazo empezó a correr; vence después, el <deadline>.',
  ],
  ['clock.running', {}, 'At <at> <remaining> <unit> remain.', 'El <at> quedan <remaining> <unit>.'],
  [
    'clock.running',
    { unit: 'elapsedHours' },
    'At <at> <remaining> hours remain.',
    'El <at> quedan <remaining> horas.',
  ],
  [
    'clock.isPaused',
    {},
    'Paused since <since>; <remaining> <unit> remain once it goes on.',
    'En pausa desde el <since>; quedarán <remaining> <unit> al reanudarse.',
  ],
  [
    'clock.isPaused',
    { unit: 'elapsedHours' },
    'Paused since <since>; <remaining> hours remain once it goes on.',
    'En pausa desde el <since>; quedarán <remaining> horas al reanudarse.',
  ],
  [
    'clock.met',
    {},
    'Met at <at>, at or before <deadline>, with <remaining> <unit> to spare.',
    'Cumplido el <at>, no después del <deadline>; sobraban <remaining> <unit>.',
  ],
  [
    'clock.met',
    { unit: 'elapsedHours' },
    'Met at <at>, at or before <deadline>, with <remaining> hours to spare.',
    'Cumplido el <at>, no después del <deadline>; sobraban <remaining> horas.',
  ],
  [
    'clock.metLate',
    {},
    'Done at <at>, <remaining> <unit> after the deadline: breached at <deadline>.',
    'Hecho el <at>, <remaining> <unit> tras el vencimiento: incumplido el <deadline>.',
  ],
  [
    'clock.metLate',
    { unit: 'elapsedHours' },
    'Done at <at>, <remaining> hours after the deadline: breached at <deadline>.',
    'Hecho el <at>, <remaining> horas tras el vencimiento: incumplido el <deadline>.',
  ],
  [
    'clock.breached',
    {},
    'Not done by <at>: breached at the deadline, <deadline>.',
    'Sin hacer el <at>: incumplido en el vencimiento, <deadline>.',
  ],
  ['clock.cancelled', {}, 'Cancelled at <at>: <reason>.', 'Cancelado el <at>: <reason>.'],
  [
    'clock.termsReplaced',
    {},
    'Other terms from <at> would give <offered>; a deadline only moves earlier, so <before> stays.',
    'Otras condiciones desde el <at> darían el <offered>; un vencimiento solo se adelanta, así que queda el <before>.',
  ],
  [
    'clock.termsReplaced',
    { moved: true },
    'Other terms from <at> move the deadline from <before> to <offered>.',
    'Otras condiciones desde el <at> adelantan el vencimiento del <before> al <offered>.',
  ],
  [
    'clock.notYet',
    {},
    '<count> later events have not happened at <at>.',
    '<count> hechos posteriores aún no han ocurrido el <at>.',
  ],
  [
    'incident.discovered',
    {},
    'Discovered at <at>, <basis>: the earlier of the two counts.',
    'Descubierto el <at>, <basis>: cuenta lo primero de ambos.',
  ],
  [
    'incident.discovered',
    { basis: 'asserted' },
    'Discovered at <at>, asserted by the vendor: the earlier of the two counts.',
    'Descubierto el <at>, declarado por el proveedor: cuenta lo primero de ambos.',
  ],
  [
    'incident.discovered',
    { basis: 'deemed' },
    'Discovered at <at>, deemed, as it could have been known: the earlier of the two counts.',
    'Descubierto el <at>, presunto, pues podía conocerse: cuenta lo primero de ambos.',
  ],
];

describe('the sentences of deadlines (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
