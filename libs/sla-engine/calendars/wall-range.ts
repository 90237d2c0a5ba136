import type { WallRange } from './calendar';
import { pair } from './epoch-day';

const wallTime = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Reads `HH:MM` or `HH:MM:SS` as seconds after midnight, up to `48:00` for times that belong to the date before;
 * `undefined` for anything else.
 *
 * @example parseWallTime('30:00') // 108000
 */
export function parseWallTime(text: string): number | undefined {
  const match = wallTime.exec(text);
  if (match === null) {
    return undefined;
  }
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return Number(match[2]) <= 59 && Number(match[3] ?? 0) <= 59 && seconds <= 172_800 ? seconds : undefined;
}

/** @example formatWallTime(108000) // '30:00' */
export function formatWallTime(seconds: number): string {
  const text = `${pair(Math.floor(seconds / 3600))}:${pair(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${pair(seconds % 60)}`;
}

/** The union as sorted ranges that neither overlap nor touch. */
export function mergeRanges(ranges: readonly WallRange[]): readonly WallRange[] {
  const merged: WallRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && range.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

/** What is left of `ranges` outside `removed`. */
export function subtractRanges(
  ranges: readonly WallRange[],
  removed: readonly WallRange[],
): readonly WallRange[] {
  return removed.reduce<readonly WallRange[]>(
    (left, hole) =>
      left.flatMap((range) => [
        ...(range.from < hole.from ? [{ from: range.from, to: Math.min(range.to, hole.from) }] : []),
        ...(range.to > hole.to ? [{ from: Math.max(range.from, hole.to), to: range.to }] : []),
      ]),
    ranges,
  );
}

/** The same ranges seen from a date `seconds` earlier or later, cut to `[0, limit)`. */
export function shiftRanges(
  ranges: readonly WallRange[],
  seconds: number,
  limit: number,
): readonly WallRange[] {
  return ranges
    .map(({ from, to }) => ({ from: Math.max(0, from + seconds), to: Math.min(limit, to + seconds) }))
    .filter(({ from, to }) => from < to);
}
