import type { TraceFact } from '../trace';
import { type TraceTexts, say, word } from '../trace-text';

const unitsEn: Record<string, string> = {
  elapsedHours: 'hours',
  businessHours: 'business hours',
  businessDays: 'business days',
  calendarDays: 'calendar days',
  calendarMonths: 'calendar months',
};
const unitsEs: Record<string, string> = {
  elapsedHours: 'horas',
  businessHours: 'horas hábiles',
  businessDays: 'días hábiles',
  calendarDays: 'días naturales',
  calendarMonths: 'meses naturales',
};
const eventsEn: Record<string, string> = {
  paused: 'pause',
  resumed: 'resumption',
  extended: 'extension',
  cancelled: 'cancellation',
};
const eventsEs: Record<string, string> = {
  paused: 'pausa',
  resumed: 'reanudación',
  extended: 'prórroga',
  cancelled: 'cancelación',
};
const basesEn: Record<string, string> = {
  asserted: 'asserted by the vendor',
  deemed: 'deemed, as it could have been known',
};
const basesEs: Record<string, string> = {
  asserted: 'declarado por el proveedor',
  deemed: 'presunto, pues podía conocerse',
};

function en(amount: TraceFact | undefined, unit: TraceFact | undefined): string {
  return `${say(amount)} ${word(unitsEn, unit)}`;
}

function es(amount: TraceFact | undefined, unit: TraceFact | undefined): string {
  return `${say(amount)} ${word(unitsEs, unit)}`;
}

/** An overdue amount without its sign. */
function late(remaining: TraceFact | undefined): TraceFact {
  return typeof remaining === 'number' ? Math.abs(remaining) : (remaining ?? null);
}

/** Sentences of the rules that clocks state; explain/ puts them together with those of the other folders. */
export const traceTexts: TraceTexts = {
  'clock.notStarted': {
    en: (facts) => `At ${say(facts['at'])} the clock had not started.`,
    es: (facts) => `El ${say(facts['at'])} el plazo no había comenzado.`,
  },
  'clock.started': {
    en: (facts) =>
      `The clock of ${en(facts['amount'], facts['unit'])} started at ${say(facts['at'])} (${say(facts['zone'])}).`,
    es: (facts) =>
      `El plazo de ${es(facts['amount'], facts['unit'])} comenzó el ${say(facts['at'])} (${say(facts['zone'])}).`,
  },
  'clock.originRolled': {
    en: (facts) =>
      `Received on ${say(facts['received'])}, a closed day: it counts as received on ${say(facts['to'])}.`,
    es: (facts) =>
      `Recibido el ${say(facts['received'])}, día cerrado: cuenta como recibido el ${say(facts['to'])}.`,
  },
  'clock.paused': {
    en: (facts) => `Paused at ${say(facts['at'])}: ${say(facts['reason'])}.`,
    es: (facts) => `En pausa desde el ${say(facts['at'])}: ${say(facts['reason'])}.`,
  },
  'clock.resumed': {
    en: (facts) =>
      `The pause ended at ${say(facts['at'])} after ${en(facts['took'], facts['unit'])}, which are added.`,
    es: (facts) =>
      `La pausa terminó el ${say(facts['at'])} tras ${es(facts['took'], facts['unit'])}, que se suman.`,
  },
  'clock.extended': {
    en: (facts) =>
      `Extended by ${en(facts['amount'], facts['unit'])} at ${say(facts['at'])}, approved by ${say(facts['approver'])}: ${say(facts['reason'])}.`,
    es: (facts) =>
      `Prorrogado ${es(facts['amount'], facts['unit'])} el ${say(facts['at'])}, con aprobación de ${say(facts['approver'])}: ${say(facts['reason'])}.`,
  },
  'clock.extensionOfOtherTerms': {
    en: (facts) =>
      `The extension of ${en(facts['amount'], facts['unit'])} belonged to other terms and is not carried over.`,
    es: (facts) =>
      `La prórroga de ${es(facts['amount'], facts['unit'])} era de otras condiciones y no se traslada.`,
  },
  'clock.tooLate': {
    en: (facts) =>
      `The ${word(eventsEn, facts['event'])} at ${say(facts['at'])} came after the deadline ${say(facts['deadline'])} and changes nothing.`,
    es: (facts) =>
      `La ${word(eventsEs, facts['event'])} del ${say(facts['at'])} llegó tras el vencimiento ${say(facts['deadline'])} y no cambia nada.`,
  },
  'clock.deadline': {
    en: (facts) =>
      `The deadline is ${say(facts['deadline'])}: ${en(facts['amount'], facts['unit'])}, plus ${say(facts['paused'])} paused and ${say(facts['extended'])} granted.`,
    es: (facts) =>
      `El vencimiento es el ${say(facts['deadline'])}: ${es(facts['amount'], facts['unit'])}, más ${say(facts['paused'])} en pausa y ${say(facts['extended'])} de prórroga.`,
  },
  'clock.movedBehindStart': {
    en: (facts) =>
      `Counted out, the deadline would lie before ${say(facts['since'])}, when the clock began to run; it is due next at ${say(facts['deadline'])}.`,
    es: (facts) =>
      `Según la cuenta, el vencimiento sería anterior al ${say(facts['since'])}, cuando el plazo empezó a correr; vence después, el ${say(facts['deadline'])}.`,
  },
  'clock.running': {
    en: (facts) => `At ${say(facts['at'])} ${en(facts['remaining'], facts['unit'])} remain.`,
    es: (facts) => `El ${say(facts['at'])} quedan ${es(facts['remaining'], facts['unit'])}.`,
  },
  'clock.isPaused': {
    en: (facts) =>
      `Paused since ${say(facts['since'])}; ${en(facts['remaining'], facts['unit'])} remain once it goes on.`,
    es: (facts) =>
      `En pausa desde el ${say(facts['since'])}; quedarán ${es(facts['remaining'], facts['unit'])} al reanudarse.`,
  },
  'clock.met': {
    en: (facts) =>
      `Met at ${say(facts['at'])}, at or before ${say(facts['deadline'])}, with ${en(facts['remaining'], facts['unit'])} to spare.`,
    es: (facts) =>
      `Cumplido el ${say(facts['at'])}, no después del ${say(facts['deadline'])}; sobraban ${es(facts['remaining'], facts['unit'])}.`,
  },
  'clock.metLate': {
    en: (facts) =>
      `Done at ${say(facts['at'])}, ${en(late(facts['remaining']), facts['unit'])} after the deadline: breached at ${say(facts['deadline'])}.`,
    es: (facts) =>
      `Hecho el ${say(facts['at'])}, ${es(late(facts['remaining']), facts['unit'])} tras el vencimiento: incumplido el ${say(facts['deadline'])}.`,
  },
  'clock.breached': {
    en: (facts) => `Not done by ${say(facts['at'])}: breached at the deadline, ${say(facts['deadline'])}.`,
    es: (facts) =>
      `Sin hacer el ${say(facts['at'])}: incumplido en el vencimiento, ${say(facts['deadline'])}.`,
  },
  'clock.cancelled': {
    en: (facts) => `Cancelled at ${say(facts['at'])}: ${say(facts['reason'])}.`,
    es: (facts) => `Cancelado el ${say(facts['at'])}: ${say(facts['reason'])}.`,
  },
  'clock.termsReplaced': {
    en: (facts) =>
      facts['moved'] === true
        ? `Other terms from ${say(facts['at'])} move the deadline from ${say(facts['before'])} to ${say(facts['offered'])}.`
        : `Other terms from ${say(facts['at'])} would give ${say(facts['offered'])}; a deadline only moves earlier, so ${say(facts['before'])} stays.`,
    es: (facts) =>
      facts['moved'] === true
        ? `Otras condiciones desde el ${say(facts['at'])} adelantan el vencimiento del ${say(facts['before'])} al ${say(facts['offered'])}.`
        : `Otras condiciones desde el ${say(facts['at'])} darían el ${say(facts['offered'])}; un vencimiento solo se adelanta, así que queda el ${say(facts['before'])}.`,
  },
  'clock.notYet': {
    en: (facts) => `${say(facts['count'])} later events have not happened at ${say(facts['at'])}.`,
    es: (facts) => `${say(facts['count'])} hechos posteriores aún no han ocurrido el ${say(facts['at'])}.`,
  },
  'incident.discovered': {
    en: (facts) =>
      `Discovered at ${say(facts['at'])}, ${word(basesEn, facts['basis'])}: the earlier of the two counts.`,
    es: (facts) =>
      `Descubierto el ${say(facts['at'])}, ${word(basesEs, facts['basis'])}: cuenta lo primero de ambos.`,
  },
};
