import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { readInput } from '../reading';
import { valueOf } from '../value-of.fixture';
import { readExclusions, readRows } from './read-rows';

const rowsOf = (rows: unknown) => readInput({ rows }, (input) => readRows(input, 'rows'));
const exclusionsOf = (exclusions: unknown) =>
  readInput({ exclusions }, (input) => readExclusions(input, 'exclusions'));

describe('reading rows of counts', () => {
  it.each([
    ['flat rows', { answered: 8, offered: 10 }],
    ['amounts', { amounts: { answered: 8, offered: 10 } }],
    ['counts', { counts: { answered: '8', offered: '10' } }],
    ['measures in camel case', { measures: { Answered: 8, offered: 10 } }],
  ])('takes %s', (_, row) => {
    expect(valueOf(rowsOf([row]))).toEqual([{ amounts: { answered: '8', offered: '10' } }]);
  });

  it.each([
    ['an id', { id: 'a' }, 'a'],
    ['a row, also as a number', { row: 7 }, '7'],
    ['a line', { line: 9 }, '9'],
    ['a row as text', { row: '7a' }, '7a'],
    ['the id before row and line', { line: '9b', row: 2, id: 'x' }, 'x'],
  ])('is named by %s', (_, name, id) => {
    expect(valueOf(rowsOf([{ ...name, offered: 1 }]))).toEqual([{ id, amounts: { offered: '1' } }]);
  });

  it.each(['startsAt', 'start'])('starts at its %s', (name) => {
    expect(valueOf(rowsOf([{ [name]: '2026-03-01T00:00:00Z', offered: 1 }]))).toEqual([
      { startsAt: '2026-03-01T00:00:00Z', amounts: { offered: '1' } },
    ]);
  });

  it('what a flat row says of itself is no measure; among amounts it is', () => {
    const own = {
      id: 'a',
      row: 1,
      line: 2,
      file: 'march.csv',
      fileName: 'march.csv',
      startsAt: '2026-03-01T00:00:00Z',
      start: '2026-03-01T00:00:00Z',
      endsAt: '2026-03-01T00:30:00Z',
      end: '2026-03-01T00:30:00Z',
    };
    expect(valueOf(rowsOf([{ ...own, offered: 10 }]))[0]?.amounts).toEqual({ offered: '10' });
    expect(rowsOf([{ amounts: { ...own, offered: 10 } }])).toMatchObject({
      problem: { code: 'decimal.malformed', path: 'rows.0.amounts.id' },
    });
  });

  it('a blank is no zero', () => {
    expect(valueOf(rowsOf([{ offered: '', answered: null, abandoned: 0 }]))).toEqual([
      { amounts: { offered: null, answered: null, abandoned: '0' } },
    ]);
  });

  it.each([
    ['no rows', undefined, 'input.missing', 'rows'],
    ['an object for rows', {}, 'input.notAList', 'rows'],
    ['a number for a row', [5], 'input.notAnObject', 'rows.0'],
    ['a negative count', [{ offered: -1 }], 'measure.negative', 'rows.0.offered'],
    ['one among amounts', [{ amounts: { offered: -1 } }], 'measure.negative', 'rows.0.amounts.offered'],
    ['text for a count', [{ offered: 'ten' }], 'decimal.malformed', 'rows.0.offered'],
    ['a flag for a count', [{ offered: true }], 'decimal.malformed', 'rows.0.offered'],
    ['a start that is no text', [{ start: 5, offered: 1 }], 'input.notText', 'rows.0.start'],
    ['an object for a name', [{ id: {}, offered: 1 }], 'input.notText', 'rows.0.id'],
  ])('refuses %s', (_, rows, code, path) => {
    expect(rowsOf(rows)).toMatchObject({ problem: { code, detail: aSentence, path } });
  });
});

describe('reading exclusions', () => {
  it('none are none', () => {
    expect(valueOf(exclusionsOf(undefined))).toEqual([]);
  });

  it('keeps what an exclusion says of itself', () => {
    const exclusion = { id: 'X1', kind: 'clientOutage', reason: 'Network down', approvedBy: 'A' };
    const period = { start: '2026-01-01T00:30:00Z', end: '2026-01-01T01:00:00Z' };
    expect(valueOf(exclusionsOf([{ ...exclusion, period, amounts: { Offered: 4 } }]))).toEqual([
      { ...exclusion, period, amounts: { offered: '4' } },
    ]);
  });

  it('without a name it is called by its place, and nobody approved it', () => {
    expect(valueOf(exclusionsOf([{}, {}]))).toEqual([
      { id: '0', kind: 'other', reason: '', approvedBy: null },
      { id: '1', kind: 'other', reason: '', approvedBy: null },
    ]);
  });

  it.each([
    [
      'text for an amount',
      [{ amounts: { offered: 'x' } }],
      'decimal.malformed',
      'exclusions.0.amounts.offered',
    ],
    ['a period without an end', [{ period: { start: 'x' } }], 'input.missing', 'exclusions.0.period.end'],
    ['a period without a start', [{ period: { end: 'x' } }], 'input.missing', 'exclusions.0.period.start'],
  ])('refuses %s', (_, exclusions, code, path) => {
    expect(exclusionsOf(exclusions)).toMatchObject({ problem: { code, detail: aSentence, path } });
  });
});
