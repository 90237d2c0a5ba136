import {
  type ScheduleColumn,
  type ScheduleProblem,
  type ScheduleProblemCode,
  scheduleProblemTexts,
  type ServiceLevel,
} from '@plumbline/contracts/schema';
import type { Direction, MetricUnit } from '@plumbline/sla-engine';

/** A metric that a schedule may name, by code or by name. */
export interface ScheduledMetric {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
}

/** What a schedule is read against. */
export interface ScheduleKnowledge {
  readonly metrics: readonly ScheduledMetric[];
  /** Numbers of the draft's clauses. */
  readonly clauses: readonly string[];
  /** Where a source names no clause: the draft's clause of service levels. */
  readonly usualClause: string | null;
}

/** An SLA of a schedule, with the line it came from. */
export interface ScheduledLevel {
  readonly line: number | null;
  readonly metric: ScheduledMetric;
  readonly level: ServiceLevel;
}

export interface ReadSchedule {
  readonly levels: readonly ScheduledLevel[];
  readonly problems: readonly ScheduleProblem[];
}

export function problemAt(
  line: number | null,
  column: ScheduleColumn | null,
  code: ScheduleProblemCode,
  value = '',
): ScheduleProblem {
  return { line, column, code, value, detail: scheduleProblemTexts[code].en(value) };
}

export function levelKey({
  metricId,
  segment,
  window,
}: Pick<ServiceLevel, 'metricId' | 'segment' | 'window'>): string {
  const { lineOfBusiness, channel, queue, language } = segment;
  return JSON.stringify([metricId, lineOfBusiness, channel, queue, language, window]);
}

/** Of rows that agree on the same metric, segment and window, all but the first are wrong. */
export function twiceProblems(levels: readonly ScheduledLevel[]): ScheduleProblem[] {
  const seen = new Set<string>();
  return levels.flatMap(({ line, level }) => {
    const key = levelKey(level);
    const again = seen.has(key);
    seen.add(key);
    return again ? [problemAt(line, 'metric', 'sla-twice', level.name)] : [];
  });
}
