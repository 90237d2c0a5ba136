import type { Schedule, ScheduleRow, ServiceLevel } from '@plumbline/contracts/schema';
import { parseExact } from '@plumbline/sla-engine';
import { levelKey, type ScheduledLevel, type ScheduledMetric } from './schedule-level';

export interface MergedSchedule {
  readonly rows: readonly ScheduleRow[];
  readonly slas: readonly ServiceLevel[];
}

/** What a schedule makes of a draft's SLAs: those of the same metric, segment and window are changed, the others added. */
export function mergeSchedule(
  draft: readonly ServiceLevel[],
  levels: readonly ScheduledLevel[],
  mode: Schedule['mode'],
  metricOf: (id: string) => ScheduledMetric | undefined,
): MergedSchedule {
  const scheduled = new Map(levels.map((each) => [levelKey(each.level), each]));
  const drafted = new Set(draft.map(levelKey));
  const rows: ScheduleRow[] = draft.map((before) => {
    const next = scheduled.get(levelKey(before));
    const metric = nameOf(metricOf(before.metricId), before.metricId);
    if (!next) {
      const removed = mode === 'replace';
      return {
        ...{ change: removed ? ('removed' as const) : ('kept' as const), metric, line: null },
        ...{ before, after: removed ? null : before },
      };
    }
    const change = saysTheSame(before, next.level) ? ('unchanged' as const) : ('changed' as const);
    return { change, metric, line: next.line, before, after: change === 'unchanged' ? before : next.level };
  });
  for (const { line, metric, level } of levels) {
    if (drafted.has(levelKey(level))) continue;
    rows.push({ change: 'added', metric: nameOf(metric, level.metricId), line, before: null, after: level });
  }
  return { rows, slas: rows.flatMap(({ after }) => after ?? []) };
}

function nameOf(metric: ScheduledMetric | undefined, id: string): ScheduleRow['metric'] {
  return { id, code: metric?.code ?? '', name: metric?.name ?? '', unit: metric?.unit ?? 'count' };
}

/** 0.8 and 0.80 are one limit. */
function saysTheSame(one: ServiceLevel, other: ServiceLevel): boolean {
  return JSON.stringify(spelt(one)) === JSON.stringify(spelt(other));
}

function spelt({ name, clauseNumber, target, minimumSample, weight }: ServiceLevel) {
  const plain = (text: string) => {
    const exact = parseExact(text);
    return exact.ok ? exact.value.toFixed() : text;
  };
  const limit =
    'band' in target
      ? [plain(target.band.low), plain(target.band.high)]
      : [target.comparator, plain(target.value)];
  return [name, clauseNumber, limit, minimumSample, plain(weight)];
}
