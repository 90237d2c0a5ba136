import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

/** `@scope/{a,b}-x` and `@scope/*` in the table stand for several packages. */
function expand(entry: string, known: readonly string[]): string[] {
  const choice = /^(.*)\{(.*)\}(.*)$/.exec(entry);
  if (choice) return (choice[2] ?? '').split(',').map((part) => `${choice[1]}${part}${choice[3]}`);
  if (entry.endsWith('/*')) return known.filter((name) => name.startsWith(entry.slice(0, -1)));
  return [entry];
}

describe('docs/decisions/0002-dependencies.md', () => {
  it('gives a reason for each run-time dependency, and for nothing else', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const known = Object.keys(dependencies);
    const named = readFileSync('docs/decisions/0002-dependencies.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) =>
        [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
      )
      .flatMap((entry) => expand(entry, known));
    expect(named.sort()).toEqual(known.sort());
  });

  it('pins every version exactly', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies']
      .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });
});
