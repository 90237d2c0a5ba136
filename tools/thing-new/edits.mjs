/**
 * The lists that a thing enters: migrations, permissions, dependencies of servers, the HTTP process, the client.
 */
import { Refusal } from '../bootstrap/refusal.mjs';
import { migrationClass } from './migration-template.mjs';

/**
 * @typedef {object} Edit
 * @property {string} path
 * @property {(text: string) => string} change throws when the list is not where it was
 */

/**
 * @param {import('./words.mjs').Words} words
 * @param {number} stamp
 * @returns {Edit[]}
 */
export function edits(words, stamp) {
  const { things, thing, Things, thingName, Phrases } = words;
  const migration = migrationClass(words, stamp);
  const [read, write] = [`'${thing}.read'`, `'${thing}.write'`];
  return [
    edit('migrations/index.ts', (text) => {
      const imported = after(
        text,
        /^(?:import .*\n)+/m,
        `import { ${migration} } from './${stamp}-create-${things}';\n`,
      );
      return before(imported, /^\] as const;/m, `  ${migration},\n`);
    }),
    edit('libs/platform/tenancy/permissions.ts', (text) => {
      const known = before(text, /^\] as const;/m, `  ${read},\n  ${write},\n`);
      const readable = after(known, /^const readOnly: readonly Permission\[\] = \[\n/m, `  ${read},\n`);
      const administered = after(
        readable,
        /^ {2}administrator: \[\n {4}\.\.\.readOnly,\n/m,
        `    ${write},\n`,
      );
      return after(administered, /^ {2}vendor_manager: \[\n {4}\.\.\.readOnly,\n/m, `    ${write},\n`);
    }),
    edit('eslint.config.mjs', (text) =>
      after(text, /^ {4}vendors: \['documents'\],\n/m, `    ${quotedKey(things)}: ['vendors'],\n`),
    ),
    edit('apps/api/src/things.ts', (text) => {
      const imported = after(
        text,
        /^import .*\n/m,
        `import { ${thingName}Entities, ${Things}Module } from '@plumbline/${things}/server';\n`,
      );
      const end = /^\];/m;
      return before(imported, end, `  { module: ${Things}Module, entities: ${thingName}Entities },\n`);
    }),
    edit('apps/web/src/app/tenant/things.ts', (text) =>
      before(
        text,
        /^\];/m,
        `  {
    path: '${things}',
    text: { en: '${Phrases}', es: '${Phrases}' },
    icon: 'file',
    permission: ${read},
    group: 'partners',
    load: () => import('@plumbline/${things}/web').then((m) => m.routes),
  },
`,
      ),
    ),
    edit('README.md', (text) =>
      after(
        text,
        /^## Where is it\n(?:(?!## )[^\n]*\n)*?(?:\|[^\n]*\n)+/m,
        `| ${words.phrases} | \`libs/${things}\` | \`/t/<tenant>/${things}\` | \`${words.table}\` | |\n`,
      ),
    ),
  ];
}

/**
 * @param {string} path
 * @param {(text: string) => string} change
 * @returns {Edit}
 */
function edit(path, change) {
  return {
    path,
    change: (text) => {
      try {
        return change(text);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Refusal(`${path} is not laid out as tools/thing-new/edits.mjs expects: ${reason}`);
      }
    },
  };
}

/**
 * @param {string} text
 * @param {RegExp} place
 * @param {string} added
 */
function after(text, place, added) {
  return insert(text, place, added, (found) => found.index + found[0].length);
}

/**
 * @param {string} text
 * @param {RegExp} place
 * @param {string} added
 */
function before(text, place, added) {
  return insert(text, place, added, (found) => found.index);
}

/**
 * @param {string} text
 * @param {RegExp} place
 * @param {string} added
 * @param {(found: RegExpExecArray) => number} at
 */
function insert(text, place, added, at) {
  const found = place.exec(text);
  if (found === null) throw new Error(`nothing matches ${place}`);
  const index = at(found);
  return text.slice(0, index) + added + text.slice(index);
}

/** @param {string} name */
function quotedKey(name) {
  return name.includes('-') ? `'${name}'` : name;
}
