import { describe, expect, it } from '@jest/globals';
import Papa from 'papaparse';
import { cell, problemsCsv } from './problems-csv';

describe('problems as CSV', () => {
  it('lets no spreadsheet run a value, and gives it back unharmed', () => {
    for (const value of [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '\tx',
      '\rx',
      "'quoted",
      'plain',
      'a "b", c',
      'two\nlines',
    ]) {
      const [[read = '']] = Papa.parse<[string]>(cell(value), { delimiter: ',' }).data as [[string]];
      expect(read).not.toMatch(/^[=+\-@\t\r]/);
      expect(/^'[=+\-@\t\r']/.test(read) ? read.slice(1) : read).toBe(value);
    }
  });

  it('has a line for each problem', () => {
    const problem = {
      ordinal: 1,
      line: 7,
      column: 2,
      columnName: 'offered',
      value: '-1',
      code: 'negative',
      detail: 'Counts, never negative.',
    };
    expect(problemsCsv([problem, { ...problem, column: null, columnName: null, value: null }])).toBe(
      'line,column,column name,value,code,what is wrong\r\n' +
        '7,2,offered,\'-1,negative,"Counts, never negative."\r\n' +
        '7,,,,negative,"Counts, never negative."\r\n',
    );
  });
});
