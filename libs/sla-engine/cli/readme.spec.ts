import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ops } from './ops';
import { serveLine } from './serve';

interface Example {
  readonly id: number;
  readonly op: string;
  readonly request: string;
  readonly answer: object;
}

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const examples: readonly Example[] = [...readme.matchAll(/```json\n(.+)\n(.+)\n```/g)].map((match) => {
  const [request = '', answer = ''] = match.slice(1);
  const { id, op } = JSON.parse(request) as { id: number; op: string };
  return { id, op, request, answer: JSON.parse(answer) as object };
});

function failing(op: string, fault: unknown): never {
  throw new Error(`${op} failed: ${String(fault)}`);
}

describe('README of the engine as a command', () => {
  it.each(examples)('example $id, $op', ({ request, answer }) => {
    expect(JSON.parse(serveLine(ops, request, failing) ?? '')).toMatchObject(answer);
  });

  it('has a section and an example of every operation, and of no other', () => {
    const sections = [...readme.matchAll(/^### `(.+)`$/gm)].map((match) => match[1]);
    expect(sections.toSorted()).toEqual(Object.keys(ops).toSorted());
    expect([...new Set(examples.map(({ op }) => op))].toSorted()).toEqual(Object.keys(ops).toSorted());
  });

  it('leaves nothing but traces out of its answers', () => {
    for (const { request, answer } of examples) {
      const full = JSON.parse(serveLine(ops, request, failing) ?? '') as object;
      expect(withoutTraces(full)).toEqual(answer);
    }
  });
});

function withoutTraces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, field: unknown) => (name === 'trace' ? undefined : field)));
}
