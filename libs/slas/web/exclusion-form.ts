import { newExclusion } from '@plumbline/slas/schema';
import * as z from 'zod';

/** A request as it is typed. */
export interface ExclusionModel {
  contractId: string;
  slaId: string;
  effect: 'exclude' | 'waive';
  kind: 'client_outage' | 'beyond_forecast' | 'force_majeure' | 'other';
  clause: string;
  firstDate: string;
  lastDate: string;
  from: string;
  to: string;
  reason: string;
  forecast: string;
  /** A line each for what the SLA's metric counts. */
  amounts: { measure: string; amount: string }[];
}

/** As it would be sent: what was left empty is left out. */
export function toRequest({ forecast, amounts, ...model }: ExclusionModel) {
  const typed = amounts.filter(({ amount }) => amount.trim() !== '');
  const beyond = {
    forecast,
    amounts: Object.fromEntries(typed.map(({ measure, amount }) => [measure, amount.trim()])),
  };
  const states = forecast.trim() !== '' || typed.length > 0;
  return {
    ...Object.fromEntries(Object.entries(model).filter(([, value]) => value !== '')),
    ...(states && countsUnits(model) ? { beyond } : {}),
  };
}

/** Units are stated of one SLA, for volume beyond the forecast. */
export function countsUnits({
  effect,
  kind,
  slaId,
}: Pick<ExclusionModel, 'effect' | 'kind' | 'slaId'>): boolean {
  return effect === 'exclude' && kind === 'beyond_forecast' && slaId !== '';
}

/** Where in the form a part of the request was typed. */
function fieldOf(path: readonly PropertyKey[], { amounts }: ExclusionModel): (string | number)[] {
  const [part, inner, code] = path.map(String);
  if (part !== 'beyond') return path as (string | number)[];
  if (inner !== 'amounts') return ['forecast'];
  const at = amounts.findIndex(({ measure }) => measure === code);
  return amounts.length === 0 ? ['forecast'] : ['amounts', Math.max(0, at), 'amount'];
}

/** What is read again only when it says something else: typing elsewhere asks for nothing. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export const exclusionFormSchema = z.custom<ExclusionModel>().superRefine((model, context) => {
  const read = newExclusion.safeParse(toRequest(model));
  for (const { path, message } of read.error?.issues ?? []) {
    context.addIssue({ code: 'custom', message, path: fieldOf(path, model) });
  }
});
