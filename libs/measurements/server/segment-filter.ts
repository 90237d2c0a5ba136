import {
  type Dimension,
  dimensionNames,
  dimensions,
  type MeasuredSegment,
  type SegmentFilter,
} from '@plumbline/measurements/schema';

/**
 * SQL for "the segment `alias` is inside this filter" and its parameters, numbered from `next`. A dimension that the
 * filter leaves open takes every value, also the unsaid one.
 */
export function segmentCondition(
  filter: SegmentFilter,
  alias: string,
  next: number,
): { readonly sql: string; readonly parameters: readonly string[] } {
  const named = dimensionNames.filter((name) => filter[name] != null);
  return {
    sql: named.map((name, index) => ` and ${alias}.${dimensions[name]} = $${next + index}`).join(''),
    parameters: named.map((name) => filter[name] as string),
  };
}

export type SegmentColumns = { readonly [Name in (typeof dimensions)[Dimension]]: string | null };

export const segmentColumns = (alias: string): string =>
  dimensionNames.map((name) => `${alias}.${dimensions[name]}`).join(', ');

export function toSegment(row: SegmentColumns): MeasuredSegment {
  return {
    lineOfBusiness: row.line_of_business,
    channel: row.channel,
    queue: row.queue,
    language: row.language,
  };
}
