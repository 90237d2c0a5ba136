/**
 * A program of its own: reads one packed file from its input and writes what is in it, so that whatever the file does to
 * it (fill its heap, never end) happens to nobody else. It is started without rights to files, network or processes, with
 * little heap and little time. What it is to do is its argument; how it ended, one line of JSON on descriptor 3.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { FileRefused, refused } from '../reading/file-refused.ts';
import { limits } from './limits.ts';
import { readSheet } from './sheet-rows.ts';
import { textCount, upTo, ZipEntries } from './zip-entries.ts';
import { Workbook } from './workbook.ts';
import type { Opened, OpenedSheet, UnpackingEnd, UnpackingTask } from './unpacking-task.ts';

const FIRST_ROWS = 200;
const LAST_ROWS = 10;
/** Entries of a ZIP that a refusal names. */
const LISTED_NAMES = 10;
const HEAD_BYTES = 256 * 1024;
/** Rows are handed on in pieces of about this many characters. */
const PIECE = 64 * 1024;
const TABLE = /\.(?:csv|tsv|txt|xlsx)$/i;
/** What file managers add without being asked. */
const ADDED = /^__MACOSX\/|(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)$|\/$/i;

let end: UnpackingEnd = { end: 'whole' };
try {
  const task = JSON.parse(process.argv[2] ?? '{}') as UnpackingTask;
  await unpack(task, await ZipEntries.open(await allOf(process.stdin)));
} catch (error) {
  if (!(error instanceof FileRefused)) throw error;
  const { code, parameters, line } = error;
  end = { end: 'refused', code, parameters, line };
}
process.stdout.end();
writeSync(3, `${JSON.stringify(end)}\n`);

async function unpack(task: UnpackingTask, received: ZipEntries): Promise<void> {
  let workbook = await Workbook.open(received);
  if (task.called !== undefined && (task.called === 'xlsx') !== (workbook !== null))
    throw refused('name-and-content', {
      what: workbook ? 'workbook-called-zip' : 'no-workbook',
      name: task.name ?? '',
    });
  const member = workbook ? null : tableIn(received);
  if (member !== null && /\.xlsx$/i.test(member)) {
    const bytes = await gathered(received.read(member, upTo(limits.workbookBytes)));
    workbook = await Workbook.open(await ZipEntries.open(bytes));
    if (!workbook) throw refused('name-and-content', { what: 'no-workbook', name: member });
  }
  if (workbook === null) return text(task, received.read(member ?? '', textCount()), member ?? '');
  if (task.do === 'look') return write(JSON.stringify(await look(workbook, member)));
  const sheet = workbook.sheets.find(({ name }) => name === task.sheet);
  if (!sheet) throw refused('no-such-sheet', { sheet: task.sheet ?? '' });
  let rows = '';
  await readSheet(workbook, sheet, await sharedBy(workbook), task.decimal ?? '.', {
    row(line, cells) {
      rows += `${JSON.stringify([line, ...cells])}\n`;
    },
    async piece() {
      if (rows.length < PIECE) return;
      const some = rows;
      rows = '';
      await write(some);
    },
  });
  await write(rows);
}

/** The one table of a ZIP; more than one, and nobody knows which is meant. */
function tableIn(received: ZipEntries): string {
  const names = received.names.filter((name) => !ADDED.test(name));
  const tables = names.filter((name) => TABLE.test(name));
  const [table, ...others] = tables;
  const listed = (all: readonly string[]) => ({
    names: all.slice(0, LISTED_NAMES),
    more: Math.max(0, all.length - LISTED_NAMES),
  });
  if (table === undefined) throw refused('zip-no-table', listed(names));
  if (others.length > 0) throw refused('zip-several-tables', { tables: tables.length, ...listed(tables) });
  return table;
}

async function text(task: UnpackingTask, content: AsyncGenerator<Buffer>, member: string): Promise<void> {
  if (task.do === 'look') {
    const head = await gathered(content, HEAD_BYTES + 1);
    const opened: Opened = {
      kind: 'text',
      member,
      head: head.subarray(0, HEAD_BYTES).toString('base64'),
      whole: head.length <= HEAD_BYTES,
    };
    return write(JSON.stringify(opened));
  }
  for await (const piece of content) await write(piece);
}

async function look(workbook: Workbook, member: string | null): Promise<Opened> {
  const shared = await sharedBy(workbook);
  const sheets: OpenedSheet[] = [];
  for (const sheet of workbook.sheets) {
    const first: [number, ...string[]][] = [];
    const last: string[][] = [];
    await readSheet(workbook, sheet, shared, '.', {
      row(line, cells) {
        if (first.length < FIRST_ROWS) first.push([line, ...cells]);
        else last.push([...cells]);
        if (last.length > LAST_ROWS) last.shift();
      },
    });
    sheets.push({ name: sheet.name, first, last });
  }
  return { kind: 'workbook', member, sheets };
}

async function sharedBy(workbook: Workbook) {
  return { texts: await workbook.texts(), kinds: await workbook.numberKinds() };
}

async function allOf(input: AsyncIterable<Buffer>): Promise<Buffer> {
  return gathered(input, limits.zipBytes + 1);
}

async function gathered(content: AsyncIterable<Buffer>, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= most) break;
  }
  return Buffer.concat(pieces);
}

async function write(some: string | Buffer): Promise<void> {
  if (some.length > 0 && !process.stdout.write(some)) await once(process.stdout, 'drain');
}
