import type { BandTarget, ComparatorTarget, SampleRule } from '../targets/target';
import type { MetricDefinition } from './metric-definition';

/** What a metric looks after: scores and credits must not let speed outweigh quality and compliance (K10). */
export const metricFamilies = ['speed', 'quality', 'compliance', 'outcome', 'efficiency'] as const;
export type MetricFamily = (typeof metricFamilies)[number];

export type DefaultTarget = (ComparatorTarget | BandTarget) & {
  /** The part of the service it applies to; empty for all of it. */
  readonly segment: { readonly queue?: string };
  readonly sample?: SampleRule;
  /** Where the target is heading, where that is agreed beside the target itself. */
  readonly aspiration?: string;
};

/** A metric of the library a new tenant starts from: data it may change, never a constant of the code. */
export interface DefaultMetric {
  readonly definition: MetricDefinition;
  readonly name: { readonly en: string; readonly es: string };
  readonly family: MetricFamily;
  /** The requirement whose default targets these are; null for library metrics without one. */
  readonly requirement: 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | null;
  readonly targets: readonly DefaultTarget[];
}
