import type { EpochDay } from '../calendars/calendar';
import { civilDateOf, daysInMonth, epochDayOf, weekdayIndex } from '../calendars/epoch-day';
import { weekStarts, type WindowRule } from './window-rule';

/** The last day of the first window that ends on or after a day: windows follow each other by their last day. */
export function lastDayFrom(rule: WindowRule, day: EpochDay): EpochDay {
  if (rule.kind === 'day' || (rule.kind === 'rolling' && rule.unit === 'days')) return day;
  if (rule.kind === 'week') {
    const sinceStart = mod(weekdayIndex(day) - weekStarts.indexOf(rule.startsOn), 7);
    return day - sinceStart + 6;
  }
  const { year, month } = civilDateOf(day);
  const last = rule.kind === 'quarter' ? Math.ceil(month / 3) * 3 : month;
  return epochDayOf(year, last, daysInMonth(year, last));
}

/** The first day of the window that ends on `last`. */
export function firstDayOf(rule: WindowRule, last: EpochDay): EpochDay {
  if (rule.kind === 'day') return last;
  if (rule.kind === 'week') return last - 6;
  if (rule.kind === 'rolling' && rule.unit === 'days') return last - rule.count + 1;
  const { year, month } = civilDateOf(last);
  const months = rule.kind === 'rolling' ? rule.count : rule.kind === 'quarter' ? 3 : 1;
  const first = year * 12 + month - months;
  return epochDayOf(Math.floor(first / 12), mod(first, 12) + 1, 1);
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
