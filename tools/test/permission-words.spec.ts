import { describe, expect, it } from '@jest/globals';
import { permissions } from '@plumbline/platform/tenancy';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const words = join(import.meta.dirname, '..', '..', 'libs/people/web/permission-words.ts');

describe('the words of the permissions', () => {
  it.each([
    ['English', 0],
    ['Spanish', 1],
  ])('are there for every permission, and no other: %s', (_, half) => {
    const text = readFileSync(words, 'utf8').split('\n  es: {')[half] ?? '';
    const said = [...text.matchAll(/^ {4}'([a-z.-]+)':/gm)].map(([, permission]) => permission);
    expect(said.sort()).toEqual([...permissions].sort());
  });
});
