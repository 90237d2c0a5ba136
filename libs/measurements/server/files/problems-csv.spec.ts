import { describe, expect, it } from '@jest/globals';
import { problemsCsv } from './problems-csv';

describe('problems as CSV', () => {
  it('lets no spreadsheet run a value', () => {
    const problem = {
      ...{ ordinal: 1, line: 7, column: null, columnName: null, value: '=1+1', code: 'x', detail: '' },
      parameters: null,
    };
    expect(problemsCsv([problem])).toContain("7,,,'=1+1,x,");
  });

  it('has a line for each problem', () => {
    const problem = {
      ordinal: 1,
      line: 7,
      column: 2,
      columnName: 'offered',
      value: '-1',
      code: 'of-an-earlier-release',
      detail: 'Counts, never negative.',
      parameters: null,
    };
    expect(problemsCsv([problem, { ...problem, column: null, columnName: null, value: null }])).toBe(
      'line,column,column name,value,code,what is wrong\r\n' +
        '7,2,offered,-1,of-an-earlier-release,"Counts, never negative."\r\n' +
        '7,,,,of-an-earlier-release,"Counts, never negative."\r\n',
    );
  });

  it('says what is wrong in the language that is asked for', () => {
    const problem = {
      ...{ ordinal: 1, line: 7, column: 2, columnName: 'answered', value: '31', code: 'impossible-count' },
      detail: 'answered (31) cannot be more than offered (13).',
      parameters: { part: 'answered', some: '31', whole: 'offered', all: '13' },
    };
    const place = {
      ...{ line: 3, date: '2026-03-02', detail: 'queue “Claims.”, in 2 rows.' },
      parameters: { dimension: 'queue', value: 'Claims.', resembles: null, rows: 2 },
    };
    const warning = {
      ...{ code: 'new-name' as const, detail: '', parameters: null, count: 1, places: [place] },
      ...{ accepted: null, remembered: false },
    };
    expect(problemsCsv([problem], [warning], 'es')).toBe(
      'línea,columna,nombre de la columna,valor,código,qué está mal\r\n' +
        '7,2,answered,31,impossible-count,answered (31) no puede ser mayor que offered (13).\r\n' +
        '3,,,2026-03-02,new-name,"cola «Claims.», en 2 filas."\r\n',
    );
  });
});
