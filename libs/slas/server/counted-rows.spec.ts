import { describe, expect, it } from '@jest/globals';
import type { MeasuredSegment } from '@plumbline/measurements/schema';
import { covers } from './agreed-sla';
import { asKpiRows, grainsByPreference, type RollupGroup, sumRollups } from './counted-rows';

const everything: MeasuredSegment = { lineOfBusiness: null, channel: null, queue: null, language: null };
const measures = ['answered', 'offered'];

/** `answered: [sum, blank rows]`. */
function group(
  grain: number,
  rows: number,
  amounts: Record<string, [sum: string | null, missing: number]>,
  more: Partial<RollupGroup> = {},
): RollupGroup {
  return {
    grain,
    rows,
    segment: everything,
    days: [0b1],
    sums: new Map(Object.entries(amounts).map(([code, [sum]]) => [code, sum])),
    missing: new Map(Object.entries(amounts).map(([code, [, missing]]) => [code, missing])),
    ...more,
  };
}

const whole = (grain: number, answered: string, offered: string, more: Partial<RollupGroup> = {}) =>
  group(grain, 10, { answered: [answered, 0], offered: [offered, 0] }, more);

describe('grainsByPreference', () => {
  it('puts the finest grain that carries all measures first', () => {
    expect(grainsByPreference([whole(1440, '1', '2'), whole(30, '1', '2')], measures)).toEqual([30, 1440]);
  });

  it('prefers a coarse grain that carries all to a fine one that cannot', () => {
    const fine = group(30, 10, { offered: ['2', 0] });
    expect(grainsByPreference([fine, whole(32_767, '1', '2')], measures)).toEqual([32_767, 30]);
  });

  it('knows no grain of rows that carry none of the measures', () => {
    expect(grainsByPreference([group(30, 10, { chats: ['5', 0] })], measures)).toEqual([]);
  });
});

describe('sumRollups', () => {
  it('adds segments and days of one grain, exactly', () => {
    const groups = [
      whole(30, '0.1', '1', { days: [0b011] }),
      whole(30, '0.2', '2', { days: [0b110] }),
      whole(1440, '900', '1000'),
    ];
    const counted = sumRollups(groups, 30, measures);
    expect(counted).toMatchObject({
      grain: 30,
      counted: 20,
      daysReported: 3,
      otherGrains: [{ grain: 1440, rows: 10 }],
    });
    expect(Object.fromEntries(counted?.sums ?? [])).toEqual({ answered: '0.3', offered: '3' });
  });

  it('sets rows aside that lack a measure throughout, by which', () => {
    const blank = group(30, 4, { offered: ['9', 0] });
    expect(sumRollups([whole(30, '1', '2'), blank, blank], 30, measures)).toMatchObject({
      counted: 10,
      setAside: [{ rows: 8, measures: ['answered'] }],
    });
  });

  it('does not guess which rows are whole where only some of them are', () => {
    expect(sumRollups([group(30, 10, { answered: ['5', 3], offered: ['9', 0] })], 30, measures)).toBeNull();
  });

  it('leaves rows of other things out without a word: a chat is no call with a blank', () => {
    const chats = group(30, 50, { chats: ['5', 0] });
    expect(sumRollups([whole(30, '1', '2'), chats], 30, measures)).toMatchObject({
      counted: 10,
      setAside: [],
    });
  });
});

describe('asKpiRows', () => {
  it('gives the engine the sums and one blank row for each set of missing measures', () => {
    const counted = sumRollups([whole(30, '1', '2'), group(30, 4, { offered: ['9', 0] })], 30, measures);
    expect(counted && asKpiRows(counted, measures)).toEqual([
      { id: 'sums', amounts: { answered: '1', offered: '2' } },
      { amounts: { answered: null, offered: '0' } },
    ]);
  });
});

describe('covers', () => {
  const claims = { ...everything, queue: 'claims' };
  it.each([
    ['everything', everything, claims, true],
    ['a queue its own rows', claims, { ...claims, language: 'es' }, true],
    ['a queue no other rows', claims, { ...everything, queue: 'billing' }, false],
    ['a queue no rows that do not say', claims, everything, false],
  ])('%s', (_, sla, rows, expected) => {
    expect(covers(sla, rows)).toBe(expected);
  });
});
