import { describe, expect, it } from '@jest/globals';
import { owedMonths, type ReportingTerms } from './owed-months';

const terms: ReportingTerms = {
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  timezone: 'America/New_York',
  reportingDueDay: 5,
  activatedAt: new Date('2025-12-20T12:00:00Z'),
};
const owed = (changed: Partial<ReportingTerms>, now: string) =>
  owedMonths({ ...terms, ...changed }, Temporal.Instant.from(now));

describe('owedMonths', () => {
  it('are those in force that have begun, the open one included', () => {
    expect(owed({}, '2026-03-10T00:00:00Z')).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  it('begin and end by the contract’s zone', () => {
    expect(owed({}, '2026-03-01T04:59:59Z')).toEqual(['2026-01', '2026-02']);
    expect(owed({}, '2026-03-01T05:00:00Z')).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  it('leave out a month that the version does not hold at its start, and months after its end', () => {
    const changed = { effectiveFrom: '2026-01-15', effectiveTo: '2026-03-01' };
    expect(owed(changed, '2026-06-01T12:00:00Z')).toEqual(['2026-02']);
  });

  it('do not reach back behind the activation: what was due before is nobody’s breach', () => {
    const changed = { effectiveFrom: '2015-04-01', activatedAt: new Date('2026-03-06T12:00:00Z') };
    expect(owed(changed, '2026-03-10T00:00:00Z')).toEqual(['2026-03']);
    // on the 4th February is still to be reported
    const earlier = { ...changed, activatedAt: new Date('2026-03-04T12:00:00Z') };
    expect(owed(earlier, '2026-03-10T00:00:00Z')).toEqual(['2026-02', '2026-03']);
  });

  it('are none for a contract that was entered when it was over', () => {
    const changed = { effectiveFrom: '2015-04-01', effectiveTo: '2015-07-01' };
    expect(owed(changed, '2026-03-10T00:00:00Z')).toEqual([]);
  });
});
