import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('./', import.meta.url);

/** Sources of the engine: neither specs, nor what only specs use, nor lists of exports. */
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !/(\.spec|\.fixture|(^|\/)index)\.ts$/.test(name))
  .toSorted();

/** Sources that export a function (or a class, or a constant that is one) and need no spec of their own name, and why. */
const exempt: Readonly<Record<string, string>> = {
  'deadlines/clock-arithmetic.ts': 'held whole by replay-clock, clock-pauses and clock.laws',
  'deadlines/running-clock.ts': 'the accumulator of that fold, held by the same specs',
  'deadlines/replay-replaced-clock.ts': 'held whole by clock-versions',
  'parity/admitted-values.ts': 'held whole by parity, and its laws',
  'parity/compare-definitions.ts': 'held whole by parity',
  'parity/compare-segments.ts': 'held whole by parity',
  'parity/ops.ts': 'held by the examples of cli/README and the laws of bad input',
  'staffing/impatient-queue.ts': 'held whole by erlang-a, against quadrature',
  'staffing/read-staffing.ts': 'held field by field by ops',
  'windows/window-edges.ts': 'held whole by window-of, windows-touched, windows-ending and windows.laws',
};

/** `export function`, `export class`, `export const x = perCalendar(…)` or an arrow, and the operations of a folder. */
const exportsFunction =
  /^export (async )?function|^export class|^export const \w+ = (perCalendar\(|(async )?\()|^export const ops\b/m;

const hasSpec = (name: string): boolean => existsSync(new URL(name.replace(/\.ts$/, '.spec.ts'), root));
const deciding = sources.filter((name) => exportsFunction.test(readFileSync(new URL(name, root), 'utf8')));

describe('one function a file, its spec beside it', () => {
  it('every source of the engine that exports a function has a spec of its own name', () => {
    expect(deciding.length).toBeGreaterThan(100);
    expect(deciding.filter((name) => !hasSpec(name) && !Object.hasOwn(exempt, name))).toEqual([]);
  });

  it('nothing is exempt that has a spec, or is not there', () => {
    expect(Object.keys(exempt).filter((name) => hasSpec(name) || !deciding.includes(name))).toEqual([]);
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
