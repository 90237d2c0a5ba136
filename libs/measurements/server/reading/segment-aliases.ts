import { type Dimension, dimensionNames } from '@plumbline/measurements/schema';

/** What a vendor's files call queues, languages and so on: by dimension, the name in the file and what it means here. */
export type SegmentAliases = ReadonlyMap<Dimension, ReadonlyMap<string, string>>;

/** A segment in the words of the insurer, in the order of the dimensions. */
export function asMeant(segment: readonly (string | null)[], aliases: SegmentAliases): (string | null)[] {
  return segment.map((value, at) => {
    const dimension = dimensionNames[at];
    if (value === null || dimension === undefined) return value;
    return aliases.get(dimension)?.get(value) ?? value;
  });
}
