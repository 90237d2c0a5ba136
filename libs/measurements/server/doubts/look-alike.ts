/** Below so many letters, names that differ are different: `en` and `es`, `IVR` and `IVT`. */
const FEWEST_LETTERS = 5;
const MOST_EDITS = 2;

/**
 * Whether two different names may be one name written in two ways: equal but for case, spaces, punctuation and accents, or
 * in longer names at most two letters apart. Numbers are never taken for typing errors: `Team 1` is not `Team 2`.
 */
export function looksAlike(name: string, known: string): boolean {
  const [left, right] = [fold(name), fold(known)];
  if (left === right) return left !== '';
  if (Math.min(left.length, right.length) < FEWEST_LETTERS || digits(left) !== digits(right)) return false;
  return editDistance(left, right) <= MOST_EDITS;
}

/** The known names, the most similar first. */
export function bySimilarity(name: string, known: readonly string[]): string[] {
  return known
    .map((each) => ({ each, distance: editDistance(fold(name), fold(each)) }))
    .sort((one, other) => one.distance - other.distance || (one.each < other.each ? -1 : 1))
    .map(({ each }) => each);
}

/** A name without case, accents, spaces and punctuation. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function digits(name: string): string {
  return name.replace(/\P{N}/gu, '');
}

/** Letters to insert, drop or replace (Levenshtein), row by row. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const replaced = (above[place - 1] ?? 0) + (one[row - 1] === other[place - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[place] ?? 0) + 1, (current[place - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}
