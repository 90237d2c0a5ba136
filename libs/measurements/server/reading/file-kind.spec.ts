import { describe, expect, it } from '@jest/globals';
import { kindOf } from './file-kind';

const NOTHING = Buffer.alloc(0);
function kind(name: string, head: Buffer, tail = NOTHING): string {
  try {
    return kindOf(name, head, tail);
  } catch (error) {
    return (error as { code: string }).code;
  }
}
const zip = Buffer.from('504b03041400', 'hex');
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

describe('name, ending and first bytes of a file', () => {
  it.each<[string, string, Buffer, string]>([
    ['CSV', 'a.csv', Buffer.from('a,b\n'), 'text'],
    ['CSV in capitals', 'A.CSV', Buffer.from('a,b\n'), 'text'],
    ['tabs', 'a.tsv', Buffer.from('a\tb\n'), 'text'],
    ['a workbook', 'a.xlsx', zip, 'zip'],
    ['a ZIP', 'a.zip', zip, 'zip'],
    ['a gzip', 'a.csv.gz', Buffer.from('1f8b0800', 'hex'), 'gzip'],
    ['nothing', 'a.csv', NOTHING, 'empty-file'],
    ['a workbook called CSV', 'a.csv', zip, 'name-and-content'],
    ['text called XLSX', 'a.xlsx', Buffer.from('a,b\n'), 'name-and-content'],
    ['a gzip called ZIP', 'a.zip', Buffer.from('1f8b0800', 'hex'), 'name-and-content'],
    ['another ending', 'a.dat', Buffer.from('a,b\n'), 'name-and-content'],
    ['no ending', 'figures', Buffer.from('a,b\n'), 'name-and-content'],
    ['a PDF, whatever it is called', 'a.csv', Buffer.from('%PDF-1.7\n'), 'foreign-format'],
    ['a picture', 'a.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'foreign-format'],
    ['a web page that Excel would open', 'a.xls', Buffer.from('\ufeff <html><table>'), 'foreign-format'],
    ['JSON', 'a.txt', Buffer.from('[{"a":1}]'), 'foreign-format'],
    ['an old workbook', 'a.xls', ole, 'old-excel'],
    ['a workbook with a password', 'a.xlsx', ole, 'password-protected'],
    ['the same under an old name', 'a.xls', Buffer.concat([ole, encrypted]), 'password-protected'],
  ])('%s: %s', (_, name, head, expected) => {
    expect(kind(name, head)).toBe(expected);
  });

  it('finds a password that only the end of the file tells', () => {
    expect(kind('a.xls', ole, encrypted)).toBe('password-protected');
  });
});
