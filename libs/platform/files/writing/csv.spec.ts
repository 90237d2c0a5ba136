import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv';

describe('rows as CSV', () => {
  it('leads what a spreadsheet would take for a formula, and leaves negative numbers', () => {
    expect(csvOf([['=1+1', '@x', '-2.50', "-1'a"]])).toBe("\uFEFF'=1+1,'@x,-2.50,'-1'a\r\n");
  });

  it('quotes commas, quotes and lines', () => {
    expect(csvOf([['a,b', 'say "so"', 'one\ntwo']])).toBe('\uFEFF"a,b","say ""so""","one\ntwo"\r\n');
  });
});
