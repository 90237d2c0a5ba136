import type { MetricDefinition } from '@plumbline/sla-engine';
import type { MeasuredSegment } from '@plumbline/measurements/schema';
import type { toTarget } from './terms.repository';

/** An SLA with the contract version that agrees it and the metric version in force at the window's start. */
export interface AgreedSla {
  readonly id: string;
  readonly name: string;
  readonly target: ReturnType<typeof toTarget>;
  readonly minimumSample: number;
  readonly segment: MeasuredSegment;
  /** The code of the windows over which it is judged. */
  readonly window: string;
  readonly contract: ContractTerms;
  readonly metric: {
    readonly id: string;
    readonly code: string;
    readonly version: number;
    /** First day of the definition; later than the window where the metric had none before. */
    readonly effectiveFrom: string;
    readonly definition: MetricDefinition;
  };
}

export interface ContractTerms {
  readonly id: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly timezone: string;
  readonly reportingDueDay: number;
  readonly admitsClaimed: boolean;
  readonly activatedAt: Date;
}

/** Whether rows of a segment belong to an SLA: all that it names agree; what it leaves open, every row fulfils. */
export function covers(sla: MeasuredSegment, rows: MeasuredSegment): boolean {
  return (
    (sla.lineOfBusiness === null || sla.lineOfBusiness === rows.lineOfBusiness) &&
    (sla.channel === null || sla.channel === rows.channel) &&
    (sla.queue === null || sla.queue === rows.queue) &&
    (sla.language === null || sla.language === rows.language)
  );
}

/** An SLA of windows that start on different days: each window is judged by what was in force on its first day. */
export class WindowedSla {
  /** The same SLA with each definition of its metric, oldest first; a metric has at least one. */
  constructor(private readonly byDefinition: readonly AgreedSla[]) {}

  get terms(): AgreedSla {
    const [first] = this.byDefinition;
    if (!first) throw new Error('an SLA has a metric with a definition');
    return first;
  }

  /** Null: its contract version is not in force on that day. */
  on(date: string): AgreedSla | null {
    const { contract } = this.terms;
    if (date < contract.effectiveFrom) return null;
    if (contract.effectiveTo !== null && date >= contract.effectiveTo) return null;
    return this.byDefinition.findLast(({ metric }) => metric.effectiveFrom <= date) ?? this.terms;
  }
}
