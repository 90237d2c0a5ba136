/**
 * `npm run thing:new -- incidents [incident]` lays out a thing: its three projects, its table with the policies, specs
 * that prove what outsiders are denied, and its lines in the lists that compose the product. What comes out runs and
 * passes; what the thing really is, is written over it.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureDependencies, enterProjectNode } from './bootstrap/dependencies.mjs';
import { root } from './bootstrap/paths.mjs';
import { Refusal, tell } from './bootstrap/refusal.mjs';
import { edits } from './thing-new/edits.mjs';
import { migrationFile, nextStamp } from './thing-new/migration-template.mjs';
import { schemaFiles } from './thing-new/schema-templates.mjs';
import { serverFiles } from './thing-new/server-templates.mjs';
import { webFiles } from './thing-new/web-templates.mjs';
import { wordsOf } from './thing-new/words.mjs';

try {
  const [plural, singular, ...more] = process.argv.slice(2);
  if (plural === undefined || more.length > 0) {
    throw new Refusal('npm run thing:new -- <things> [<thing>], in kebab case: root-causes root-cause');
  }
  const words = wordsOf(plural, singular);
  ensureDependencies();
  await enterProjectNode();
  const folder = join(root, 'libs', words.things);
  if (existsSync(folder)) throw new Refusal(`libs/${words.things} is there already.`);
  const stamp = nextStamp(readdirSync(join(root, 'migrations')), Date.now());
  const made = await formatted({
    ...schemaFiles(words),
    ...serverFiles(words),
    ...webFiles(words),
    ...migrationFile(words, stamp),
  });
  // All edits are worked out before anything is written, so that a list that has moved leaves nothing half done.
  const changed = Object.fromEntries(
    edits(words, stamp).map(({ path, change }) => [path, change(readFileSync(join(root, path), 'utf8'))]),
  );
  for (const [path, text] of Object.entries({ ...made, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(
    [
      ...Object.keys(made).map((path) => `made     ${path}`),
      ...Object.keys(changed).map((path) => `changed  ${path}`),
      '',
      `Next: say in docs/glossary.md what a ${words.phrase} is, fill in its row under "Where is it" in README.md,`,
      `replace what only stands in (the title, the sample texts), then: npm test`,
    ].join('\n'),
  );
} catch (error) {
  console.error(tell(error));
  process.exitCode = 1;
}

/**
 * @param {Record<string, string>} files
 * @returns {Promise<Record<string, string>>}
 */
async function formatted(files) {
  const prettier = await import('prettier');
  const options = await prettier.resolveConfig(join(root, 'package.json'));
  const texts = Object.entries(files).map(async ([path, text]) => {
    return [path, await prettier.format(text, { ...options, filepath: path })];
  });
  return Object.fromEntries(await Promise.all(texts));
}
