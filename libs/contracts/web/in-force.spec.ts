import type { ContractVersionSummary } from '@plumbline/contracts/schema';
import { describe, expect, it } from '@jest/globals';
import { standingOf, versionToShow } from './in-force';

const version = (
  number: number,
  state: ContractVersionSummary['state'],
  effectiveFrom: string,
  effectiveTo: string | null = null,
): ContractVersionSummary => ({ number, state, effectiveFrom, effectiveTo, slas: 1, activatedAt: null });

describe('where a version stands', () => {
  const old = version(1, 'active', '2025-01-01', '2026-01-01');
  const current = version(2, 'active', '2026-01-01', '2026-07-01');
  const next = version(3, 'active', '2026-07-01');
  const draft = version(4, 'draft', '2027-01-01');

  it.each([
    [old, 'ended'],
    [current, 'inForce'],
    [next, 'coming'],
    [draft, 'draft'],
  ])('on 30 June 2026: version $number', (given, standing) => {
    expect(standingOf(given, '2026-06-30')).toBe(standing);
  });

  it('changes on the first day of the next version', () => {
    expect(standingOf(current, '2026-07-01')).toBe('ended');
    expect(standingOf(next, '2026-07-01')).toBe('inForce');
  });

  it('shows what is in force, else what comes, else the newest', () => {
    expect(versionToShow([old, current, next, draft], '2026-06-30')).toBe(current);
    expect(versionToShow([next, draft], '2026-06-30')).toBe(next);
    expect(versionToShow([draft], '2026-06-30')).toBe(draft);
    expect(versionToShow([], '2026-06-30')).toBeUndefined();
  });
});
