import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { log } from '@plumbline/platform/jobs';
import { FileRefused, refused } from '../reading/file-refused';
import { HEAP_MB, PATIENCE_MS } from './limits';
import { Turns } from './turns';
import type { UnpackingEnd, UnpackingTask } from './unpacking-task';

/** Beside the bundled process; specs run the source, from which Node strips the types. */
const program = ['./unpack.mjs', './unpack.ts']
  .map((name) => fileURLToPath(new URL(name, import.meta.url)))
  .find((path) => existsSync(path));

/** Each may take a few hundred megabytes. */
const turns = new Turns(2);

/**
 * What the unpacking program writes about a packed file. Throws `FileRefused` for what it refuses and for what made it
 * fail: out of heap, out of time. However this ends, the program has ended too.
 */
export async function* unpacked(
  content: Readable,
  task: UnpackingTask,
  { heapMb = HEAP_MB, patienceMs = PATIENCE_MS } = {},
): AsyncGenerator<Buffer> {
  const leave = await turns.take();
  try {
    yield* running(content, start(task, heapMb), patienceMs);
  } finally {
    content.destroy();
    leave();
  }
}

async function* running(content: Readable, child: ChildProcess, patienceMs: number): AsyncGenerator<Buffer> {
  const ended = once(child, 'exit');
  // looked at below, where it can be answered
  ended.catch(() => undefined);
  let source: Error | undefined;
  const fed = pipeline(content, child.stdin as Writable).catch((error: NodeJS.ErrnoException) => {
    // a program that has seen enough closes its input; a source that breaks is the product's own trouble
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') source = error;
  });
  try {
    const word = textOf(child.stdio[3] as Readable);
    yield* inTime(child.stdout as Readable, patienceMs);
    const [code, signal] = (await Promise.race([ended, deadline(patienceMs)])) as unknown[];
    if (source) throw source;
    conclude(await word, { code, signal });
  } finally {
    child.kill('SIGKILL');
    content.destroy();
    await fed;
  }
}

function start(task: UnpackingTask, heapMb: number): ChildProcess {
  if (program === undefined) throw new Error('the unpacking program is missing: build it');
  const packages = dirname(dirname(createRequire(import.meta.url).resolve('yauzl')));
  return spawn(
    process.execPath,
    [
      '--permission',
      `--allow-fs-read=${dirname(dirname(program))}`,
      `--allow-fs-read=${packages}`,
      `--max-old-space-size=${heapMb}`,
      '--no-warnings',
      program,
      JSON.stringify(task),
    ],
    // no environment: the product's secrets are none of its business
    { env: {}, cwd: join(program, '..'), stdio: ['pipe', 'pipe', 'ignore', 'pipe'] },
  );
}

/** Only waiting for the program counts, not what is done with what it gives. */
async function* inTime(output: Readable, patienceMs: number): AsyncGenerator<Buffer> {
  const pieces = output[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let left = patienceMs;
  for (;;) {
    const began = performance.now();
    const next = await Promise.race([pieces.next(), deadline(left)]);
    left -= performance.now() - began;
    if (next.done) return;
    yield next.value;
  }
}

function deadline(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(refused('unpacking-too-long', {})), Math.max(0, ms)).unref();
  });
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const piece of stream) if (text.length < 64 * 1024) text += String(piece);
  return text;
}

/** A program that was killed, ran out of heap or broke says nothing at its end; how it ended is noted for whoever looks after it. */
function conclude(word: string, exit: object): void {
  const end = (word === '' ? null : JSON.parse(word)) as UnpackingEnd | null;
  if (end?.end === 'whole') return;
  if (end?.end === 'refused') throw new FileRefused(end.code, end.parameters, end.line);
  log.warn(exit, 'the unpacking program ended without a word');
  throw refused('unpacking-failed', {});
}
