import { type Direction, type MetricUnit, parseExact } from '@plumbline/sla-engine';
import type { ServiceLevel } from './service-level';
import type { Terms } from './terms';

/** What the rules need to know of a metric. */
export interface AgreedMetric {
  readonly id: string;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
}

export interface TermProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

/**
 * What cannot be meant, in a draft either: references to nothing, limits that punish the better value, percentages where
 * shares are kept, dates between which nothing lies. `metrics` are those of the tenant that the terms name.
 */
export function termProblems(terms: Terms, metrics: readonly AgreedMetric[]): TermProblem[] {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  return [
    ...dateProblems(terms),
    ...twice(
      terms.clauses.map(({ number }) => number),
      (index) => `clauses.${index}.number`,
      'clause-number-twice',
      'Another clause has this number.',
    ),
    ...terms.slas.flatMap((sla, index) => [
      ...targetProblems(sla, byId.get(sla.metricId), `slas.${index}`),
      ...(terms.clauses.some(({ number }) => number === sla.clauseNumber)
        ? []
        : [
            {
              path: `slas.${index}.clauseNumber`,
              code: 'clause-unknown',
              detail: `There is no clause “${sla.clauseNumber}”.`,
            },
          ]),
    ]),
    ...twice(
      terms.slas.map(({ metricId, segment, window }) => JSON.stringify([metricId, segment, window])),
      (index) => `slas.${index}`,
      'sla-twice',
      'Another SLA agrees on the same metric, segment and window.',
    ),
  ];
}

function dateProblems({ effectiveFrom, effectiveTo, term }: Terms): TermProblem[] {
  const monthly =
    'Reports, scorecards and credits are by calendar month: terms start and end with the first day of a month.';
  return [
    ...(effectiveFrom.endsWith('-01')
      ? []
      : [{ path: 'effectiveFrom', code: 'not-a-month-start', detail: monthly }]),
    ...(effectiveTo === null || effectiveTo.endsWith('-01')
      ? []
      : [{ path: 'effectiveTo', code: 'not-a-month-start', detail: monthly }]),
    ...(effectiveTo !== null && effectiveTo <= effectiveFrom
      ? [{ path: 'effectiveTo', code: 'term-empty', detail: 'A contract version ends after it starts.' }]
      : []),
    ...(term !== null && term.endsOn < term.startsOn
      ? [
          {
            path: 'term.endsOn',
            code: 'term-empty',
            detail: 'A contract ends on or after the day it starts.',
          },
        ]
      : []),
  ];
}

export function targetProblems(
  sla: Pick<ServiceLevel, 'target'>,
  metric: AgreedMetric | undefined,
  path: string,
): TermProblem[] {
  if (!metric) {
    return [{ path: `${path}.metricId`, code: 'metric-unknown', detail: 'There is no such metric here.' }];
  }
  const problems: TermProblem[] = [];
  const { target } = sla;
  if ('band' in target) {
    const [low, high] = [parseExact(target.band.low), parseExact(target.band.high)];
    if (low.ok && high.ok && low.value.gte(high.value)) {
      problems.push({
        path: `${path}.target`,
        code: 'band-empty',
        detail: 'The low edge of a band is below its high edge.',
      });
    }
  } else if (punishesTheBetter(target.comparator, metric.direction)) {
    problems.push({
      path: `${path}.target`,
      code: 'target-against-direction',
      detail: `For “${metric.name}” ${metric.direction === 'higher' ? 'more' : 'less'} is better: “${target.comparator}” would punish it.`,
    });
  }
  if (metric.unit === 'ratio' && limitsOf(target).some((limit) => !isShare(limit))) {
    problems.push({
      path: `${path}.target`,
      code: 'target-not-a-share',
      detail: `“${metric.name}” is a share of one: 80 % is 0.80.`,
    });
  }
  return problems;
}

function punishesTheBetter(comparator: string, direction: Direction): boolean {
  return (
    (direction === 'higher' && comparator.startsWith('<')) ||
    (direction === 'lower' && comparator.startsWith('>'))
  );
}

function limitsOf(target: ServiceLevel['target']): readonly string[] {
  return 'band' in target ? [target.band.low, target.band.high] : [target.value];
}

function isShare(limit: string): boolean {
  const exact = parseExact(limit);
  return exact.ok && exact.value.gte(0) && exact.value.lte(1);
}

function twice(
  keys: readonly string[],
  pathOf: (index: number) => string,
  code: string,
  detail: string,
): TermProblem[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index ? [] : [{ path: pathOf(index), code, detail }],
  );
}
