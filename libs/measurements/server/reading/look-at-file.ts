import type { Readable } from 'node:stream';
import { gunzipped } from '../unpacking/gunzipped';
import { limits } from '../unpacking/limits';
import { unpacked } from '../unpacking/unpacked';
import type { Opened } from '../unpacking/unpacking-task';
import { HEAD_BYTES } from './file-ends';
import { expectedKind, extensionOf, kindOf } from './file-kind';
import { refused } from './file-refused';
import { type FileLook, lookAtText, type TableHead } from './read-layout';

export interface FileToLookAt {
  readonly name: string;
  readonly bytes: number;
  readonly head: Buffer;
  readonly tail: Buffer;
  /** Its bytes from the beginning, for what the ends alone do not show. */
  readonly open: () => Promise<Readable>;
}

/** What tables a received file holds: text by its beginning, packed files by what is in them. Throws `FileRefused`. */
export async function lookAtFile({ name, bytes, head, tail, open }: FileToLookAt): Promise<FileLook> {
  switch (kindOf(name, head, tail)) {
    case 'text':
      return lookAtText(head, bytes === head.length, tail);
    case 'gzip':
      return lookAtGzip(name, gunzipped(await open(), bytes));
    case 'zip':
      return lookAtZip(name, bytes, open);
  }
}

/**
 * What its name and size alone say against a file, before any of its bytes are sent. Throws `FileRefused` for an ending
 * that no KPI file has, and for more than may be unpacked.
 */
export function demandFit(name: string, bytes: number): void {
  if (expectedKind(name) === 'zip') demandPackedSize(name, bytes);
}

function demandPackedSize(name: string, bytes: number): void {
  const workbook = extensionOf(name) === 'xlsx';
  const most = workbook ? limits.workbookBytes : limits.zipBytes;
  if (bytes <= most) return;
  throw refused('packed-too-large', { what: workbook ? 'workbook' : 'zip', mebibytes: most / 1024 / 1024 });
}

async function lookAtGzip(name: string, content: AsyncGenerator<Buffer>): Promise<FileLook> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > HEAD_BYTES) break;
  }
  const head = Buffer.concat(pieces).subarray(0, HEAD_BYTES);
  const look = lookAtInner(innerName(name), head, bytes <= HEAD_BYTES);
  return { ...look, shape: { ...look.shape, packed: 'gzip' } };
}

async function lookAtZip(name: string, bytes: number, open: () => Promise<Readable>): Promise<FileLook> {
  demandPackedSize(name, bytes);
  const said: Buffer[] = [];
  const called = extensionOf(name) === 'xlsx' ? ('xlsx' as const) : ('zip' as const);
  for await (const piece of unpacked(await open(), { do: 'look', called, name })) said.push(piece);
  const opened = JSON.parse(Buffer.concat(said).toString('utf8')) as Opened;
  if (opened.kind === 'text') {
    const look = lookAtInner(opened.member, Buffer.from(opened.head, 'base64'), opened.whole);
    return { ...look, shape: { ...look.shape, packed: 'zip' } };
  }
  const tables = opened.sheets.map(({ name: sheet, first, last }): TableHead => {
    return { sheet, first: first.map(([line, ...cells]) => ({ line, cells })), last };
  });
  const shape: FileLook['shape'] = {
    format: 'xlsx',
    sheets: opened.sheets.map((sheet) => sheet.name),
    delimiter: null,
    newline: null,
    ...(opened.member === null ? {} : { packed: 'zip' as const }),
  };
  return { shape, tables };
}

/** What was packed must be text, and called so. */
function lookAtInner(name: string, head: Buffer, whole: boolean): FileLook {
  if (kindOf(name, head, Buffer.alloc(0)) !== 'text') throw refused('packed-twice', { name });
  return lookAtText(head, whole);
}

/** `march.csv.gz` → `march.csv`; a bare `march.gz` is taken for text. */
function innerName(name: string): string {
  const inner = name.replace(/\.gz$/i, '');
  return extensionOf(inner) === '' || inner === name ? `${inner}.txt` : inner;
}
