import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import { sumRows } from './sum-rows';

describe('sumRows', () => {
  const measures = ['answered', 'offered'];

  it('adds each measure up, exactly, over the rows that carry all of them', () => {
    const { amounts, rows } = valueOf(
      sumRows(
        [
          { id: 'a', startsAt: '2026-03-01T00:00:00Z', amounts: { answered: '0.1', offered: 1, other: 9 } },
          { amounts: { answered: 0.2, offered: '2' } },
        ],
        measures,
      ),
    );
    expect([...amounts].map(([name, sum]) => [name, sum.toFixed()])).toEqual([
      ['answered', '0.3'],
      ['offered', '3'],
    ]);
    expect(rows.map(({ name, startsAt }) => [name, startsAt])).toEqual([
      ['a', '2026-03-01T00:00:00Z'],
      ['1', undefined],
    ]);
    expect(rows[0]?.amounts.get('answered')?.toFixed()).toBe('0.1');
  });

  it('no rows add up to zeros, and zero is an amount', () => {
    expect([...valueOf(sumRows([], measures)).amounts.values()].map(String)).toEqual(['0', '0']);
    expect(valueOf(sumRows([{ amounts: { answered: 0, offered: 0 } }], measures)).setAside).toEqual([]);
  });

  it('sets rows aside by what they lack: a blank is not a zero', () => {
    const { amounts, rows, setAside } = valueOf(
      sumRows(
        [
          { id: 'a', amounts: { answered: null, offered: 1 } },
          { amounts: { offered: 1 } },
          { id: 'c', amounts: {} },
          { amounts: { answered: 2, offered: 3 } },
        ],
        measures,
      ),
    );
    expect(setAside).toEqual([
      { reason: 'missingMeasure', amounts: {}, rows: ['a', '1'], measures: ['answered'] },
      { reason: 'missingMeasure', amounts: {}, rows: ['c'], measures: ['answered', 'offered'] },
    ]);
    expect([rows.map(({ name }) => name), amounts.get('offered')?.toFixed()]).toEqual([['3'], '3']);
  });

  it('what every object has is no measure', () => {
    expect(valueOf(sumRows([{ amounts: {} }], ['toString'])).setAside).toHaveLength(1);
  });

  it.each([
    ['a negative amount', -1, 'measure.negative'],
    ['text', 'x', 'decimal.malformed'],
  ])('refuses %s', (_, answered, code) => {
    const rows = [{ amounts: { answered: 1, offered: 1 } }, { amounts: { answered, offered: 1 } }];
    expect(sumRows(rows, measures)).toMatchObject({
      problem: { code, detail: aSentence, path: 'rows.1.amounts.answered' },
    });
  });
});
