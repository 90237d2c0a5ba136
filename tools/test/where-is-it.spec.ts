import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Row {
  readonly thing: string;
  readonly folder: string;
  readonly pages: readonly string[];
  readonly tables: readonly string[];
  readonly queues: readonly string[];
}

const codes = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

/** The table under "Where is it" in README.md. */
const rows: readonly Row[] = readFileSync('README.md', 'utf8')
  .split('## Where is it')[1]!
  .split('\n## ')[0]!
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`libs/'))
  .map((line) => {
    const [, thing = '', folder = '', pages, tables, queues] = line.split('|').map((cell) => cell.trim());
    return {
      thing,
      folder: codes(folder)[0] ?? '',
      pages: codes(pages),
      tables: codes(tables),
      queues: codes(queues),
    };
  });

const migrations = readdirSync('migrations')
  .filter((file) => /^\d{13}-/.test(file))
  .map((file) => readFileSync(`migrations/${file}`, 'utf8'))
  .join('\n');
const tablesMade = new Set([
  ...[...migrations.matchAll(/create table (\w+)/g)].map((match) => match[1] ?? ''),
  // tables that are made alike: ['measurement', 'measurement_superseded'].flatMap((table) => …
  ...[...migrations.matchAll(/\[((?:'\w+'(?:, )?)+)\]\.flatMap\(\(table\)/g)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/\w+/g)].map(([table]) => table),
  ),
]);
const routes = readFileSync('apps/web/src/app/tenant/things.ts', 'utf8');

describe('the "where is it" table of README.md', () => {
  it('has a row for each thing that has a folder', () => {
    const things = readdirSync('libs').filter((name) => existsSync(`libs/${name}/server`));
    expect(rows.map((row) => row.folder).sort()).toEqual(things.map((name) => `libs/${name}`).sort());
  });

  it.each(rows.map((row) => [row.thing, row] as const))('%s: its pages are routed', (_, row) => {
    for (const page of row.pages) expect(routes).toContain(`path: '${page.replace('/t/<tenant>/', '')}'`);
  });

  it('names each table once, and only tables that a migration makes', () => {
    const named = rows.flatMap((row) => row.tables);
    expect(named.filter((table, at) => named.indexOf(table) !== at)).toEqual([]);
    expect(named.filter((table) => !tablesMade.has(table))).toEqual([]);
    const platform = [
      'tenant',
      'person',
      'person_credential',
      'session',
      'person_token',
      'mail',
      'idempotency_key',
      'outbox',
    ];
    expect([...tablesMade].filter((table) => !named.includes(table) && !platform.includes(table))).toEqual(
      [],
    );
  });

  it('names each queue, and only queues that there are', () => {
    const topics = [...readFileSync('libs/platform/jobs/topics.ts', 'utf8').matchAll(/'([a-z-]+)'/g)].map(
      (match) => match[1],
    );
    expect(rows.flatMap((row) => row.queues).sort()).toEqual([...topics].sort());
  });
});
