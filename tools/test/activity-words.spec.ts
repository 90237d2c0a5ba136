import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Actions as the servers write them: `action: '…'` of a line in the log, `this.log(tx, '…'`, and a KPI file's moves. */
function writtenActions(): readonly string[] {
  const sources = globSync('libs/{*/server,platform}/**/*.ts', { cwd: root }).filter(
    (file) => !/\.(?:spec|fixture)\.ts$/.test(file),
  );
  const found = sources.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const written =
      /\baction:[^,;{}]*?'([a-z]+(?:-[a-z]+)+)'|\.(?:log|append)\((?:tx|actor), '([a-z-]+)'|'(kpi-file-[a-z-]+ed)'/g;
    return [...text.matchAll(written)].map(([, action, logged, move]) => action ?? logged ?? move ?? '');
  });
  return [...new Set(found)].sort();
}

describe('the words of the activity log', () => {
  it('name every action that is written, in each language', () => {
    const actions = writtenActions();
    expect(actions).toEqual(
      expect.arrayContaining(['vendor-created', 'kpi-file-confirmed', 'person-invited']),
    );
    const [english = '', spanish = ''] = readFileSync(
      join(root, 'libs/activity/web/activity-words.ts'),
      'utf8',
    ).split('\n  es: {');
    for (const words of [english, spanish])
      expect(actions.filter((action) => !words.includes(`'${action}': `))).toEqual([]);
  });
});
