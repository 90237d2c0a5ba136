import {
  checkSpeedWeight,
  checkWeights,
  Exact,
  type MetricFamily,
  parseExact,
  writeExact,
} from '@plumbline/sla-engine';
import { clauseDemands } from './clause-demands';
import type { Finding } from './finding';
import type { ServiceLevel } from './service-level';
import type { Terms } from './terms';

export interface FindingFacts {
  /** The family of each metric that the SLAs name, by metric id. */
  readonly families: ReadonlyMap<string, MetricFamily>;
  readonly phiAccess: boolean;
}

/**
 * What a version lacks: weights that do not add to 100, speed that outweighs quality and compliance without a reason
 * (K10), which keep it from being activated; and clauses that the field demands and it has not, or has weaker (V2).
 */
export function versionFindings(terms: Terms, facts: FindingFacts): Finding[] {
  return [...weightFindings(terms, facts.families), ...clauseFindings(terms, facts.phiAccess)];
}

/** The sum of the weights, exact. */
export function weightsTotal(slas: readonly Pick<ServiceLevel, 'weight'>[]): string {
  const weights = slas.flatMap(({ weight }) => {
    const exact = parseExact(weight);
    return exact.ok ? [exact.value] : [];
  });
  return writeExact(Exact.sum(0, ...weights));
}

function weightFindings(
  { slas, speedOutweighsReason }: Terms,
  families: ReadonlyMap<string, MetricFamily>,
): Finding[] {
  // an SLA of weight 0 is watched and not scored
  const scored = slas.flatMap(({ metricId, weight }, index) => {
    const exact = parseExact(weight);
    const family = families.get(metricId);
    return exact.ok && exact.value.isZero()
      ? []
      : [{ id: `${index}`, weight, ...(family === undefined ? {} : { family }) }];
  });
  if (scored.length === 0) {
    return [
      blocking('slas-none', 'slas', 'No SLA is scored: a version agrees on at least one with a weight.'),
    ];
  }
  const sum = checkWeights(scored, 'slas');
  const balance = checkSpeedWeight(scored, speedOutweighsReason);
  return [
    ...(sum.ok ? [] : [blocking(sum.problem.code, 'slas', sum.problem.detail)]),
    ...(balance.ok ? [] : [blocking(balance.problem.code, 'speedOutweighsReason', balance.problem.detail)]),
  ];
}

function clauseFindings({ clauses }: Terms, phiAccess: boolean): Finding[] {
  return clauseDemands
    .filter(({ wherePhi }) => phiAccess || !wherePhi)
    .flatMap(({ kind, says, weakness }) => {
      const agreed = clauses.flatMap((clause, index) => (clause.kind === kind ? [{ clause, index }] : []));
      if (agreed.length === 0) return [advice('clause-missing', 'clauses', `No clause agrees on ${says}.`)];
      return agreed.flatMap(({ clause, index }) => {
        const weak = weakness?.(clause) ?? null;
        return weak === null ? [] : [advice('clause-weaker', `clauses.${index}.terms`, weak)];
      });
    });
}

function blocking(code: string, path: string, detail: string): Finding {
  return { code, severity: 'blocking', path, detail };
}

function advice(code: string, path: string, detail: string): Finding {
  return { code, severity: 'advice', path, detail };
}
