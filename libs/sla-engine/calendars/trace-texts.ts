import type { TraceFact } from '../trace';
import { type TraceFacts, type TraceTexts, say, word } from '../trace-text';

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
function because(words: Record<string, string>, facts: TraceFacts): string {
  const reason = word(words, facts['because']);
  return say(facts['name']) === '–' ? reason : `${reason} ${say(facts['name'])}`;
}

/** "09:00–12:00, 13:00–17:00" */
function sayHours(hours: TraceFact | undefined): string {
  return Array.isArray(hours)
    ? hours
        .map((range: TraceFact) => (Array.isArray(range) ? range.map(say).join('–') : say(range)))
        .join(', ')
    : say(hours);
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
      `${word(weekdaysEn, facts['weekday'])} ${say(facts['date'])} is open ${sayHours(facts['hours'])}: ${because(becauseEn, facts)}.`,
    es: (facts) =>
      `El ${word(weekdaysEs, facts['weekday'])} ${say(facts['date'])} abre ${sayHours(facts['hours'])}: ${because(becauseEs, facts)}.`,
  },
  'calendar.moreDays': {
    en: (facts) => `${say(facts['count'])} more dates are closed or have other hours.`,
    es: (facts) => `Otras ${say(facts['count'])} fechas están cerradas o tienen otro horario.`,
  },
};
