import { describe, expect, it } from '@jest/globals';
import { renderTrace } from '../explain/render-trace';
import { claimedSteps, type FoundRows, foundRowsSteps, refusedSteps, windowSteps } from './found-rows';

const terms = {
  month: '2026-03',
  start: '2026-03-01T05:00:00Z',
  end: '2026-04-01T04:00:00Z',
  zone: 'America/New_York',
  dueAt: '2026-04-11T04:00:00Z',
  date: '2026-03-01',
  contractVersion: 2,
  contractFrom: '2026-01-01',
  metric: 'service_level',
  metricVersion: 1,
  metricFrom: '2000-01-01',
};
const found: FoundRows = {
  grain: '30min',
  placedBy: 'instant',
  zone: 'America/New_York',
  counted: 1488,
  setAside: [{ rows: 12, measures: ['offered'] }],
  otherGrains: [{ grain: 'day', rows: 31 }],
  days: { reported: 31, of: 31 },
};
const read = (steps: Parameters<typeof renderTrace>[0]) => renderTrace(steps, 'en');

describe('how the rows of a window were found', () => {
  it('names window, due instant and the versions that its start picked', () => {
    expect(read(windowSteps(terms))).toEqual([
      'Window 2026-03 in America/New_York: from 2026-03-01T05:00:00Z until before 2026-04-01T04:00:00Z. Figures are due by 2026-04-11T04:00:00Z.',
      'In force on 2026-03-01: contract version 2 (from 2026-01-01) and metric service_level version 1 (from 2000-01-01).',
    ]);
  });

  it('says of a window that is no month what it is called and its dates', () => {
    const week = { code: 'week', first: '2026-03-30', last: '2026-04-05' };
    expect(read(windowSteps({ ...terms, month: '2026-04', window: week }))[0]).toBe(
      'Window week 30 Mar – 5 Apr 2026 (2026-03-30 to 2026-04-05) in America/New_York: from 2026-03-01T05:00:00Z until before 2026-04-01T04:00:00Z. It counts in 2026-04, in which it ends; figures are due by 2026-04-11T04:00:00Z.',
    );
  });

  it('admits that a metric was defined only later', () => {
    expect(read(windowSteps({ ...terms, metricFrom: '2026-06-01' })).at(-1)).toBe(
      'The metric service_level had no definition before 2026-06-01: its first one is used.',
    );
  });

  it('a metric defined on the day itself is not defined later', () => {
    expect(windowSteps({ ...terms, metricFrom: terms.date })).toHaveLength(2);
  });

  it('counts rows, and says what was not added and why', () => {
    expect(read(foundRowsSteps(found))).toEqual([
      'Rows of 30min belong to the window by the instant at which they start, in America/New_York.',
      '31 rows of day were not added: rows of 30min count the same.',
      '1488 of 1500 rows carry every measure that is needed.',
      '12 rows were set aside because offered is blank, which is not zero.',
      'Rows came for 31 of 31 days.',
    ]);
  });

  it('says that a day goes by its date', () => {
    expect(read(foundRowsSteps({ ...found, grain: 'day', placedBy: 'date' }))[0]).toContain(
      'by the date they state',
    );
  });

  it('says nothing of a placement where no row came', () => {
    const none = { ...found, grain: null, counted: 0, setAside: [], otherGrains: [], days: null };
    expect(read(foundRowsSteps(none))).toEqual(['0 of 0 rows carry every measure that is needed.']);
  });

  it('says what cannot be', () => {
    const problem = { code: 'sample.passes', detail: 'More passes than samples.', path: 'sample' };
    expect(read(refusedSteps(problem))).toEqual([
      'What was reported cannot be and decides nothing: More passes than samples.',
    ]);
  });

  it('keeps claims beside, and averages none', () => {
    expect(claimedSteps(0, true)).toEqual([]);
    expect(read(claimedSteps(1, true))).toEqual([
      'What the vendor claims stands beside, as the contract admits it, and decides nothing.',
    ]);
    expect(read(claimedSteps(31, false))[0]).toMatch(/^31 claimed shares .* not averaged/);
  });
});
