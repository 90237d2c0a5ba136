import { FileRefused } from './file-refused';

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

const foreign: readonly (readonly [beginning: RegExp, what: string])[] = [
  [/^%PDF/, 'a PDF'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8/, 'a picture'],
  [/^7z\xbc\xaf\x27\x1c|^Rar!/, 'a 7z or RAR archive'],
  [/^PAR1|^SQLite format 3/, 'a data file of another kind'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table)/i, 'a web page or XML'],
  [/^(?:\xef\xbb\xbf)?\s*(?:\{\s*"[^"]*"\s*:|\[\s*[{[])/, 'JSON'],
];

/** In UTF-16, as the directory of an old Office file writes its names. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * What the file is, where its name, its extension and its first bytes agree (ASVS 5.2.2); `FileRefused` where they do
 * not, or where it is nothing that holds a table.
 */
export function kindOf(name: string, head: Buffer, tail: Buffer): FileKind {
  if (head.length === 0) throw new FileRefused('empty-file', 'The file is empty.');
  const beginning = head.subarray(0, 512).toString('latin1');
  if (beginning.startsWith('\xd0\xcf\x11\xe0')) throw oldOffice(name, head, tail);
  const what = foreign.find(([pattern]) => pattern.test(beginning))?.[1];
  if (what !== undefined)
    throw new FileRefused(
      'foreign-format',
      `This is ${what}, and no table. Send CSV or XLSX, also in ZIP or gzip.`,
    );
  const kind = /^PK(?:\x03\x04|\x05\x06)/.test(beginning)
    ? 'zip'
    : beginning.startsWith('\x1f\x8b')
      ? 'gzip'
      : 'text';
  const extension = extensionOf(name);
  const expected = kindOfExtension[extension];
  if (expected === undefined)
    throw new FileRefused(
      'name-and-content',
      `KPI files end in .csv, .tsv, .txt, .xlsx, .zip or .gz; "${name}" does not.`,
    );
  if (expected !== kind) throw mismatch(name, kind);
  return kind;
}

export function extensionOf(name: string): string {
  return (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase();
}

function oldOffice(name: string, head: Buffer, tail: Buffer): FileRefused {
  const locked = extensionOf(name) === 'xlsx' || head.includes(ENCRYPTED) || tail.includes(ENCRYPTED);
  return locked
    ? new FileRefused(
        'password-protected',
        'The workbook is protected by a password. Save it without one and send that.',
      )
    : new FileRefused(
        'old-excel',
        'This is an old Excel file (XLS). Save it as XLSX or "CSV UTF-8" and send that.',
      );
}

function mismatch(name: string, kind: FileKind): FileRefused {
  const said = { text: 'plain text', zip: 'an XLSX or ZIP file', gzip: 'a gzip file' }[kind];
  return new FileRefused(
    'name-and-content',
    `"${name}" is ${said}, which its ending does not say. Save it as what it is called, or call it what it is.`,
  );
}
