import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { warningCodes } from '@plumbline/measurements/schema';
import { momentProblems } from '../cases/case-moments';
import { amountProblems } from './amounts';
import { periodProblems } from './zoned-periods';

/** The first column of the tables under a heading of docs/api.md. */
function listed(): string[] {
  const text = readFileSync('docs/api.md', 'utf8');
  const section = text.split('## What can be wrong with a KPI file')[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '');
}

/** Codes where the source writes them: refusals, limits of distinct names, row problems. */
function written(): string[] {
  const found: string[] = [];
  for (const file of globSync('libs/measurements/server/{reading,loading,unpacking,cases}/*.ts')) {
    if (/\.(?:spec|fixture)\.ts$/.test(file)) continue;
    const source = readFileSync(file, 'utf8');
    for (const pattern of [
      /new FileRefused\(\s*'([a-z0-9-]+)'/g,
      /new Ordinals\(\s*\w+,\s*'([a-z0-9-]+)'/g,
      /refusalCode: '([a-z0-9-]+)'/g,
      /this\.refuse\(\s*actor,\s*[\w.{} ]+,\s*'([a-z0-9-]+)'/g,
      /code: '([a-z0-9-]+)'/g,
      /this\.add\(\s*line,\s*[\w.]+,\s*row,\s*'([a-z0-9-]+)'/g,
      /this\.dropLong\(\s*(?:'[^']*'|`[^`]*`),\s*'([a-z0-9-]+)'/g,
      /code === '' \? '([a-z-]+)' : '(?:[a-z-]+)'/g,
      // a code with its sentence, wherever it is handed on
      /,\s*'([a-z]+(?:-[a-z]+)+)',\s*'[A-Z]/g,
    ]) {
      for (const match of source.matchAll(pattern)) found.push(match[1] ?? '');
    }
  }
  return found;
}

describe('docs/api.md', () => {
  it('lists every code that a KPI file or one of its rows can get, and no other', () => {
    const known = new Set([
      ...written(),
      ...Object.keys(amountProblems),
      ...Object.keys(periodProblems),
      ...Object.keys(momentProblems),
      ...warningCodes,
    ]);
    expect([...new Set(listed())].sort()).toEqual([...known].sort());
  });
});
