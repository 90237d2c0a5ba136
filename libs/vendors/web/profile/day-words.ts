import { rangesText } from '@plumbline/calendars/schema';
import { type Weekday, weekdays } from '@plumbline/sla-engine';
import type { Texts } from '@plumbline/ui';
import type { ZonedHours } from '@plumbline/vendors/schema';

interface DayWords {
  readonly long: Readonly<Record<Weekday, string>>;
  readonly short: Readonly<Record<Weekday, string>>;
}

export const dayWords: Texts<DayWords> = {
  en: {
    long: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    short: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  },
  es: {
    long: {
      mon: 'Lunes',
      tue: 'Martes',
      wed: 'Miércoles',
      thu: 'Jueves',
      fri: 'Viernes',
      sat: 'Sábado',
      sun: 'Domingo',
    },
    short: { mon: 'lun', tue: 'mar', wed: 'mié', thu: 'jue', fri: 'vie', sat: 'sáb', sun: 'dom' },
  },
};

/** `Mon–Fri 08:00-17:00 · Sat 09:00-12:00 (Asia/Manila)`: days that follow each other with the same hours are said once. */
export function weekText({ timezone, hours }: ZonedHours, days: Readonly<Record<Weekday, string>>): string {
  const runs: { readonly from: Weekday; to: Weekday; readonly text: string }[] = [];
  for (const [index, day] of weekdays.entries()) {
    const text = rangesText(hours[day]);
    const last = runs.at(-1);
    if (last && last.text === text && weekdays.indexOf(last.to) === index - 1) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  const said = runs
    .filter(({ text }) => text !== '')
    .map(({ from, to, text }) => `${days[from]}${from === to ? '' : `–${days[to]}`} ${text}`);
  return `${said.join(' · ')} (${timezone})`;
}
