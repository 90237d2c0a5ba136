import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { sayInSpanish, spanishAreas } from '@plumbline/ui/forms/sentences';
import { fieldSentences, sentencesOf } from './field-sentences';

const found = fieldSentences(join(import.meta.dirname, '..', '..'));
const sentences = [...new Set(found.flatMap(({ sentence }) => sentence ?? []))];
const spanish = new Map(spanishAreas.flatMap((area) => Object.entries(area)));
const saidAt = (wanted: (sentence: string | null) => boolean) =>
  found
    .filter(({ sentence }) => wanted(sentence))
    .map(
      ({ file, line, sentence }) =>
        `${file}:${line} ${sentence ?? 'is said by code that cannot be followed'}`,
    );

/** Values that stand in sentences and are words; they are said where they are declared, as no sentence. */
const wordsInSentences = ['ratio', 'seconds', 'count', 'points', 'higher', 'lower', 'band'];

describe('what is said of fields', () => {
  it('is found where schemas, rules, engine and server say it', () => {
    expect(sentences).toEqual(
      expect.arrayContaining([
        'at most {0} characters', // a schema of every thing
        'a number from {0} on', // the schema language itself
        'Another clause has this number.', // a rule, through a function
        'choose a metric', // in the words of what was typed
        'There is no such vendor here.', // the server
        '“{0}” does not measure this: the floor is a limit in {1}, {2} is better.', // the server, by a constant
        'No band holds {0}.', // the engine
        'Paste the public key', // a form
      ]),
    );
    expect(saidAt((sentence) => sentence === null)).toEqual([]);
  });

  it('has a Spanish sentence in libs/ui/forms/sentences', () => {
    expect(saidAt((sentence) => sentence !== null && !spanish.has(sentence))).toEqual([]);
  });

  it('keeps its values in Spanish', () => {
    const values = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort();
    for (const [english, other] of spanish)
      expect([english, values(other)]).toEqual([english, values(english)]);
  });

  it('has Spanish once, and none for what nobody says', () => {
    const all = spanishAreas.flatMap((area) => Object.keys(area));
    expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
    const said = new Set([...sentences, ...wordsInSentences]);
    expect(all.filter((each) => !said.has(each))).toEqual([]);
  });

  it('is told from other sentences by its own words', () => {
    for (const sentence of sentences) {
      const filled = (text: string) => text.replace(/\{(\d+)\}/g, (_, at: string) => `value-${at}`);
      expect([sentence, sayInSpanish(filled(sentence))]).toEqual([
        sentence,
        filled(spanish.get(sentence) ?? ''),
      ]);
    }
  });
});

describe('sentences in a source', () => {
  const read = (text: string, file = 'libs/x/schema/x.ts') =>
    sentencesOf(file, `import * as z from 'zod';\n${text}`).map(({ line, sentence }) => [line, sentence]);

  it('are those of checks, issues and problems, with their lines', () => {
    expect(
      read("z.string().min(1, 'a').max(n, { error: 'b' }).refine(ok, { path: [], message: `c ${n}` })"),
    ).toEqual([
      [2, 'c {0}'],
      [2, 'b'],
      [2, 'a'],
    ]);
    expect(
      read("context.addIssue({ code: 'custom', message: 'a' });\nconst p = { path, code, detail: 'b' };"),
    ).toEqual([
      [2, 'a'],
      [3, 'b'],
    ]);
    expect(read('Exact.max(0, edge.minus(value));\nMath.max(0, at);')).toEqual([]);
    expect(read("const finding = { path, code, parameters, detail: 'a' };")).toEqual([]);
  });

  it('are followed through names, parameters and choices', () => {
    expect(
      read(
        "function f(n) {\n const d = n ? 'a' : `b ${n ? 'x' : 'y'} ${n}`;\n throw InvalidError.field('p', 'c', d);\n}",
      ),
    ).toEqual([
      [4, 'a'],
      [4, 'b x {0}'],
      [4, 'b y {0}'],
    ]);
    expect(read("function f(path, detail) { return { path, code: 'c', detail }; }\nf('p', 'a');")).toEqual([
      [2, 'a'],
    ]);
    expect(read("for (const { message } of issues) add({ code: 'custom', message });")).toEqual([]);
  });

  it('are said to be missed where they cannot be followed', () => {
    expect(read("throw InvalidError.field('p', 'c', sentenceFor(n));")).toEqual([[2, null]]);
    expect(read("import { words } from './w';\nthrow InvalidError.field('p', 'c', words);")).toEqual([
      [3, null],
    ]);
  });
});
