import { describe, expect, it } from '@jest/globals';
import { documentAccept, documentEnding } from './document-kinds';

describe('kinds of document', () => {
  it.each([
    ['signed.pdf', 'pdf'],
    ['Signed Contract.PDF', 'pdf'],
    ['scan.jpeg', 'jpeg'],
    ['policy.v2.docx', 'docx'],
    ['policy.docm', null],
    ['run.exe', null],
    ['pdf', null],
    ['archive.pdf.zip', null],
    ['x.constructor', null],
    ['', null],
  ])('%s is %s', (name, ending) => expect(documentEnding(name)).toBe(ending));

  it('are offered to the file picker', () =>
    expect(documentAccept).toBe('.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt'));
});
