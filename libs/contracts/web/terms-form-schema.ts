import { termProblems, terms } from '@plumbline/contracts/schema';
import * as z from 'zod';
import { type KnownMetric, type TermsModel, toTermsInput } from './terms-model';

/** What the schema says of a field, in the words of what was typed there: percent, not a share of one. */
export const asTyped: Readonly<Record<string, string>> = {
  metricId: 'choose a metric',
  clauseNumber: 'choose a clause',
  value: 'a number',
  low: 'a number',
  high: 'a number',
  weight: 'a number from 0 to 100',
  minimumCoverage: 'a percentage from 0 to 100',
  effectiveFrom: 'choose a month',
  window: '2 to 366 days, or 2 to 24 months',
  startsOn: 'choose a day',
  endsOn: 'choose a day',
};

/**
 * Validates what is typed by the server's own schema and rules, and says what is wrong at the field where it was typed.
 * `metrics` are asked for at each check: they come after the form.
 */
export function termsFormSchema(metrics: () => readonly KnownMetric[]): z.ZodType<TermsModel> {
  return z.custom<TermsModel>().superRefine((model, context) => {
    const read = terms.safeParse(toTermsInput(model, metrics()));
    const problems = read.success
      ? termProblems(read.data, metrics()).map(({ path, detail }) => ({
          path: path.split('.'),
          message: detail,
        }))
      : read.error.issues.map(({ path, message }) => ({
          path: path.map(String),
          message: asTyped[String(path.at(-1))] ?? message,
        }));
    const said = new Set<string>();
    for (const { path, message } of problems) {
      const field = fieldOf(path, model);
      if (said.has(field.join('.'))) continue;
      said.add(field.join('.'));
      context.addIssue({ code: 'custom', message, path: field });
    }
  });
}

/** Where in the form a part of the terms was typed: `slas.0.target.band.low` stands in `slas.0.low`. */
export function fieldOf(
  path: readonly string[],
  model: Pick<TermsModel, 'slas'> & Partial<TermsModel>,
): (string | number)[] {
  const [list, at, ...rest] = path;
  // the contract's own term is typed flat: `term.notice.count` stands in `noticeCount`
  if (list === 'term') return [at === 'notice' ? 'noticeCount' : (at ?? 'startsOn')];
  if (list === undefined || at === undefined || (list !== 'slas' && list !== 'clauses')) return [...path];
  const index = Number(at);
  const [field, inner] = rest;
  if (list === 'clauses') {
    const termination = model.clauses?.[index]?.kind === 'termination' && inner === 'noticeDays';
    return [list, index, (field === 'terms' ? (termination ? 'terminationDays' : inner) : field) ?? 'number'];
  }
  // a window's kind is chosen: only a length can be wrong
  if (field === 'window') return [list, index, 'rollingCount'];
  if (field === 'segment') return [list, index, inner ?? 'queue'];
  if (field !== 'target') return [list, index, field ?? 'metricId'];
  const band = model.slas[index]?.form === 'band';
  return [list, index, band ? (rest[2] ?? 'low') : 'target'];
}
