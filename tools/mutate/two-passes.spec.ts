import { describe, expect, it } from '@jest/globals';
import { doubtLines, inTwoPasses } from './two-passes.mjs';

interface Change {
  readonly fileName: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: 'Killed' | 'Survived' | 'Timeout' | 'NoCoverage';
  readonly statusReason?: string;
}

/** A change of the first `length` columns of a line. */
const change = (fileName: string, line: number, status: Change['status'], length = 9): Change => ({
  fileName,
  location: { start: { line, column: 1 }, end: { line, column: length } },
  mutatorName: 'EqualityOperator',
  replacement: 'a <= b',
  status,
});

/** Runs both passes with the answers given in turn and tells what was asked. */
async function passes(
  sources: readonly { source: string; spec: string | undefined }[],
  ...answers: readonly (readonly Change[])[]
) {
  const asked: [readonly string[], string][] = [];
  const mutants = await inTwoPasses<Change>(sources, 'f/*.spec.ts', async (changed, specs) => {
    asked.push([changed, specs]);
    return answers[asked.length - 1] ?? [];
  });
  return { asked, mutants };
}

const withSpec = (name: string) => ({ source: `f/${name}.ts`, spec: `f/${name}.spec.ts` });

describe('mutation tests in two passes', () => {
  it('a change is tried before the spec of its own file; what that notices is settled', async () => {
    const endless = { ...change('f/a.ts', 2, 'Timeout'), statusReason: 'Hit limit reached (501/500)' };
    const found = [change('f/a.ts', 1, 'Killed'), endless];
    expect(await passes([withSpec('a')], found)).toEqual({
      asked: [[['f/a.ts'], 'f/a.spec.ts']],
      mutants: found,
    });
  });

  it('what it misses is tried again before all specs of the folder, of all files at once', async () => {
    const { asked, mutants } = await passes(
      [withSpec('a'), withSpec('b')],
      [change('f/a.ts', 1, 'Survived'), change('f/a.ts', 2, 'Killed')],
      [change('f/b.ts', 5, 'NoCoverage')],
      [change('f/a.ts', 1, 'Killed'), change('f/b.ts', 5, 'Survived')],
    );
    expect(asked.slice(2)).toEqual([[['f/a.ts:1:0-1:8', 'f/b.ts:5:0-5:8'], 'f/*.spec.ts']]);
    expect(mutants.map(({ fileName, status }) => [fileName, status])).toEqual([
      ['f/a.ts', 'Killed'],
      ['f/a.ts', 'Killed'],
      ['f/b.ts', 'Survived'],
    ]);
  });

  it('a change within one that was missed stays noticed', async () => {
    const { mutants } = await passes(
      [withSpec('a')],
      [change('f/a.ts', 1, 'Survived', 20), change('f/a.ts', 1, 'Killed', 4)],
      [change('f/a.ts', 1, 'Survived', 20), change('f/a.ts', 1, 'Survived', 4)],
    );
    expect(mutants.map(({ status }) => status)).toEqual(['Survived', 'Killed']);
  });

  it('a file without a spec of its own waits for those of the folder', async () => {
    const found = [change('f/a.ts', 1, 'Killed')];
    expect(await passes([{ source: 'f/a.ts', spec: undefined }], found)).toEqual({
      asked: [[['f/a.ts'], 'f/*.spec.ts']],
      mutants: found,
    });
  });

  it('what ran out of time is tried again', async () => {
    const { asked, mutants } = await passes(
      [withSpec('a')],
      [change('f/a.ts', 1, 'Timeout')],
      [change('f/a.ts', 1, 'Survived')],
    );
    expect(asked).toHaveLength(2);
    expect(mutants.map(({ status }) => status)).toEqual(['Survived']);
  });

  it.each([
    ['Survived', ['missed: f/a.ts:7:1 EqualityOperator → { }']],
    ['NoCoverage', ['missed: f/a.ts:7:1 EqualityOperator → { }']],
    ['Timeout', ['out of time: f/a.ts:7:1 EqualityOperator → { }']],
    ['Killed', []],
  ] as const)('says where a change stands that %s', (status, lines) => {
    const mutant = { ...change('/root/f/a.ts', 7, status), replacement: '{\n}' };
    expect(doubtLines(mutant, '/root')).toEqual(lines);
  });
});
