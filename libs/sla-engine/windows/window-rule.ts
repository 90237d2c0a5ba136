import { type Outcome, fail, succeed } from '../outcome';

export const windowKinds = ['day', 'week', 'month', 'quarter', 'rolling'] as const;

export type WindowKind = (typeof windowKinds)[number];

export const weekStarts = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type WeekStart = (typeof weekStarts)[number];

/**
 * Over what stretches of local dates a target is judged. Days, weeks, months and quarters tile time; a rolling window looks
 * back over so many days from every day, or over so many calendar months from the end of every month.
 */
export type WindowRule =
  | { readonly kind: 'day' | 'month' | 'quarter' }
  | { readonly kind: 'week'; readonly startsOn: WeekStart }
  | { readonly kind: 'rolling'; readonly count: number; readonly unit: 'days' | 'months' };

/**
 * The codes by which terms state a window: `day`, `week` (ISO 8601, from Monday), `week-from-sunday`, `month`, `quarter`,
 * `rolling-28-days`, `rolling-3-months`. Every rule has one code only.
 */
export const windowCodePattern =
  /^(?:day|week(?:-from-(?:tuesday|wednesday|thursday|friday|saturday|sunday))?|month|quarter|rolling-(?:[2-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])-days|rolling-(?:[2-9]|1\d|2[0-4])-months)$/;

/**
 * Reads a window's code. From 2 to 366 days, or from 2 to 24 months, roll: fewer tile, more are no window of service levels.
 *
 * @example windowRule('rolling-28-days') // { kind: 'rolling', count: 28, unit: 'days' }
 */
export function windowRule(code: string): Outcome<WindowRule> {
  if (!windowCodePattern.test(code)) {
    return fail(
      'window.code',
      'Expected "day", "week", "week-from-sunday", "month", "quarter", "rolling-28-days" or "rolling-3-months".',
      'window',
    );
  }
  const [kind = '', second = '', third = ''] = code.split('-');
  if (kind === 'week')
    return succeed({ kind, startsOn: weekStarts.find((day) => day === third) ?? 'monday' });
  if (kind === 'rolling')
    return succeed({ kind, count: Number(second), unit: third === 'days' ? 'days' : 'months' });
  return succeed({ kind: kind as 'day' | 'month' | 'quarter' });
}
