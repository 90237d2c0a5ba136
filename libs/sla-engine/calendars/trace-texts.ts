import type { TraceFact, TraceStep } from '../trace';

type Facts = TraceStep['facts'];

/** One rule's sentence in each language of the product, from the facts of a step. */
export interface TraceText {
  readonly en: (facts: Facts) => string;
  readonly es: (facts: Facts) => string;
}

export type TraceTexts = Readonly<Record<string, TraceText>>;

/** A fact as it reads in a sentence; what is not known reads as a dash. */
export function say(fact: TraceFact | undefined): string {
  if (fact === undefined || fact === null || fact === '') {
    return '–';
  }
  if (Array.isArray(fact)) {
    return fact
      .map((item: TraceFact) => (Array.isArray(item) ? item.map(say).join('–') : say(item)))
      .join(', ');
  }
  return typeof fact === 'object' ? JSON.stringify(fact) : String(fact);
}

/** The word for a coded fact; an unknown code reads as itself. */
export function word(words: Readonly<Record<string, string>>, fact: TraceFact | undefined): string {
  return words[say(fact)] ?? say(fact);
}

const weekdaysEn: Record<string, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const weekdaysEs: Record<string, string> = {
  mon: 'lunes',
  tue: 'martes',
  wed: 'miércoles',
  thu: 'jueves',
  fri: 'viernes',
  sat: 'sábado',
  sun: 'domingo',
};
const becauseEn: Record<string, string> = {
  holiday: 'holiday',
  override: 'special hours of that date',
  weekday: 'closed on this weekday',
  break: 'break',
  clockChange: 'its hours were skipped by a clock change',
};
const becauseEs: Record<string, string> = {
  holiday: 'festivo',
  override: 'horario especial de esa fecha',
  weekday: 'cerrado ese día de la semana',
  break: 'pausa',
  clockChange: 'un cambio de hora se saltó su horario',
};

/** "holiday Christmas Day", or the reason alone. */
function because(words: Record<string, string>, facts: Facts): string {
  const reason = word(words, facts['because']);
  return say(facts['name']) === '–' ? reason : `${reason} ${say(facts['name'])}`;
}

/** Sentences of the rules that calendars state; explain/ puts them together with those of the other folders. */
export const traceTexts: TraceTexts = {
  'calendar.skippedDay': {
    en: (facts) =>
      `${word(weekdaysEn, facts['weekday'])} ${say(facts['date'])} does not count: ${because(becauseEn, facts)}.`,
    es: (facts) =>
      `El ${word(weekdaysEs, facts['weekday'])} ${say(facts['date'])} no cuenta: ${because(becauseEs, facts)}.`,
  },
  'calendar.changedDay': {
    en: (facts) =>
      `${word(weekdaysEn, facts['weekday'])} ${say(facts['date'])} is open ${say(facts['hours'])}: ${because(becauseEn, facts)}.`,
    es: (facts) =>
      `El ${word(weekdaysEs, facts['weekday'])} ${say(facts['date'])} abre ${say(facts['hours'])}: ${because(becauseEs, facts)}.`,
  },
  'calendar.moreDays': {
    en: (facts) => `${say(facts['count'])} more dates are closed or have other hours.`,
    es: (facts) => `Otras ${say(facts['count'])} fechas están cerradas o tienen otro horario.`,
  },
};
