import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import { countDue } from './count-due';

const march = { start: '2026-03-01T05:00:00Z', end: '2026-04-01T04:00:00Z' };

describe('semantics rule 18: the denominator is cases due in the window, open overdue ones included', () => {
  it.each([
    ['done before its deadline', '2026-03-10T22:00:00Z', '2026-03-09T12:00:00Z', 1, 1],
    ['done exactly at its deadline (rule 4)', '2026-03-10T22:00:00Z', '2026-03-10T22:00:00Z', 1, 1],
    ['done a second late', '2026-03-10T22:00:00Z', '2026-03-10T22:00:01Z', 1, 0],
    ['open and overdue', '2026-03-10T22:00:00Z', null, 1, 0],
    ['due at the first instant of the window', '2026-03-01T05:00:00Z', null, 1, 0],
    ['due at the first instant after it', '2026-04-01T04:00:00Z', '2026-03-15T00:00:00Z', 0, 0],
    ['due before it and closed in it', '2026-02-27T22:00:00Z', '2026-03-05T00:00:00Z', 0, 0],
  ])('%s', (_, dueAt, doneAt, due, inTime) => {
    expect(valueOf(countDue([{ dueAt, doneAt }], march))).toMatchObject({ due, inTime });
  });

  it('counting closures would hide the backlog: one of four due is done', () => {
    const dueAt = '2026-03-10T22:00:00Z';
    const cases = [{ dueAt, doneAt: dueAt }, ...Array.from({ length: 3 }, () => ({ dueAt, doneAt: null }))];
    expect(valueOf(countDue(cases, march))).toMatchObject({ due: 4, inTime: 1 });
  });

  it('tells how many of all cases were due, and how those ended', () => {
    const dueAt = '2026-03-10T22:00:00Z';
    const { trace } = valueOf(
      countDue(
        [
          { dueAt, doneAt: dueAt },
          { dueAt, doneAt: '2026-03-10T22:00:01Z' },
          { dueAt, doneAt: '2026-04-20T00:00:00Z' },
          { dueAt, doneAt: null },
          { dueAt: march.end, doneAt: null },
        ],
        march,
      ),
    );
    expect(trace).toEqual([
      { rule: 'kpi.casesDue', facts: { cases: 5, due: 4, start: march.start, end: march.end } },
      { rule: 'kpi.dueInTime', facts: { due: 4, inTime: 1, late: 2, open: 1 } },
    ]);
  });

  it('windows side by side share no case and lose none', () => {
    const april = { start: march.end, end: '2026-05-01T04:00:00Z' };
    const cases = ['2026-03-31T12:00:00Z', march.end, '2026-04-02T12:00:00Z'].map((dueAt) => ({
      dueAt,
      doneAt: null,
    }));
    const both = valueOf(countDue(cases, { start: march.start, end: april.end })).due;
    expect(valueOf(countDue(cases, march)).due + valueOf(countDue(cases, april)).due).toBe(both);
  });

  it.each([
    ['the start', [], { ...march, start: 'x' }, 'window.start'],
    ['the end', [], { ...march, end: 'x' }, 'window.end'],
    ['a deadline', [{ dueAt: 'x', doneAt: null }], march, 'cases.0.dueAt'],
    ['a closure', [{ dueAt: march.start, doneAt: 'x' }], march, 'cases.0.doneAt'],
  ])('refuses %s that is no instant', (_, cases, window, path) => {
    expect(countDue(cases, window)).toMatchObject({
      problem: { code: 'instant.malformed', detail: aSentence, path },
    });
  });
});
