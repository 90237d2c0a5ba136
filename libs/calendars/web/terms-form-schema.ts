import { calendarProblems, calendarTerms } from '@plumbline/calendars/schema';
import type * as z from 'zod';
import { type TermsModel, toTerms } from './terms-model';

const asTyped: Readonly<Record<string, string>> = {
  'calendar.timeInvalid': 'write times as 09:00-17:00, several ranges separated by commas',
  date: 'choose a date',
};

/** Validates what is typed by the server's own schema and the engine, and says what is wrong where it was typed. */
export function termsProblems<Model extends TermsModel>(model: Model, context: z.RefinementCtx<Model>): void {
  const terms = toTerms(model);
  const read = calendarTerms.safeParse(terms);
  const problems = read.success
    ? calendarProblems(read.data).map(({ path, code, detail }) => ({
        path: path.split('.'),
        message: asTyped[code] ?? detail,
      }))
    : read.error.issues.map(({ path, message }) => ({
        path: path.map(String),
        message: asTyped[String(path.at(-1))] ?? message,
      }));
  const said = new Set<string>();
  for (const { path, message } of problems) {
    const field = fieldOf(path);
    if (said.has(field.join('.'))) continue;
    said.add(field.join('.'));
    context.addIssue({ code: 'custom', message, path: field });
  }
}

/** Where in the form a part of the terms was typed: `hours.mon.0.1` stands in the line of Monday. */
function fieldOf([part = '', at, field]: readonly string[]): (string | number)[] {
  if (part === 'hours') return ['hours', at ?? 'mon'];
  if (part === 'holidays' && at !== undefined) return ['holidays', Number(at), field ?? 'date'];
  return [part];
}
