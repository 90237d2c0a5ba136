import type { WallRange } from './calendar';
import { digitsAt } from './digits-at';
import { pair } from './epoch-day';

/**
 * Reads `HH:MM` or `HH:MM:SS` as seconds after midnight, up to `48:00` for times that belong to the date before;
 * `undefined` for anything else.
 *
 * @example parseWallTime('30:00') // 108000
 */
export function parseWallTime(text: string): number | undefined {
  const withSeconds = text.length === 8;
  if ((text.length !== 5 && !withSeconds) || text[2] !== ':' || (withSeconds && text[5] !== ':')) {
    return undefined;
  }
  const minutes = digitsAt(text, 3, 2);
  const rest = withSeconds ? digitsAt(text, 6, 2) : 0;
  const seconds = digitsAt(text, 0, 2) * 3600 + minutes * 60 + rest;
  return minutes <= 59 && rest <= 59 && seconds <= 172_800 ? seconds : undefined;
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
