import type { Metric, MetricSummary, MetricVersion } from '@plumbline/measurements/schema';
import { type MetricRow, toTerms, type VersionRow } from './metrics.repository';

function toVersion({ number, effectiveFrom, definition, createdBy, createdAt }: VersionRow): MetricVersion {
  return { number, effectiveFrom, terms: toTerms(definition), createdBy, createdAt: createdAt.toISOString() };
}

/** `month` (YYYY-MM) is today's in the tenant's zone. Before its first month, a metric is shown by its first version. */
export function toMetricSummary(
  metric: MetricRow,
  versions: readonly VersionRow[],
  month: string,
): MetricSummary {
  const { id, code, name, family, unit, direction, source } = metric;
  const current = versions.findLast(({ effectiveFrom }) => effectiveFrom <= month) ?? versions[0];
  if (!current) throw new Error(`metric ${id} has no version`);
  const upcoming = versions.find(
    ({ effectiveFrom }) => effectiveFrom > month && effectiveFrom > current.effectiveFrom,
  );
  return {
    ...{ id, code, name, family, unit, direction, source },
    current: toVersion(current),
    upcoming: upcoming ? toVersion(upcoming) : null,
  };
}

export function toMetric(metric: MetricRow, versions: readonly VersionRow[], month: string): Metric {
  return {
    ...toMetricSummary(metric, versions, month),
    versions: versions.map(toVersion),
    createdAt: metric.createdAt.toISOString(),
    version: metric.version,
  };
}
