import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';

/** Codes as the server writes them: first argument of the error classes, second of `InvalidError.field`. */
function codesInSource(): Set<string> {
  const found = new Set<string>();
  for (const file of globSync('{apps,libs}/**/*.ts')) {
    if (/\.spec\.ts$|\/web\/|\/ui\//.test(file)) continue;
    const source = readFileSync(file, 'utf8');
    for (const pattern of [
      /new (?:InvalidError|ConflictError|RuleBrokenError|NotAllowedError)\(\s*'([a-z0-9-]+)'/g,
      /InvalidError\.field\(\s*(?:'[^']*'|`[^`]*`|\w+),\s*'([a-z0-9-]+)'/g,
    ]) {
      for (const match of source.matchAll(pattern)) found.add(match[1] ?? '');
    }
  }
  return found;
}

describe('docs/api.md', () => {
  it('lists every problem code that the API can answer, and no other', () => {
    const listed = readFileSync('docs/api.md', 'utf8')
      .split('## Problem codes')[1]!
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => /`([^`]+)`/.exec(line)?.[1] ?? '');
    const always = ['not-found', 'database-away', 'bad-request', 'too-large', 'internal'];
    expect(listed.sort()).toEqual([...new Set([...codesInSource(), ...always])].sort());
  });
});
