import { describe, expect, it } from '@jest/globals';
import { inTwoPasses, missedLine } from './two-passes.mjs';

interface Change {
  readonly fileName: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: 'Killed' | 'Survived' | 'Timeout' | 'NoCoverage';
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
    const found = [change('f/a.ts', 1, 'Killed'), change('f/a.ts', 2, 'Timeout')];
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

  it('says where what nobody noticed stands, on one line', () => {
    const mutant = { ...change('/root/f/a.ts', 7, 'Survived'), replacement: '{\n}' };
    expect(missedLine(mutant, '/root')).toBe('missed: f/a.ts:7:1 EqualityOperator → { }');
  });
});
