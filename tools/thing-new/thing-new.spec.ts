import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { root } from '../bootstrap/paths.mjs';
import { edits } from './edits.mjs';
import { migrationFile, nextStamp } from './migration-template.mjs';
import { schemaFiles } from './schema-templates.mjs';
import { serverFiles } from './server-templates.mjs';
import { webFiles } from './web-templates.mjs';
import { singularOf, wordsOf } from './words.mjs';

const stamp = 1_800_000_000_000;

/** What the command would write, over the lists as they are now. */
function laidOut(): Map<string, string> {
  const words = wordsOf('root-causes');
  const made = {
    ...schemaFiles(words),
    ...serverFiles(words),
    ...webFiles(words),
    ...migrationFile(words, stamp),
  };
  const changed = edits(words, stamp)
    .filter(({ path }) => path.endsWith('.ts') || path.endsWith('.mjs'))
    .map(({ path, change }) => [path, change(readFileSync(join(root, path), 'utf8'))] as const);
  return new Map([...Object.entries(made), ...changed]);
}

/** Faults in `files` by the compiler, when all of them are where they would be. */
function faults(files: ReadonlyMap<string, string>, config: string, roots: RegExp): string[] {
  const read = ts.readConfigFile(join(root, config), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const overlay = new Map([...files].map(([path, text]) => [join(root, path), text]));
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => overlay.has(path) || fileExists.call(host, path);
  host.readFile = (path) => overlay.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, target) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, target);
  };
  host.directoryExists = (path) =>
    [...overlay.keys()].some((file) => file.startsWith(`${path}/`)) ||
    (directoryExists?.call(host, path) ?? true);
  const rootNames = [...overlay.keys()].filter((path) => roots.test(path));
  const program = ts.createProgram({ rootNames, options, host });
  return rootNames.flatMap((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}

describe('thing:new', () => {
  it('lays out schema, server, migration and denial spec that compile with the product', () => {
    expect(
      faults(laidOut(), 'tsconfig.typecheck.json', /\/(?:schema|server|migrations|apps\/api)\/.*\.ts$/),
    ).toEqual([]);
  });

  it('lays out pages that compile', () => {
    expect(faults(laidOut(), 'tsconfig.web.json', /\/root-causes\/web\/.*\.ts$/)).toEqual([]);
  });

  it('tags each project with its thing and its layer', () => {
    const tags = [...laidOut()]
      .filter(([path]) => path.endsWith('project.json'))
      .map(([, text]) => (JSON.parse(text) as { tags: string[] }).tags);
    expect(tags).toEqual([
      ['thing:root-causes', 'layer:schema'],
      ['thing:root-causes', 'layer:server'],
      ['thing:root-causes', 'layer:web'],
    ]);
  });

  it('makes the table with its policies in one migration', () => {
    const migration = laidOut().get(`migrations/${stamp}-create-root-causes.ts`);
    expect(migration).toContain('create table root_cause (');
    expect(migration).toContain("tenantTable('root_cause', { vendorColumn: 'vendor_id'");
    expect(laidOut().get('migrations/index.ts')).toContain(`  CreateRootCauses${stamp},\n] as const;`);
  });

  it('gives its permissions to those who write in the insurer’s name, and reading to all', () => {
    const text = laidOut().get('libs/platform/tenancy/permissions.ts') ?? '';
    const granting = (role: string): string => text.split(`  ${role}: [`)[1]?.split(']')[0] ?? '';
    expect(granting('administrator')).toContain("'root-cause.write'");
    expect(granting('vendor_manager')).toContain("'root-cause.write'");
    expect(granting('compliance_auditor')).not.toContain("'root-cause.write'");
    expect(granting('vendor_administrator')).not.toContain("'root-cause.write'");
    expect(text.split('const readOnly')[1]?.split(']')[1]).toContain("'root-cause.read'");
  });

  it('enters the last row of "Where is it"', () => {
    const readme = edits(wordsOf('root-causes'), stamp).find(({ path }) => path === 'README.md');
    const text = readme?.change(readFileSync(join(root, 'README.md'), 'utf8')) ?? '';
    const table =
      text
        .split('## Where is it')[1]
        ?.split('\n## ')[0]
        ?.match(/(?:^\|.*\n)+/m)?.[0] ?? '';
    expect(table.trimEnd().split('\n').at(-1)).toBe(
      '| root causes | `libs/root-causes` | `/t/<tenant>/root-causes` | `root_cause` | |',
    );
    expect(table.split('\n').length).toBeGreaterThan(5);
  });

  it('refuses to guess where a list has moved to', () => {
    const [first] = edits(wordsOf('root-causes'), stamp);
    expect(() => first?.change('nothing here')).toThrow('migrations/index.ts is not laid out as');
  });
});

describe('wordsOf', () => {
  it('forms every name from the plural', () => {
    expect(wordsOf('root-causes')).toMatchObject({
      thing: 'root-cause',
      Things: 'RootCauses',
      Thing: 'RootCause',
      thingName: 'rootCause',
      table: 'root_cause',
      phrases: 'root causes',
      Phrases: 'Root causes',
    });
  });

  it.each([
    ['incidents', 'incident'],
    ['policies', 'policy'],
    ['process-boxes', 'process-box'],
    ['analyses', 'analyse'],
  ])('%s → %s', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular);
  });

  it('takes the singular that English hides', () => {
    expect(wordsOf('analyses', 'analysis').Thing).toBe('Analysis');
  });

  it.each([['Incidents'], ['root_causes'], ['utils'], ['staffing']])('refuses %s', (plural) => {
    expect(() => wordsOf(plural)).toThrow(/kebab case|says nothing|second word/);
  });
});

describe('nextStamp', () => {
  it('is now, or later than the last one when that lies ahead', () => {
    expect(nextStamp(['1795000000000-create-tenancy.ts', 'index.ts'], 1_796_000_000_000)).toBe(
      1_796_000_000_000,
    );
    expect(nextStamp(['1795000000000-create-tenancy.ts'], 1_790_000_000_000)).toBe(1_795_000_000_001);
  });
});
