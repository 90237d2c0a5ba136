/** The part of the service a target speaks of, by dimension; what is absent or null is not cut. */
export type ParitySegment = Readonly<Record<string, string | null>>;

/** `covers`: the agreed segment is all of the expected one and more. `disjoint`: they have nothing in common. */
export type SegmentRelation = 'same' | 'covers' | 'within' | 'overlaps' | 'disjoint';

/** How the agreed segment lies to the expected one, decided dimension by dimension. */
export function compareSegments(agreed: ParitySegment, expected: ParitySegment): SegmentRelation {
  const dimensions = new Set([...Object.keys(agreed), ...Object.keys(expected)]);
  let [broader, narrower] = [false, false];
  for (const dimension of dimensions) {
    const ours = valueOf(agreed, dimension);
    const theirs = valueOf(expected, dimension);
    if (ours === theirs) continue;
    if (ours !== null && theirs !== null) return 'disjoint';
    if (ours === null) broader = true;
    else narrower = true;
  }
  if (broader) return narrower ? 'overlaps' : 'covers';
  return narrower ? 'within' : 'same';
}

function valueOf(segment: ParitySegment, dimension: string): string | null {
  return Object.hasOwn(segment, dimension) ? (segment[dimension] ?? null) : null;
}
