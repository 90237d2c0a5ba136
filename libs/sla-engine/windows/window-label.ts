import type { LocalWindow } from './local-window';
import { windowRule, type WindowRule } from './window-rule';

const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
};

const words = {
  en: {
    week: (days: string) => `week ${days}`,
    quarter: (number: number, year: string) => `Q${number} ${year}`,
    days: (count: number, to: string) => `${count} days to ${to}`,
    months: (count: number, to: string) => `${count} months to ${to}`,
  },
  es: {
    week: (days: string) => `semana ${days}`,
    quarter: (number: number, year: string) => `T${number} ${year}`,
    days: (count: number, to: string) => `${count} días hasta ${to}`,
    months: (count: number, to: string) => `${count} meses hasta ${to}`,
  },
};

/**
 * A window as a reader calls it: `12 Oct 2026`, `week 12–18 Oct 2026`, `Oct 2026`, `Q3 2026`, `28 days to 31 Oct 2026`,
 * `3 months to Oct 2026`. A code that is none reads as the dates.
 *
 * @example windowLabel('week', { first: '2026-12-28', last: '2027-01-03' }, 'es') // semana 28 dic 2026 – 3 ene 2027
 */
export function windowLabel(code: string, window: LocalWindow, language: 'en' | 'es'): string {
  const rule = windowRule(code);
  return rule.ok ? labelOf(rule.value, window, language) : datesOf(window, language);
}

function labelOf(rule: WindowRule, window: LocalWindow, language: 'en' | 'es'): string {
  const text = words[language];
  const { year, month, monthName } = partsOf(window.last, language);
  switch (rule.kind) {
    case 'day':
      return dateOf(window.last, language);
    case 'week':
      return text.week(datesOf(window, language));
    case 'month':
      return `${monthName} ${year}`;
    case 'quarter':
      return text.quarter(Math.ceil(month / 3), year);
    case 'rolling':
      return rule.unit === 'days'
        ? text.days(rule.count, dateOf(window.last, language))
        : text.months(rule.count, `${monthName} ${year}`);
  }
}

/** Month and year are said once where both dates share them. */
function datesOf({ first, last }: LocalWindow, language: 'en' | 'es'): string {
  const [from, to] = [partsOf(first, language), partsOf(last, language)];
  const end = dateOf(last, language);
  if (first === last) return end;
  if (from.year !== to.year) return `${dateOf(first, language)} – ${end}`;
  return from.month === to.month ? `${from.day}–${end}` : `${from.day} ${from.monthName} – ${end}`;
}

function dateOf(date: string, language: 'en' | 'es'): string {
  const { day, monthName, year } = partsOf(date, language);
  return `${day} ${monthName} ${year}`;
}

function partsOf(date: string, language: 'en' | 'es') {
  const month = Number(date.slice(5, 7));
  return {
    year: date.slice(0, 4),
    month,
    monthName: months[language][month - 1] ?? '',
    day: Number(date.slice(8, 10)),
  };
}
