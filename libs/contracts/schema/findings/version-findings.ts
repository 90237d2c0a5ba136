import {
  checkSpeedWeight,
  checkWeights,
  Exact,
  type MetricFamily,
  parseExact,
  writeExact,
} from '@plumbline/sla-engine';
import type { FindingParameters } from '@plumbline/measurements/schema';
import type { Clause } from '../clause';
import type { ServiceLevel } from '../service-level';
import type { Terms } from '../terms';
import { boundTerms, type ClausePolicy, type ClausePolicyRule } from './clause-policy';
import type { Finding } from './finding';
import {
  plainVersionFinding,
  type VersionFindingCode,
  type VersionFindingParameters,
  type WeakTerm,
} from './finding-words';

export interface FindingFacts {
  /** The family of each metric that the SLAs name, by metric id. */
  readonly families: ReadonlyMap<string, MetricFamily>;
  readonly phiAccess: boolean;
  readonly policy: ClausePolicy;
}

/**
 * What a version lacks: weights that do not add to 100, speed that outweighs quality and compliance without a reason
 * (K10); and clauses that the insurer's policy demands and it has not, or has weaker (V2).
 */
export function versionFindings(terms: Terms, facts: FindingFacts): Finding[] {
  return [...weightFindings(terms, facts.families), ...clauseFindings(terms, facts)];
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
  if (scored.length === 0) return [blocking('slas-none', 'slas', {})];
  const sum = checkWeights(scored, 'slas');
  const balance = checkSpeedWeight(scored, speedOutweighsReason);
  const weightOf = (...wanted: readonly MetricFamily[]) =>
    weightsTotal(scored.filter(({ family }) => family !== undefined && wanted.includes(family)));
  return [
    ...(sum.ok ? [] : [blocking('weights.sum', 'slas', { total: weightsTotal(scored) })]),
    ...(balance.ok
      ? []
      : [
          blocking('speed.outweighs', 'speedOutweighsReason', {
            speed: weightOf('speed'),
            qualityAndCompliance: weightOf('quality', 'compliance'),
          }),
        ]),
  ];
}

function clauseFindings({ clauses }: Terms, { phiAccess, policy }: FindingFacts): Finding[] {
  return policy
    .filter(({ demanded }) => demanded === 'always' || (demanded === 'where_phi' && phiAccess))
    .flatMap((rule) => {
      const agreed = clauses.flatMap((clause, index) =>
        clause.kind === rule.kind ? [{ clause, index }] : [],
      );
      if (agreed.length === 0) {
        return [aboutClause('clause-missing', rule, 'clauses', { clause: rule.kind }, rule.kind)];
      }
      return agreed.flatMap(({ clause, index }) => {
        const weak = weaknessOf(clause, rule);
        // another size is another finding: what was waived for 48 hours is not waived for 72
        return weak === null
          ? []
          : [
              aboutClause(
                'clause-weaker',
                rule,
                `clauses.${index}.terms`,
                { clause: rule.kind, ...weak },
                `${rule.kind}/${weak.term}=${weak.agreed}`,
              ),
            ];
      });
    });
}

interface Weakness {
  readonly term: WeakTerm;
  readonly agreed: number;
  readonly demanded: number;
}

/** What of a clause is weaker than its rule accepts; null: nothing that can be told. */
function weaknessOf(clause: Clause, { kind, bound }: ClausePolicyRule): Weakness | null {
  if (clause.kind === 'attestation')
    return clause.terms.yearly ? null : { term: 'yearly', agreed: 0, demanded: 1 };
  const sized = (boundTerms as Partial<Record<string, { term: WeakTerm; weaker: 'more' | 'less' }>>)[kind];
  if (!sized || bound === null) return null;
  const agreed = (clause.terms as Partial<Record<WeakTerm, number>>)[sized.term];
  if (agreed === undefined) return null;
  const weak = sized.weaker === 'more' ? agreed > bound : agreed < bound;
  return weak ? { term: sized.term, agreed, demanded: bound } : null;
}

function blocking<Code extends VersionFindingCode>(
  code: Code,
  path: string,
  parameters: VersionFindingParameters[Code],
): Finding {
  return {
    ...{ code, severity: 'blocking', path, key: code },
    parameters: { ...parameters } as FindingParameters,
    ...{ detail: plainVersionFinding(code, parameters), waivable: false },
  };
}

function aboutClause<Code extends 'clause-missing' | 'clause-weaker'>(
  code: Code,
  { severity }: ClausePolicyRule,
  path: string,
  parameters: VersionFindingParameters[Code],
  of: string,
): Finding {
  return {
    ...{ code, severity, path, key: `${code}/${of}` },
    parameters: { ...parameters } as FindingParameters,
    ...{ detail: plainVersionFinding(code, parameters), waivable: true },
  };
}
