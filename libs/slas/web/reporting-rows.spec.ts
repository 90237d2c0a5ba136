import { describe, expect, it } from '@jest/globals';
import { listReportingDuties, reportingDutyAnswer } from '@plumbline/slas/schema';
import { daysLeft, reportingRows } from './reporting-rows';

const duty = reportingDutyAnswer.parse(
  (listReportingDuties.example.response as { items: readonly unknown[] }).items[0],
);

describe('vendors by months', () => {
  it('has a cell for every month, with each duty of it', () => {
    const other = { ...duty, contract: { ...duty.contract, reference: 'MSA-2' } };
    const rows = reportingRows([duty, other], ['2026-02', '2026-03']);
    expect(rows.map(({ cells }) => cells.map(({ duties }) => duties.length))).toEqual([[0, 2]]);
  });

  it('counts the days that are left, the due day as none', () => {
    const left = (now: string) => daysLeft(duty, new Date(now));
    expect(left('2026-04-10T15:00:00Z')).toBe(0);
    expect(left('2026-04-05T15:00:00Z')).toBe(5);
    expect(left('2026-04-11T04:00:00Z')).toBe(-1);
  });
});
