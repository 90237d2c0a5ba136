import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import {
  callProblemTexts,
  doubtPlaceTexts,
  doubtTexts,
  mappingProblemTexts,
  refusalTexts,
  rowProblemTexts,
  warningCodes,
} from '@plumbline/measurements/schema';
import { languages } from '@plumbline/api/schema';

/** The first column of the tables under a heading of docs/api.md. */
function listed(): string[] {
  const text = readFileSync('docs/api.md', 'utf8');
  const section = text.split('## What can be wrong with a KPI file')[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '');
}

/** The source of some folders of the server. */
function source(...folders: string[]): string {
  return folders
    .flatMap((folder) => globSync(`libs/measurements/server/${folder}/*.ts`))
    .filter((file) => !/\.(?:spec|fixture)\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

const codes = (texts: object) => Object.keys(texts).sort();
const found = [...codes(refusalTexts.en), ...codes(rowProblemTexts.en)];

describe('docs/api.md', () => {
  it('lists every code that a KPI file or one of its rows can get, and no other', () => {
    expect([...new Set(listed())].sort()).toEqual([...new Set([...found, ...warningCodes])].sort());
  });
});

describe('codes of what is wrong with a KPI file', () => {
  it('are those that the server finds: none has words and is never found', () => {
    const written = source('reading', 'loading', 'unpacking', 'cases', 'resuming');
    expect(found.filter((code) => !written.includes(`'${code}'`) && !written.includes(` ${code}:`))).toEqual(
      [],
    );
  });

  it.each(languages)('have words in the language %s, and so has all that is doubtful', (language) => {
    expect(codes(refusalTexts[language])).toEqual(codes(refusalTexts.en));
    expect(codes(rowProblemTexts[language])).toEqual(codes(rowProblemTexts.en));
    expect(codes(mappingProblemTexts[language])).toEqual(codes(mappingProblemTexts.en));
    expect(codes(doubtTexts[language])).toEqual([...warningCodes].sort());
    expect(codes(doubtPlaceTexts[language])).toEqual([...warningCodes].sort());
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'that calls about files are refused with have words in the language %s',
    (language) => {
      const thrown = source('files', 'resuming').matchAll(
        /new (?:RuleBrokenError|ConflictError|NotAllowedError|InvalidError)\(\s*'([a-z-]+)'/g,
      );
      const said = [...codes(callProblemTexts[language]), 'invalid'];
      expect([...new Set([...thrown].map(([, code]) => code ?? ''))].sort()).toEqual(said.sort());
    },
  );
});
