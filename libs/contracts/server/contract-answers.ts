import {
  type AgreedServiceLevel,
  clause,
  type Contract,
  type ContractSummary,
  type ContractVersion,
  type ContractVersionSummary,
  terms,
  type Terms,
  weightsTotal,
} from '@plumbline/contracts/schema';
import type { ContractRow } from './contracts.repository';
import type { SlaEntity } from './sla.entity';
import type { MetricRow, TermRows } from './terms.repository';

export function toContractSummary(
  row: ContractRow,
  versions: readonly ContractVersionSummary[],
): ContractSummary {
  const { id, reference, title, vendorId, vendorCode, vendorName } = row;
  const vendor = { id: vendorId, code: vendorCode, name: vendorName };
  return { id, reference, title, vendor, versions: [...versions] };
}

export function toContract(row: ContractRow, versions: readonly ContractVersionSummary[]): Contract {
  return {
    ...toContractSummary(row, versions),
    owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? '' },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

/** The rows of a version as the terms that were given. */
export function toTerms({ version, clauses, slas }: TermRows): Terms {
  const numbers = new Map(clauses.map(({ id, number }) => [id, number]));
  return terms.parse({
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo,
    timezone: version.timezone,
    reportingDueDay: version.reportingDueDay,
    admitsClaimed: version.admitsClaimed,
    minimumCoverage: version.minimumCoverage,
    speedOutweighsReason: version.speedOutweighsReason,
    term: version.term,
    clauses: clauses.map(({ kind, number, heading, text, page, terms: agreed }) =>
      clause.parse({ kind, number, heading, text, page, terms: agreed }),
    ),
    slas: slas.map((sla) => ({
      name: sla.name,
      metricId: sla.metricId,
      clauseNumber: numbers.get(sla.clauseId),
      target: toTarget(sla),
      segment: {
        lineOfBusiness: sla.lineOfBusiness,
        channel: sla.channel,
        queue: sla.queue,
        language: sla.language,
      },
      window: sla.window,
      minimumSample: sla.minimumSample,
      weight: sla.weight,
    })),
  });
}

function toTarget({ comparator, target, bandLow, bandHigh }: SlaEntity): unknown {
  return comparator === null ? { band: { low: bandLow, high: bandHigh } } : { comparator, value: target };
}

/** A version with everything the page shows of it; `activation` is what activating it would do, null once it is active. */
export function toContractVersion(
  rows: TermRows,
  facts: {
    readonly metrics: readonly MetricRow[];
    readonly findings: ContractVersion['findings'];
    readonly activation: ContractVersion['activation'];
  },
): ContractVersion {
  const { version } = rows;
  const agreed = toTerms(rows);
  const metrics = new Map(facts.metrics.map((metric) => [metric.id, metric]));
  return {
    ...agreed,
    contractId: version.contractId,
    vendorId: version.vendorId,
    number: version.number,
    state: version.state,
    slas: agreed.slas.map((sla, index) => withMetric(sla, rows.slas[index], metrics.get(sla.metricId))),
    findings: facts.findings,
    weightsTotal: weightsTotal(agreed.slas),
    activation: facts.activation,
    activatedAt: version.activatedAt?.toISOString() ?? null,
    version: version.version,
  };
}

function withMetric(
  sla: Terms['slas'][number],
  row: SlaEntity | undefined,
  metric: MetricRow | undefined,
): AgreedServiceLevel {
  if (!row || !metric) throw new Error('an SLA names a metric that is not there');
  const { code, name, unit, direction, family } = metric;
  return { ...sla, id: row.id, metric: { code, name, unit, direction, family } };
}
