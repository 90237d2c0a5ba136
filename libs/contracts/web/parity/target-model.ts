import {
  type InternalTargetVersion,
  newInternalTarget,
  newInternalTargetVersion,
  targetProblems,
} from '@plumbline/contracts/schema';
import type { Comparator } from '@plumbline/sla-engine';
import type { Service } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { percentOfShare, shareOfPercent } from '../percent';
import type { KnownMetric } from '../terms-model';

/** An internal target as it is typed: shares in percent, times in seconds, terms by month. */
export interface TargetModel {
  metricId: string;
  form: 'limit' | 'band' | 'nothing';
  comparator: Comparator;
  target: string;
  low: string;
  high: string;
  lineOfBusiness: string;
  channel: string;
  queue: string;
  language: string;
  effectiveFrom: string;
  services: Service[];
  metricVersion: string;
  reason: string;
}

export function emptyTarget(month: string): TargetModel {
  return {
    ...{ metricId: '', form: 'limit', comparator: '>=', target: '', low: '', high: '' },
    ...{ lineOfBusiness: '', channel: '', queue: '', language: '' },
    ...{ effectiveFrom: month, services: [], metricVersion: '', reason: '' },
  };
}

/** A new version starts from the one before; its reason is its own. */
export function toTargetModel(
  { target, services, metricVersion }: InternalTargetVersion,
  metricId: string,
  { inPercent, month }: { readonly inPercent: boolean; readonly month: string },
): TargetModel {
  const shown = (limit: string) => (inPercent ? percentOfShare(limit) : limit);
  const model: TargetModel = {
    ...emptyTarget(month),
    ...{ metricId, services: [...services], metricVersion: metricVersion === null ? '' : `${metricVersion}` },
  };
  if (target === null) return { ...model, form: 'nothing' };
  return 'band' in target
    ? { ...model, form: 'band', low: shown(target.band.low), high: shown(target.band.high) }
    : { ...model, comparator: target.comparator, target: shown(target.value) };
}

export function toVersionInput(
  model: TargetModel,
  metric: Pick<KnownMetric, 'unit'> | undefined,
): z.input<typeof newInternalTargetVersion> {
  const limit = (typed: string) => (metric?.unit === 'ratio' ? shareOfPercent(typed) : typed.trim());
  const target =
    model.form === 'nothing'
      ? null
      : model.form === 'band'
        ? { band: { low: limit(model.low), high: limit(model.high) } }
        : { comparator: model.comparator, value: limit(model.target) };
  return {
    target,
    effectiveFrom: `${model.effectiveFrom}-01`,
    services: model.services,
    metricVersion: model.metricVersion.trim() === '' ? null : Number(model.metricVersion),
    reason: model.reason,
  };
}

export function toTargetInput(
  model: TargetModel,
  metric: Pick<KnownMetric, 'unit'> | undefined,
): z.input<typeof newInternalTarget> {
  const { target, ...said } = toVersionInput(model, metric);
  const part = (typed: string) => typed.trim() || null;
  return {
    metricId: model.metricId,
    segment: {
      ...{ lineOfBusiness: part(model.lineOfBusiness), channel: part(model.channel) },
      ...{ queue: part(model.queue), language: part(model.language) },
    },
    target: target ?? { comparator: '>=', value: '' },
    ...said,
  };
}

/** What the schema says of a field, in the words of what was typed there. */
const asTyped: Readonly<Record<string, string>> = {
  metricId: 'choose a metric',
  value: 'a number',
  low: 'a number',
  high: 'a number',
  effectiveFrom: 'choose a month',
};

/** The server's own schema and rules, with what is wrong at the field where it was typed. */
export function targetFormSchema(
  metrics: () => readonly KnownMetric[],
  kind: 'new' | 'version',
): z.ZodType<TargetModel> {
  return z.custom<TargetModel>().superRefine((model, context) => {
    const metric = metrics().find(({ id }) => id === model.metricId);
    const read =
      kind === 'new'
        ? newInternalTarget.safeParse(toTargetInput(model, metric))
        : newInternalTargetVersion.safeParse(toVersionInput(model, metric));
    const problems = read.success
      ? (read.data.target ? targetProblems({ target: read.data.target }, metric, '') : []).map(
          ({ path, detail }) => ({ path: path.replace(/^\./, '').split('.'), message: detail }),
        )
      : read.error.issues.map(({ path, message }) => ({
          path: path.map(String),
          message: asTyped[String(path.at(-1))] ?? message,
        }));
    for (const { path, message } of problems) {
      context.addIssue({ code: 'custom', message, path: [fieldOf(path, model)] });
    }
  });
}

/** `target.band.low` stands in `low`, `segment.queue` in `queue`. */
function fieldOf(path: readonly string[], model: TargetModel): string {
  const [first = 'reason'] = path;
  if (first === 'segment') return path[1] ?? 'queue';
  if (first !== 'target') return first;
  return model.form === 'band' ? (path[2] ?? 'low') : 'target';
}
