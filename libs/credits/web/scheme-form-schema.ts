import { creditSchemeTerms, schemeProblems, type SchemeSla } from '@plumbline/credits/schema';
import * as z from 'zod';
import { type SchemeModel, toSchemeTerms } from './scheme-model';

const money =
  'an amount without thousands separators and with the currency’s decimals, such as 118500 or 118500.50';

/** What the schema says of a field, in the words of what was typed there: percent, not a share of one. */
const asTyped: Readonly<Record<string, string>> = {
  atRisk: 'a percentage',
  share: 'a percentage',
  allocation: 'a percentage from 0 to 100',
  amount: money,
  yearAmount: money,
  repeat: 'multipliers such as 1; 1.5; 2',
  from: 'choose a month',
  n: 'a number of months',
  k: 'a number of months',
  bands: 'a line each, such as: 0 to 0.7 = 100',
};

/** Validates what is typed by the server's own schema and the engine, and says what is wrong where it was typed. */
export function schemeFormSchema(slas: () => readonly SchemeSla[]): z.ZodType<SchemeModel> {
  return z.custom<SchemeModel>().superRefine((model, context) => {
    const read = creditSchemeTerms.safeParse(toSchemeTerms(model));
    const problems = read.success
      ? schemeProblems(read.data, slas()).map(({ path, detail }) => ({
          path: path.split('.'),
          message: detail,
        }))
      : read.error.issues.map(({ path, message }) => ({
          path: path.map(String),
          message: asTyped[path.includes('bands') ? 'bands' : String(path.at(-1))] ?? message,
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

/** Where in the form a part of the terms was typed: `lines.0.method.bands.1` stands in the bands of the first priced line. */
function fieldOf([part = '', at, field, inner]: readonly string[], model: SchemeModel): (string | number)[] {
  if (part === 'caps') return [at ?? 'month'];
  if (part === 'repeat') return ['repeat'];
  if (part === 'fees' || part === 'pools') {
    return [part, Number(at ?? 0), field ?? (part === 'fees' ? 'amount' : 'share')];
  }
  if (part === 'triggers') return [part, Number(at ?? 0), inner === 'k' ? 'k' : 'n'];
  if (part !== 'lines') return [part];
  // before the contract is read there is no line to say it at
  if (model.lines.length === 0) return ['currency'];
  const priced = model.lines.flatMap(({ priced }, index) => (priced ? [index] : []));
  const index = at === undefined ? 0 : (priced[Number(at)] ?? 0);
  if (field !== 'method') return [part, index, at === undefined ? 'priced' : (field ?? 'allocation')];
  const own = {
    allocation: 'allocation',
    bands: 'bands',
    points: 'points',
    perFullPoint: 'share',
    percentageGap: 'gap',
  };
  const named = ['value', 'pointSize', 'points'].find((name) => name === inner);
  return [part, index, named ?? own[model.lines[index]?.kind ?? 'allocation']];
}
