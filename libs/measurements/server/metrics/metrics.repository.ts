import { Injectable } from '@nestjs/common';
import type { Measure, MetricTerms, NewMeasure } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Direction, MetricDefinition, MetricFamily, MetricUnit } from '@plumbline/sla-engine';

export interface MetricRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly family: MetricFamily;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly source: string;
  readonly createdAt: Date;
  readonly version: number;
}

export interface VersionRow {
  readonly metricId: string;
  readonly number: number;
  /** YYYY-MM */
  readonly effectiveFrom: string;
  readonly definition: MetricDefinition;
  readonly createdBy: string;
  readonly createdAt: Date;
}

const METRIC = `id, code, name, family, unit, direction, source, created_at as "createdAt", version`;

@Injectable()
export class MetricsRepository {
  list(tx: TenantTransaction, after: readonly [string, string] | null, limit: number): Promise<MetricRow[]> {
    return tx.query<MetricRow>(
      `select ${METRIC} from metric where tenant_id = $1 and ($2::text is null or (name, id) > ($2, $3::uuid))
       order by name, id limit $4`,
      [tx.tenantId, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<MetricRow | null> {
    const [row] = await tx.query<MetricRow>(`select ${METRIC} from metric where tenant_id = $1 and id = $2`, [
      tx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  async findForChange(tx: TenantTransaction, id: string): Promise<MetricRow | null> {
    const [row] = await tx.query<MetricRow>(
      `select ${METRIC} from metric where tenant_id = $1 and id = $2 for update`,
      [tx.tenantId, id],
    );
    return row ?? null;
  }

  /** By metric, earliest first. */
  async versions(
    tx: TenantTransaction,
    metricIds: readonly string[],
  ): Promise<ReadonlyMap<string, VersionRow[]>> {
    const rows = await tx.query<VersionRow>(
      `select metric_id as "metricId", number, to_char(effective_from, 'YYYY-MM') as "effectiveFrom", definition,
              created_by as "createdBy", created_at as "createdAt"
       from metric_version where tenant_id = $1 and metric_id = any ($2) order by metric_id, effective_from`,
      [tx.tenantId, metricIds],
    );
    return Map.groupBy(rows, ({ metricId }) => metricId);
  }

  async insert(tx: TenantTransaction, metric: MetricRow): Promise<void> {
    const { id, code, name, family, unit, direction, source, createdAt } = metric;
    await tx.query(
      `insert into metric (tenant_id, id, code, name, family, unit, direction, source, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.tenantId, id, code, name, family, unit, direction, source, createdAt],
    );
  }

  async insertVersion(tx: TenantTransaction, version: VersionRow): Promise<void> {
    await tx.query(
      `insert into metric_version (tenant_id, metric_id, number, effective_from, definition, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tx.tenantId,
        version.metricId,
        version.number,
        `${version.effectiveFrom}-01`,
        JSON.stringify(version.definition),
        version.createdBy,
        version.createdAt,
      ],
    );
  }

  async countUp(tx: TenantTransaction, metricId: string): Promise<void> {
    await tx.query('update metric set version = version + 1 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      metricId,
    ]);
  }

  measures(tx: TenantTransaction, after: number, limit: number): Promise<Measure[]> {
    return tx.query<Measure>(
      'select code, position, unit, label from measure where tenant_id = $1 and position > $2 order by position limit $3',
      [tx.tenantId, after, limit],
    );
  }

  async knownMeasures(tx: TenantTransaction, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ code: string }>(
      'select code from measure where tenant_id = $1 and code = any ($2)',
      [tx.tenantId, codes],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** At the next free position; null when the code is taken. Positions are never used again. */
  async insertMeasure(tx: TenantTransaction, { code, unit, label }: NewMeasure): Promise<Measure | null> {
    const [row] = await tx.query<Measure>(
      `insert into measure (tenant_id, code, position, unit, label)
       select $1, $2, coalesce(max(position), 0) + 1, $3, $4 from measure where tenant_id = $1
       on conflict (tenant_id, code) do nothing returning code, position, unit, label`,
      [tx.tenantId, code, unit, label],
    );
    return row ?? null;
  }
}

/** The engine's definition from what the API says of a metric, and back. */
export function toDefinition(
  metric: Pick<MetricRow, 'code' | 'unit' | 'direction' | 'source'>,
  number: number,
  terms: MetricTerms,
): MetricDefinition {
  const { code: id, unit, direction, source } = metric;
  return JSON.parse(
    JSON.stringify({ id, version: number, unit, direction, source, ...terms }),
  ) as MetricDefinition;
}

export function toTerms({
  id: _id,
  version: _v,
  unit: _u,
  direction: _d,
  source: _s,
  ...terms
}: MetricDefinition): MetricTerms {
  return terms as MetricTerms;
}
