/**
 * How far below its first line the other lines of a row stand: `[least, most]` in ascending order, none touching the next.
 * From a line to its row it is then a short way, whichever way the file is sorted: with the amounts of a row one below the
 * other (`[[0, 4]]`), or measure after measure (`[[0, 0], [20000, 20000]]`).
 */
export type LineOffsets = readonly (readonly [least: number, most: number])[];

/** Of distances, each from the nearest to the farthest, and null where there is none; the first line itself is at 0. */
export function lineOffsets(
  distances: readonly (readonly [least: string | null, most: string | null])[],
): LineOffsets {
  const known = distances
    .flatMap(([least, most]) =>
      least === null || most === null ? [] : [[Number(least), Number(most)] as const],
    )
    .sort(([one], [other]) => one - other);
  const joined: [number, number][] = [[0, 0]];
  for (const [least, most] of known) {
    const last = joined.at(-1);
    if (last === undefined || least > last[1] + 1) joined.push([least, most]);
    else last[1] = Math.max(last[1], most);
  }
  return joined;
}
