import type { MeasuredSegment } from '@plumbline/measurements/schema';

/** `claims, es`; `all` where an SLA names no part. */
export function segmentText(segment: MeasuredSegment, all: string): string {
  const parts = [segment.lineOfBusiness, segment.channel, segment.queue, segment.language];
  return parts.filter((part) => part !== null).join(', ') || all;
}
