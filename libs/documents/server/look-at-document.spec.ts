import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { DocumentLook } from './look-at-document';

async function lookAt(name: string, ...chunks: readonly Buffer[]) {
  const look = new DocumentLook();
  const through = Readable.from(chunks).pipe(look);
  for await (const _ of through);
  return look.verdict(name);
}

const pdf = Buffer.from('%PDF-1.7\n');
const zip = (entry: string) =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(26), Buffer.from(entry)]);

describe('look at a document', () => {
  it.each([
    ['a.pdf', [pdf], 'application/pdf'],
    ['a.pdf', [pdf.subarray(0, 2), pdf.subarray(2)], 'application/pdf'],
    ['a.PNG', [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])], 'image/png'],
    ['a.jpeg', [Buffer.from([0xff, 0xd8, 0xff, 0xe0])], 'image/jpeg'],
    ['a.xlsx', [zip('[Content_Types].xml')], documentType('spreadsheetml.sheet')],
    ['a.docx', [zip('_rels/.rels')], documentType('wordprocessingml.document')],
    ['a.csv', [Buffer.from('día'), Buffer.from(',1\n')], 'text/csv'],
    // a letter cut between two pieces is a letter
    ['a.txt', [Buffer.from([0xc3]), Buffer.from([0xad])], 'text/plain'],
  ])('%s is what it is called', async (name, chunks, mediaType) =>
    expect(await lookAt(name, ...chunks)).toEqual({ mediaType }),
  );

  it.each([
    ['run.exe', [Buffer.from('MZ')], /kind that is not taken: pdf, png/],
    ['a.pdf', [], /empty/],
    ['a.pdf', [Buffer.from('<html>')], /called \.pdf and does not begin like one/],
    ['a.docx', [zip('payload.exe')], /does not begin like one/],
    ['a.docx', [pdf], /does not begin like one/],
    ['a.txt', [Buffer.from('a\0b')], /not text in UTF-8/],
    ['a.csv', [Buffer.from([0xff, 0xfe, 0x41])], /not text in UTF-8/],
    ['a.txt', [Buffer.from('cut'), Buffer.from([0xc3])], /not text in UTF-8/],
  ])('%s is refused where it is not', async (name, chunks, problem) =>
    expect(await lookAt(name, ...chunks)).toEqual({ problem: expect.stringMatching(problem) }),
  );
});

function documentType(what: string): string {
  return `application/vnd.openxmlformats-officedocument.${what}`;
}
