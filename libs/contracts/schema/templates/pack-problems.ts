import { type AgreedMetric, targetProblems, type TermProblem } from '../term-problems';
import type { PackLevelAnswer } from './sla-pack';

/**
 * What cannot be meant in a pack: metrics that the tenant has not got, limits that its metrics cannot have, and the same
 * metric and segment twice. By index, as the request gave them.
 */
export function packProblems(
  levels: readonly PackLevelAnswer[],
  metrics: readonly (AgreedMetric & { readonly code: string })[],
): TermProblem[] {
  const seen = new Set<string>();
  return levels.flatMap((level, index) => {
    const path = `levels.${index}`;
    const metric = metrics.find(({ code }) => code === level.metric);
    if (!metric)
      return [{ path: `${path}.metric`, code: 'metric-unknown', detail: 'There is no such metric here.' }];
    const { lineOfBusiness, channel, queue, language } = level.segment;
    const key = JSON.stringify([level.metric, lineOfBusiness, channel, queue, language]);
    const again = seen.has(key);
    seen.add(key);
    const detail = 'Another SLA of this pack is for the same metric and segment.';
    return [...targetProblems(level, metric, path), ...(again ? [{ path, code: 'sla-twice', detail }] : [])];
  });
}
