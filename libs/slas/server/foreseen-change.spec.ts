import { describe, expect, it } from '@jest/globals';
import { grains } from '@plumbline/measurements/schema';
import type { SumChange } from '@plumbline/measurements/server';
import { changeGroups, changeSums, type ForeseenChange, foreseenStrays, isUnplaced } from './foreseen-change';
import { monthWindow } from './month-window';

const segment = { lineOfBusiness: null, channel: null, queue: 'claims', language: null };
const offered = { code: 'offered', position: 1 };
const inTime = { code: 'in_time', position: 2 };

function change(...sums: Partial<SumChange>[]): ForeseenChange {
  const kind = {
    month: '2026-03',
    grain: 30,
    segment,
    startsAt: null,
    localDate: null,
    blank: '00',
    rows: 0,
    amounts: {},
  };
  return { fileId: 'file', claims: [], sums: sums.map((sum) => ({ ...kind, ...sum })) };
}

describe('what a file would change of a month', () => {
  const stored = {
    ...{ grain: 30, segment, rows: 2, days: [1] },
    sums: new Map([
      ['offered', '30'],
      ['in_time', null],
    ]),
    missing: new Map([
      ['offered', 0],
      ['in_time', 2],
    ]),
  };

  it('moves a row that gains a measure from one kind to the other', () => {
    const gained = change(
      { blank: '01', rows: -1, amounts: { '1': '-10' } },
      { blank: '00', rows: 1, amounts: { '1': '12', '2': '9.5' } },
    );
    const [group] = changeGroups([stored], gained, '2026-03', [offered, inTime]);
    expect(group?.rows).toBe(2);
    expect(Object.fromEntries(group?.missing ?? [])).toEqual({ offered: 0, in_time: 1 });
    expect(Object.fromEntries(group?.sums ?? [])).toEqual({ offered: '32', in_time: '9.5' });
  });

  it('keeps a sum of no rows nothing, and never 0', () => {
    const more = change({ blank: '01', rows: 1, amounts: { '1': '5' } });
    const [group] = changeGroups([stored], more, '2026-03', [offered, inTime]);
    expect(Object.fromEntries(group?.sums ?? [])).toEqual({ offered: '35', in_time: null });
  });

  it('counts an interval in the month in which the contract’s zone has it', () => {
    const question = {
      ...{ vendorId: 'v', grain: 30, measures: [offered], asOfLoad: 1 },
      segment: { ...segment, queue: null },
    };
    // 1 March in Manila is still February in New York
    const early = change({ startsAt: '2026-02-28T16:30:00Z', rows: 1, amounts: { '1': '7' } });
    const [march, february] = ['2026-03', '2026-02'].map((month) =>
      changeSums([], early, { ...question, window: monthWindow(month, 'America/New_York') }),
    );
    expect(march).toEqual([]);
    expect(february?.[0]?.sums.get('offered')).toBe('7');
    expect(foreseenStrays(early, '2026-03', 'America/New_York')).toEqual({
      before: true,
      after: false,
      any: true,
    });
    expect(foreseenStrays(early, '2026-03', 'Asia/Manila').any).toBe(false);
    expect(foreseenStrays(early, '2026-02', 'America/New_York')).toEqual({
      before: false,
      after: false,
      any: true,
    });
  });

  describe('of a part of it, which an exclusion takes out', () => {
    const march = monthWindow('2026-03', 'America/New_York');
    // 12 March in New York
    const part = {
      ...march,
      ...{ start: '2026-03-12T04:00:00Z', end: '2026-03-13T04:00:00Z' },
      ...{ firstDate: '2026-03-12', lastDate: '2026-03-12' },
    };
    const question = { vendorId: 'v', measures: [offered], asOfLoad: 1, segment };
    const seen = (grain: number, window: typeof march, ...sums: Partial<SumChange>[]) =>
      changeSums([], change(...sums.map((sum) => ({ grain, ...sum }))), {
        ...question,
        grain,
        window,
      })[0]?.sums.get('offered');
    const row = { rows: 1, amounts: { '1': '7' } };

    it('are the days that lie in it', () => {
      const days = [
        { ...row, localDate: '2026-03-11', amounts: { '1': '1' } },
        { ...row, localDate: '2026-03-12' },
        { ...row, localDate: '2026-03-13', amounts: { '1': '2' } },
      ];
      expect(seen(grains.day, part, ...days)).toBe('7');
      expect(seen(grains.day, march, ...days)).toBe('10');
    });

    it('are the intervals that lie in it', () => {
      const intervals = [
        { ...row, startsAt: '2026-03-12T03:30:00Z', amounts: { '1': '1' } },
        { ...row, startsAt: '2026-03-12T04:00:00Z' },
      ];
      expect(seen(30, part, ...intervals)).toBe('7');
      expect(seen(30, march, ...intervals)).toBe('8');
    });

    it('is not known of rows of which only the month was kept, and that is said', () => {
      expect(seen(30, part, row)).toBeUndefined();
      expect(seen(30, march, row)).toBe('7');
      expect(isUnplaced(change(row), '2026-03')).toBe(true);
      expect(isUnplaced(change(row), '2026-02')).toBe(false);
      expect(isUnplaced(change({ ...row, startsAt: '2026-03-12T04:00:00Z' }), '2026-03')).toBe(false);
      expect(isUnplaced(change({ ...row, grain: grains.day, localDate: '2026-03-12' }), '2026-03')).toBe(
        false,
      );
      expect(isUnplaced(change({ ...row, grain: grains.month }), '2026-03')).toBe(false);
    });
  });
});
