/**
 * `npm run --silent bench -- engine-command [--rows 100000] [--runs 5]`: `npm run --silent engine` from its start to its
 * end, over as many `calendar.add` requests: with a calendar of its own in each request, small and large, and with one for all.
 *
 * The limit reads, parses and answers the same lines and decides nothing. Needs no database and no running product.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveStream } from '../engine/serve-stream.mjs';
import { type CalendarKind, calendarRequests, large, one, small } from './parts/calendar-requests';
import { median, round } from './parts/median';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    limit: { type: 'boolean', default: false },
  },
});

if (options.limit) {
  await serveStream(process.stdin, process.stdout, (line) =>
    JSON.stringify({ id: (JSON.parse(line) as { id: number }).id, result: {} }),
  );
} else {
  process.stdout.write(JSON.stringify(await measure(Number(options.rows), Number(options.runs))));
}

async function measure(rows: number, runs: number) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  try {
    const times = async (name: string, kind: CalendarKind) =>
      timesOf(written(join(folder, `${name}.ndjson`), kind, rows), rows, runs);
    return {
      bench: 'engine-command',
      rows,
      ...(await times('small', small)),
      limit: 'the same lines read, parsed and answered without deciding anything',
      largeCalendars: await times('large', large),
      oneCalendar: await times('one', one),
      machineLoad: round(loadavg()[0] ?? 0),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file of requests. */
function written(file: string, kind: CalendarKind, rows: number): string {
  const out = openSync(file, 'w');
  for (const line of calendarRequests(rows, 'engine-command', kind)) writeSync(out, `${line}\n`);
  closeSync(out);
  return file;
}

/** Ours and the limit in turn, so that both meet the same machine; the first turn warms the disk's cache. */
async function timesOf(requests: string, rows: number, runs: number) {
  const [ours, limit]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= runs; turn += 1) {
    const [command, bare] = [
      await time('npm', ['run', '--silent', 'engine'], requests, rows),
      await time(process.execPath, [process.argv[1] ?? '', '--limit'], requests, rows),
    ];
    if (turn === 0) continue;
    ours.push(command);
    limit.push(bare);
  }
  const [oursMs, limitMs] = [median(ours), median(limit)];
  return { oursMs: round(oursMs), limitMs: round(limitMs), ratio: Number((oursMs / limitMs).toFixed(2)) };
}

/** Milliseconds from start to end of a program that answers each line of a file with a line. */
async function time(
  command: string,
  args: readonly string[],
  requests: string,
  rows: number,
): Promise<number> {
  const answers = `${requests}.answers`;
  const [input, output] = [openSync(requests, 'r'), openSync(answers, 'w')];
  const began = performance.now();
  const child = spawn(command, args, { stdio: [input, output, 'inherit'] });
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const ms = performance.now() - began;
  closeSync(input);
  closeSync(output);
  const answered = readFileSync(answers, 'utf8').split('"result"').length - 1;
  if (status !== 0 || answered !== rows) {
    throw new Error(`${command} ended with ${String(status)} after ${answered} of ${rows} answers.`);
  }
  return ms;
}
