/**
 * The engine's TypeScript as a module of this process: bundled once, kept under the hash of its sources, so that a
 * second run starts in milliseconds and a changed source is never missed.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, state } from '../bootstrap/paths.mjs';

const sources = join(root, 'libs', 'sla-engine');
const cache = join(state, 'cache', 'engine');
const dayMs = 86_400_000;

/**
 * @typedef {import('../../libs/sla-engine/cli/index.ts')} Engine
 *
 * @returns {Promise<Engine>}
 */
export async function loadEngine() {
  const file = join(cache, `${sourceHash()}.mjs`);
  if (!existsSync(file)) {
    const code = await bundled();
    if (!keep(file, code)) {
      return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
    }
  }
  return import(pathToFileURL(file).href);
}

/** Over every source that can end up in the bundle, and the one package that does. */
function sourceHash() {
  const hash = createHash('sha256');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort();
  for (const name of files) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(sources, name)))
      .update('\0');
  }
  hash.update(readFileSync(join(root, 'node_modules', 'decimal.js', 'package.json')));
  return hash.digest('hex').slice(0, 32);
}

async function bundled() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(sources, 'cli', 'index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
  });
  return /** @type {{text: string}} */ (outputFiles[0]).text;
}

/**
 * Keeps the bundle for the next run, whole or not at all, and drops those nobody has made for a day.
 * @param {string} file
 * @param {string} code
 * @returns {boolean} whether it could: an auditor's checkout may be read-only
 */
function keep(file, code) {
  const own = `${file}.${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    for (const name of readdirSync(cache)) {
      const kept = join(cache, name);
      // Younger ones may be about to be read by a run of other sources.
      if (Date.now() - statSync(kept).mtimeMs > dayMs) rmSync(kept, { force: true });
    }
    writeFileSync(own, code);
    renameSync(own, file);
    return true;
  } catch (error) {
    const { code: reason } = /** @type {NodeJS.ErrnoException} */ (error);
    if (reason === 'EACCES' || reason === 'EROFS' || reason === 'EPERM' || reason === 'ENOSPC') return false;
    throw error;
  }
}
