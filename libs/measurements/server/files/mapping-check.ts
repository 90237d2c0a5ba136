import { caseMeasures, cellsOf, type FileLayout, type KpiMapping } from '@plumbline/measurements/schema';
import type { Calendar } from '@plumbline/sla-engine';
import { InvalidError, type FieldProblem } from '@plumbline/platform/errors';

export interface KnownFigures {
  readonly measures: ReadonlyMap<string, 'count' | 'seconds'>;
  /** Code → unit. */
  readonly metrics: ReadonlyMap<string, string>;
  /** The one that the mapping names; null where it names none, or one that is not there. */
  readonly calendar: Calendar | null;
}

/** What a mapping says must exist: the file's own columns in their order, the tenant's measures and metrics. */
export function checkMapping(mapping: KpiMapping, layout: FileLayout, known: KnownFigures): void {
  const problems: FieldProblem[] = [];
  const problem = (path: string, code: string, detail: string) =>
    problems.push({ path: `mapping.${path}`, code, detail });
  const headers = layout.columns.map(({ header }) => header);
  if (mapping.columns.length !== headers.length)
    problem(
      'columns',
      'other-layout',
      `The file has ${headers.length} columns, the mapping ${mapping.columns.length}.`,
    );
  for (const [index, { header }] of mapping.columns.entries()) {
    if (index < headers.length && header !== headers[index])
      problem(`columns.${index}.header`, 'other-layout', `The file calls this column "${headers[index]}".`);
  }
  for (const { means, column } of cellsOf(mapping.columns)) {
    const path = `columns.${column}.means`;
    if (means.kind === 'claimed') checkClaim(means, known, path, problem);
    if (means.kind === 'measure' || means.kind === 'average') checkMeasure(means, known, path, problem);
  }
  if (mapping.cases) checkCases(mapping.cases, known, problem);
  const [first] = problems;
  if (first) throw new InvalidError('invalid', first.detail, problems);
}

function checkCases(
  { calendar }: NonNullable<KpiMapping['cases']>,
  known: KnownFigures,
  problem: Report,
): void {
  if (calendar !== undefined && known.calendar === null)
    problem('cases.calendar', 'unknown-calendar', 'There is no such version of a calendar.');
  for (const code of Object.values(caseMeasures)) {
    const unit = known.measures.get(code);
    if (unit !== 'count')
      problem('cases', 'unknown-measure', `Cases are counted as ${code}, which is no count of this tenant.`);
  }
}

type Report = (path: string, code: string, detail: string) => void;

function checkClaim(
  means: { metric: string; unit: string },
  known: KnownFigures,
  path: string,
  problem: Report,
): void {
  const unit = known.metrics.get(means.metric);
  if (unit === undefined) problem(`${path}.metric`, 'unknown-metric', `There is no metric ${means.metric}.`);
  const share = means.unit === 'percent' || means.unit === 'fraction';
  if ((unit === 'ratio' && !share) || (unit === 'seconds' && share))
    problem(
      `${path}.unit`,
      'other-unit',
      `${means.metric} is measured as ${unit === 'ratio' ? 'a share' : 'a time'}.`,
    );
}

function checkMeasure(
  means: { kind: 'measure' | 'average'; measure: string; weight?: string; unit?: string | undefined },
  known: KnownFigures,
  path: string,
  problem: Report,
): void {
  const unit = known.measures.get(means.measure);
  if (unit === undefined)
    problem(`${path}.measure`, 'unknown-measure', `There is no measure ${means.measure}.`);
  if (unit === 'count' && means.unit !== undefined)
    problem(`${path}.unit`, 'other-unit', `${means.measure} is a count and has no unit of time.`);
  if (means.weight !== undefined && known.measures.get(means.weight) !== 'count')
    problem(`${path}.weight`, 'unknown-measure', `${means.weight} is no count of this tenant.`);
}
