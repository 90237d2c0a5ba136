import { type Grain, grainName } from '@plumbline/measurements/schema';
import type { Excusing, Figure, ResultRevision, ResultSummary, RevisionReason } from '@plumbline/slas/schema';
import type { FigureRow, ReasonRow, ResultRow } from './results.repository';
import { stateOfColumn } from './state-columns';
import { toWindow } from './window-columns';
import { toTarget } from './terms.repository';

/** Sums of no rows are nothing, not 0 (semantics rule 16). */
export function toFigure(row: FigureRow): Figure {
  const counted = row.rows_counted > 0;
  return {
    state: stateOfColumn(row.state),
    value: row.value,
    numerator: counted ? row.numerator : null,
    denominator: counted ? row.denominator : null,
    claimedValue: row.claimed_value,
    interval:
      row.interval_low === null || row.interval_high === null
        ? null
        : { lower: row.interval_low, upper: row.interval_high },
  };
}

export function toReason(row: ReasonRow): RevisionReason {
  const file =
    row.file_id === null || row.file_name === null
      ? null
      : { id: row.file_id, name: row.file_name, restatementReason: row.restatement_reason };
  return { code: row.reason, file };
}

export function toSummary(row: ResultRow): ResultSummary {
  return {
    ...toFigure(row),
    id: row.id,
    month: row.month,
    window: toWindow(row),
    revision: row.revision,
    vendor: { id: row.vendor_id, code: row.vendor_code, name: row.vendor_name },
    sla: {
      id: row.sla_id,
      name: row.sla_name,
      segment: {
        lineOfBusiness: row.line_of_business,
        channel: row.channel,
        queue: row.queue,
        language: row.language,
      },
    },
    metric: {
      id: row.metric_id,
      code: row.metric_code,
      name: row.metric_name,
      unit: row.unit,
      direction: row.direction,
      version: row.metric_version,
    },
    target: toTarget(row),
    evaluatedAt: row.evaluated_at.toISOString(),
  };
}

export function toRevision(row: ResultRow): ResultRevision {
  return {
    ...toFigure(row),
    id: row.id,
    revision: row.revision,
    latest: row.latest,
    metricVersion: row.metric_version,
    reason: toReason(row),
    evaluatedAt: row.evaluated_at.toISOString(),
  };
}

/** What approved records did to the figure; null where there are none. */
export function toExcusing({ exclusions, without_exclusions: without, waiver }: ResultRow): Excusing | null {
  if (exclusions === null && waiver === null) return null;
  return {
    exclusions: (exclusions ?? []).map(({ period, stated, amounts, ...record }) => ({
      ...record,
      period: period ?? null,
      stated: stated ?? null,
      taken: period !== undefined || amounts !== undefined,
    })),
    without:
      without === null
        ? null
        : {
            state: without.state,
            value: without.value,
            numerator: without.numerator,
            denominator: without.denominator,
          },
    waiver,
  };
}

export function toGrain(grain: number | null) {
  return grain === null ? null : grainName(grain as Grain);
}
