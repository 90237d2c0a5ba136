import { describe, expect, it } from '@jest/globals';
import { type AgreedSla, WindowedSla } from './agreed-sla';
import type { DirtySegment, PreviousResult } from './evaluation.repository';
import { type MonthAtHand, windowsToJudge } from './windows-to-judge';

const segment = { lineOfBusiness: null, channel: null, queue: null, language: null };
const sla = (window: string, more: object = {}) =>
  new WindowedSla([
    {
      id: 'sla',
      segment,
      window,
      contract: { effectiveFrom: '2026-01-01', effectiveTo: null, timezone: 'America/New_York', ...more },
      metric: { version: 1, effectiveFrom: '2000-01-01' },
    },
    { id: 'sla', segment, window, metric: { version: 2, effectiveFrom: '2026-10-12' } },
  ] as unknown as AgreedSla[]);
const touched = (...days: number[]): DirtySegment => ({
  ...{ segment, fileId: 'file' },
  days: days.reduce((bits, day) => bits | (1 << (day - 1)), 0),
});
const judged = (slas: readonly WindowedSla[], more: Partial<MonthAtHand> = {}) =>
  windowsToJudge(slas, {
    ...{ month: '2026-10', dirty: [], newest: [], at: Temporal.Instant.from('2026-11-20T12:00:00Z') },
    ...more,
  }).map(({ window, dirty }) => `${window.firstDate}${dirty.length > 0 ? ' dirty' : ''}`);
const known = (windowFrom: string, more: Partial<PreviousResult> = {}) =>
  ({ slaId: 'sla', windowFrom, latest: true, reconsiderAt: null, ...more }) as PreviousResult;

describe('the windows that an evaluation of a month looks at', () => {
  it('are all that end in it, when nothing is dirty', () => {
    expect(judged([sla('week')])).toEqual(['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19']);
    expect(judged([sla('quarter')])).toEqual([]);
    expect(judged([sla('quarter')], { month: '2026-09' })).toEqual(['2026-07-01']);
  });

  it('are those alone that have begun, by the contract’s zone', () => {
    const at = (instant: string) => ({ at: Temporal.Instant.from(instant) });
    expect(judged([sla('week')], at('2026-10-12T03:59:59Z'))).toEqual(['2026-09-28', '2026-10-05']);
    expect(judged([sla('week')], at('2026-10-12T04:00:00Z'))).toEqual([
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
    ]);
  });

  it('are those that hold a touched day, whichever month they end in, when all others are decided', () => {
    const newest = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'].map((first) =>
      known(first),
    );
    expect(judged([sla('week')], { dirty: [touched(14)], newest })).toEqual(['2026-10-12 dirty']);
    // 30 October lies two days from no other week: intervals may stray over the edges of weeks only
    expect(judged([sla('week')], { dirty: [touched(30)], newest })).toEqual(['2026-10-26 dirty']);
    expect(judged([sla('quarter')], { dirty: [touched(14)] })).toEqual(['2026-10-01 dirty']);
    expect(judged([sla('rolling-3-months')], { dirty: [touched(14)] })).toEqual([
      '2026-08-01 dirty',
      '2026-09-01 dirty',
      '2026-10-01 dirty',
    ]);
  });

  it('are those beside a touched day too, where intervals may stray', () => {
    const newest = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19'].map((first) => known(first));
    expect(judged([sla('week')], { dirty: [touched(12)], newest })).toEqual([
      '2026-10-05',
      '2026-10-12 dirty',
    ]);
  });

  it('take every day for touched where nobody says which', () => {
    const newest = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19'].map((first) => known(first));
    expect(judged([sla('week')], { dirty: [{ ...touched(), days: null }], newest })).toEqual([
      ...['2026-09-28 dirty', '2026-10-05 dirty', '2026-10-12 dirty', '2026-10-19 dirty', '2026-10-26 dirty'],
      '2026-11-02',
    ]);
  });

  it('are none of another segment', () => {
    const claims = { ...touched(14), segment: { ...segment, queue: 'claims' } };
    const own = new WindowedSla([
      { ...sla('week').terms, segment: { ...segment, queue: 'billing' } } as AgreedSla,
    ]);
    const newest = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19'].map((first) => known(first));
    expect(judged([own], { dirty: [claims], newest })).toEqual([]);
  });

  it('are those whose instant has come, and those that lost their result', () => {
    const newest = [
      known('2026-09-28', { reconsiderAt: new Date('2026-11-20T11:00:00Z') }),
      known('2026-10-05', { reconsiderAt: new Date('2026-11-20T13:00:00Z') }),
      known('2026-10-12', { latest: false }),
      known('2026-10-19'),
    ];
    const other = { ...touched(14), segment: { ...segment, queue: 'claims' } };
    const own = new WindowedSla([
      { ...sla('week').terms, segment: { ...segment, queue: 'billing' } } as AgreedSla,
    ]);
    expect(judged([own], { dirty: [other], newest })).toEqual(['2026-09-28', '2026-10-12']);
  });

  it('are of the version in force on their first day, with the definition of that day', () => {
    const from = { effectiveFrom: '2026-10-01', effectiveTo: '2026-10-19' };
    expect(judged([sla('week', from)])).toEqual(['2026-10-05', '2026-10-12']);
    const versions = windowsToJudge([sla('week', from)], {
      ...{ month: '2026-10', dirty: [], newest: [], at: Temporal.Instant.from('2026-11-20T12:00:00Z') },
    }).map(({ sla: { metric } }) => metric.version);
    expect(versions).toEqual([1, 2]);
  });
});
