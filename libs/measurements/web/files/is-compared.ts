import { type KpiFile } from '@plumbline/measurements/schema';

/** Whether the rows of a file were compared with what is known; before that, "0 new" would say something untrue. */
export function isCompared({ rows }: Pick<KpiFile, 'rows'>): boolean {
  return (rows.new ?? 0) + (rows.restated ?? 0) + (rows.unchanged ?? 0) > 0;
}
