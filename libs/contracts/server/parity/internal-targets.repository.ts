import { Injectable } from '@nestjs/common';
import type { AgreedLimit, MetricName, TargetSegment } from '@plumbline/contracts/schema';
import { isUniqueViolation, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError } from '@plumbline/platform/errors';
import type { Service } from '@plumbline/vendors/schema';
import { limitColumns, type LimitColumns, limitOf } from './limit-columns';

export interface TargetVersionRow {
  readonly targetId: string;
  readonly number: number;
  readonly effectiveFrom: string;
  readonly target: AgreedLimit | null;
  readonly services: Service[];
  readonly metricVersion: number | null;
  readonly reason: string;
  readonly setBy: string;
  readonly setByName: string;
  readonly setAt: Date;
}

export interface TargetRow {
  readonly id: string;
  readonly metric: MetricName;
  readonly segment: TargetSegment;
  readonly version: number;
}

type Flat = Omit<TargetVersionRow, 'target'> & LimitColumns;

const VERSION = `internal_target_id as "targetId", number, effective_from::text as "effectiveFrom", comparator,
  target::text as target, band_low::text as "bandLow", band_high::text as "bandHigh", services,
  metric_version as "metricVersion", reason, set_by as "setBy", set_by_name as "setByName", set_at as "setAt"`;

@Injectable()
export class InternalTargetsRepository {
  /** By the metric's name; `ids`: only these. */
  async list(tx: TenantTransaction, ids: readonly string[] | null = null): Promise<TargetRow[]> {
    const rows = await tx.query<MetricColumns & TargetSegment & { targetId: string; version: number }>(
      `select target.id as "targetId", target.version, target.line_of_business as "lineOfBusiness", target.channel,
         target.queue, target.language, metric.id as "metricId", metric.code, metric.name, metric.unit, metric.direction
       from internal_target target
       join metric on metric.tenant_id = target.tenant_id and metric.id = target.metric_id
       where target.tenant_id = $1 and ($2::uuid[] is null or target.id = any ($2))
       order by metric.name, target.line_of_business nulls first, target.channel nulls first, target.queue nulls first,
         target.language nulls first`,
      [tx.tenantId, ids],
    );
    return rows.map((row) => ({
      id: row.targetId,
      version: row.version,
      metric: metricOf(row),
      segment: segmentOf(row),
    }));
  }

  /** Holds the target until the transaction ends, so that of two versions at once the second sees the first. */
  async lock(tx: TenantTransaction, id: string): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      'select version from internal_target where tenant_id = $1 and id = $2 for no key update',
      [tx.tenantId, id],
    );
    return row?.version ?? null;
  }

  /** Of these targets, oldest first. */
  async versions(tx: TenantTransaction, ids: readonly string[]): Promise<TargetVersionRow[]> {
    const rows = await tx.query<Flat>(
      `select ${VERSION} from internal_target_version
       where tenant_id = $1 and internal_target_id = any ($2) order by internal_target_id, number`,
      [tx.tenantId, ids],
    );
    return rows.map(withLimit);
  }

  /** A metric and segment that has a target already is `internal-target-exists` (409). */
  async insert(
    tx: TenantTransaction,
    { id, metricId, segment, at }: { id: string; metricId: string; segment: TargetSegment; at: Date },
  ): Promise<void> {
    try {
      await tx.query(
        `insert into internal_target (tenant_id, id, metric_id, line_of_business, channel, queue, language, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1)`,
        [
          ...[tx.tenantId, id, metricId],
          ...[segment.lineOfBusiness, segment.channel, segment.queue, segment.language, at],
        ],
      );
    } catch (error) {
      if (!isUniqueViolation(error, 'internal_target_once')) throw error;
      const detail = 'There is an internal target for this metric and segment: change that one.';
      throw new ConflictError('internal-target-exists', detail, 409, [
        { path: 'metricId', code: 'internal-target-exists', detail },
      ]);
    }
  }

  async insertVersion(tx: TenantTransaction, version: TargetVersionRow): Promise<void> {
    const { comparator, target, bandLow, bandHigh } = limitColumns(version.target);
    await tx.query(
      `insert into internal_target_version (tenant_id, internal_target_id, number, effective_from, comparator, target, band_low,
         band_high, services, metric_version, reason, set_by, set_by_name, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[
          tx.tenantId,
          version.targetId,
          version.number,
          version.effectiveFrom,
          comparator,
          target,
          bandLow,
        ],
        ...[bandHigh, version.services, version.metricVersion, version.reason],
        ...[version.setBy, version.setByName, version.setAt],
      ],
    );
  }

  async setVersion(tx: TenantTransaction, id: string, version: number): Promise<void> {
    await tx.query('update internal_target set version = $3 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      id,
      version,
    ]);
  }

  /** The metrics among these ids that the tenant has, with how many versions each has. */
  async metrics(
    tx: TenantTransaction,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, MetricName & { readonly versions: number }>> {
    const rows = await tx.query<MetricName & { versions: number }>(
      `select id, code, name, unit, direction,
         (select count(*)::integer from metric_version mv where mv.tenant_id = metric.tenant_id and mv.metric_id = metric.id) as versions
       from metric where tenant_id = $1 and id = any ($2)`,
      [tx.tenantId, [...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

export type MetricColumns = Omit<MetricName, 'id'> & { readonly metricId: string };

export function metricOf({ metricId, code, name, unit, direction }: MetricColumns): MetricName {
  return { id: metricId, code, name, unit, direction };
}

export function segmentOf({ lineOfBusiness, channel, queue, language }: TargetSegment): TargetSegment {
  return { lineOfBusiness, channel, queue, language };
}

function withLimit({ comparator, target, bandLow, bandHigh, ...row }: Flat): TargetVersionRow {
  return { ...row, target: limitOf({ comparator, target, bandLow, bandHigh }) };
}

/** The version in force on a day: the newest that has begun. Later numbers never begin earlier. */
export function versionOn<Version extends { readonly number: number; readonly effectiveFrom: string }>(
  versions: readonly Version[],
  day: string,
): Version | null {
  return versions.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1) ?? null;
}
