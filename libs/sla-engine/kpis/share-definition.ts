import type { MetricDefinition } from './metric-definition';

/** Version 1 of a metric that divides one measure by another: a share, unless `more` says otherwise. */
export function shareDefinition(
  id: string,
  numerator: string,
  denominator: string,
  source: string,
  more: Partial<MetricDefinition> = {},
): MetricDefinition {
  return {
    id,
    version: 1,
    unit: 'ratio',
    direction: 'higher',
    numerator: [{ measure: numerator }],
    denominator: [{ measure: denominator }],
    source,
    ...more,
  };
}
