import type { ForeignKind } from '@plumbline/measurements/schema';
import { type FileRefused, refused } from './file-refused';

/** What a file is by its first bytes. A workbook is a ZIP too; only its entries tell. */
export type FileKind = 'text' | 'zip' | 'gzip';

const kindOfExtension: Readonly<Record<string, FileKind>> = {
  csv: 'text',
  tsv: 'text',
  txt: 'text',
  xlsx: 'zip',
  zip: 'zip',
  gz: 'gzip',
};

const foreign: readonly (readonly [beginning: RegExp, what: ForeignKind])[] = [
  [/^%PDF/, 'pdf'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8/, 'picture'],
  [/^7z\xbc\xaf\x27\x1c|^Rar!/, 'archive'],
  [/^PAR1|^SQLite format 3/, 'data'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table)/i, 'web'],
  [/^(?:\xef\xbb\xbf)?\s*(?:\{\s*"[^"]*"\s*:|\[\s*[{[])/, 'json'],
];

/** In UTF-16, as the directory of an old Office file writes its names. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * What the file is, where its name, its extension and its first bytes agree (ASVS 5.2.2); `FileRefused` where they do
 * not, or where it is nothing that holds a table.
 */
export function kindOf(name: string, head: Buffer, tail: Buffer): FileKind {
  if (head.length === 0) throw refused('empty-file', { what: 'file' });
  const beginning = head.subarray(0, 512).toString('latin1');
  if (beginning.startsWith('\xd0\xcf\x11\xe0')) throw oldOffice(name, head, tail);
  const what = foreign.find(([pattern]) => pattern.test(beginning))?.[1];
  if (what !== undefined) throw refused('foreign-format', { what });
  const kind = /^PK(?:\x03\x04|\x05\x06)/.test(beginning)
    ? 'zip'
    : beginning.startsWith('\x1f\x8b')
      ? 'gzip'
      : 'text';
  if (expectedKind(name) !== kind) throw refused('name-and-content', { what: kind, name });
  return kind;
}

/** What a file of this name has to be. Throws `FileRefused` for an ending that no KPI file has. */
export function expectedKind(name: string): FileKind {
  const expected = kindOfExtension[extensionOf(name)];
  if (expected === undefined) throw refused('name-and-content', { what: 'ending', name });
  return expected;
}

export function extensionOf(name: string): string {
  return (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase();
}

function oldOffice(name: string, head: Buffer, tail: Buffer): FileRefused {
  const locked = extensionOf(name) === 'xlsx' || head.includes(ENCRYPTED) || tail.includes(ENCRYPTED);
  return locked ? refused('password-protected', { what: 'workbook' }) : refused('old-excel', { what: 'XLS' });
}
