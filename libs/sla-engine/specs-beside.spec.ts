import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('./', import.meta.url);

/** Sources of the engine: neither specs, nor what only specs use, nor lists of exports. */
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !/(\.spec|\.fixture|(^|\/)index)\.ts$/.test(name))
  .toSorted();

/** `export function`, `export class`, `export const x = perCalendar(…)` or an arrow, and the operations of a folder. */
const exportsFunction =
  /^export (async )?function|^export class|^export const \w+ = (perCalendar\(|(async )?\()|^export const ops\b/m;

const hasSpec = (name: string): boolean => existsSync(new URL(name.replace(/\.ts$/, '.spec.ts'), root));
const deciding = sources.filter((name) => exportsFunction.test(readFileSync(new URL(name, root), 'utf8')));

describe('one function a file, its spec beside it', () => {
  it('every source of the engine that exports a function has a spec of its own name', () => {
    expect(deciding.length).toBeGreaterThan(100);
    expect(deciding.filter((name) => !hasSpec(name))).toEqual([]);
  });

  it.each([
    ['export function x() {}', true],
    ['export async function x() {}', true],
    ['export function* x() {}', true],
    ['export class X {}', true],
    ['export const x = (y: number) => y;', true],
    ['export const ops: Ops = {', true],
    ['export const x = perCalendar((calendar) => calendar);', true],
    ['export const x = 5;', false],
    ['export interface X {}', false],
    ['function x() {}', false],
  ])('%s', (source, found) => {
    expect(exportsFunction.test(source)).toBe(found);
  });
});
