import { Injectable } from '@nestjs/common';
import type { Measure } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import type { MetricDefinition, MetricFamily } from '@plumbline/sla-engine';

/** A metric as it reads one month. */
export interface MetricInForce {
  readonly metricId: string;
  readonly code: string;
  readonly name: string;
  readonly family: MetricFamily;
  readonly source: string;
  /** YYYY-MM: the first month this version reads. */
  readonly effectiveFrom: string;
  /** As the engine takes it: `id` is the metric's code, `version` the number of the version. */
  readonly definition: MetricDefinition;
}

interface MetricRow {
  readonly metric_id: string;
  readonly code: string;
  readonly name: string;
  readonly family: MetricFamily;
  readonly source: string;
  readonly effective_from: string;
  readonly definition: MetricDefinition;
}

/** The read model of metrics and measures for other things. */
@Injectable()
export class MetricLibrary {
  /**
   * The definitions that read `month` (YYYY-MM), by metric id; a metric that has no version yet in that month is absent.
   * A metric's later versions never reach back (semantics rule 14).
   */
  async inForce(
    tx: TenantTransaction,
    metricIds: readonly string[],
    month: string,
  ): Promise<ReadonlyMap<string, MetricInForce>> {
    const rows = await tx.query<MetricRow>(
      `select distinct on (m.id) m.id as metric_id, m.code, m.name, m.family, m.source,
              to_char(v.effective_from, 'YYYY-MM') as effective_from, v.definition
       from metric m join metric_version v on v.tenant_id = m.tenant_id and v.metric_id = m.id
       where m.tenant_id = $1 and m.id = any ($2) and v.tenant_id = $1 and v.effective_from <= $3
       order by m.id, v.effective_from desc`,
      [tx.tenantId, [...new Set(metricIds)], `${month}-01`],
    );
    return new Map(
      rows.map(({ metric_id, effective_from, ...row }) => [
        metric_id,
        { metricId: metric_id, effectiveFrom: effective_from, ...row },
      ]),
    );
  }

  /** Code, name and shape of metrics, whatever the month; unknown ids are `not-found`. */
  async describe(
    tx: TenantTransaction,
    metricIds: readonly string[],
  ): Promise<
    ReadonlyMap<string, { code: string; name: string; family: MetricFamily; unit: string; direction: string }>
  > {
    const wanted = [...new Set(metricIds)];
    const rows = await tx.query<{
      id: string;
      code: string;
      name: string;
      family: MetricFamily;
      unit: string;
      direction: string;
    }>('select id, code, name, family, unit, direction from metric where tenant_id = $1 and id = any ($2)', [
      tx.tenantId,
      wanted,
    ]);
    if (rows.length < wanted.length) throw new NotFoundError('metric');
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  }

  /** The tenant's measures by position. */
  measures(tx: TenantTransaction): Promise<Measure[]> {
    return tx.query<Measure>(
      'select code, position, unit, label from measure where tenant_id = $1 order by position',
      [tx.tenantId],
    );
  }
}
