import { packProblems, type SlaPack, slaPackChange, type SlaPackChange } from '@plumbline/contracts/schema';
import type { MetricSummary } from '@plumbline/measurements/schema';
import * as z from 'zod';
import { asTyped, fieldOf } from '../terms-form-schema';
import { emptySla, type SlaModel, toSla, toSlaModel } from '../terms-model';

/** A pack as it is typed: its SLAs as those of a draft, without a clause. */
export interface PackModel {
  name: string;
  slas: SlaModel[];
}

type Metrics = readonly MetricSummary[];

export function emptyPack(): PackModel {
  return { name: '', slas: [emptySla('')] };
}

/** A metric that the tenant has no longer has to be chosen anew. */
export function toPackModel({ name, levels }: SlaPack, metrics: Metrics): PackModel {
  const idOf = new Map(metrics.map(({ code, id }) => [code, id]));
  return {
    name,
    slas: levels.map(({ metric, ...level }) =>
      toSlaModel({ ...level, metricId: idOf.get(metric) ?? '', clauseNumber: '' }, metrics),
    ),
  };
}

export function toPackInput({ name, slas }: PackModel, metrics: Metrics): z.input<typeof slaPackChange> {
  const codeOf = new Map(metrics.map(({ code, id }) => [id, code]));
  return {
    name,
    levels: slas.map((model) => {
      const { metricId, clauseNumber: _, window: __, ...level } = toSla(model, metrics);
      return { ...level, metric: codeOf.get(metricId) ?? '' };
    }),
  };
}

/** The server's own schema and rules, each problem at the field where it was typed. */
export function packFormSchema(metrics: () => Metrics): z.ZodType<PackModel> {
  return z.custom<PackModel>().superRefine((model, context) => {
    const read = slaPackChange.safeParse(toPackInput(model, metrics()));
    const problems: readonly { readonly path: readonly string[]; readonly message: string }[] = read.success
      ? packProblems((read.data as SlaPackChange).levels, metrics()).map(({ path, detail }) => ({
          path: path.split('.'),
          message: detail,
        }))
      : read.error.issues.map(({ path, message }) => ({
          path: path.map(String),
          message: asTyped[path.at(-1) === 'metric' ? 'metricId' : String(path.at(-1))] ?? message,
        }));
    const said = new Set<string>();
    for (const { path, message } of problems) {
      const [list, index, field, ...rest] = path;
      const inForm =
        list === 'levels' && index !== undefined
          ? fieldOf(['slas', index, field === 'metric' || !field ? 'metricId' : field, ...rest], model)
          : path;
      if (said.has(inForm.join('.'))) continue;
      said.add(inForm.join('.'));
      context.addIssue({ code: 'custom', message, path: [...inForm] });
    }
  });
}
