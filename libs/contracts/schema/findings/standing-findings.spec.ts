import { describe, expect, it } from '@jest/globals';
import type { Finding } from './finding';
import { openBlocking, standingFindings, type WaiverFacts, waiverInForce } from './standing-findings';

const found: Finding = {
  code: 'clause-missing',
  severity: 'blocking',
  path: 'clauses',
  key: 'clause-missing/right_to_audit',
  parameters: { clause: 'right_to_audit' },
  detail: 'No clause agrees on the right to audit.',
  waivable: true,
};
const waiver = (change: Partial<WaiverFacts> = {}): WaiverFacts => ({
  ...{ id: 'w', key: found.key, state: 'approved', expiresOn: '2026-06-30' },
  ...change,
});
const on = (day: string, waivers: readonly WaiverFacts[], of: Finding = found) =>
  standingFindings([of], { waivers, assignments: [], day });

describe('findings × waivers × day', () => {
  it.each<[string, string, readonly WaiverFacts[], 'open' | 'waived']>([
    ['no waiver', '2026-06-01', [], 'open'],
    ['approved', '2026-06-01', [waiver()], 'waived'],
    ['approved, on its last day', '2026-06-30', [waiver()], 'waived'],
    ['approved, the day after: open again', '2026-07-01', [waiver()], 'open'],
    ['asked for', '2026-06-01', [waiver({ state: 'requested' })], 'open'],
    ['refused', '2026-06-01', [waiver({ state: 'refused' })], 'open'],
    ['withdrawn', '2026-06-01', [waiver({ state: 'withdrawn' })], 'open'],
    ['of another finding', '2026-06-01', [waiver({ key: 'clause-missing/attestation' })], 'open'],
    [
      'expired and renewed',
      '2026-07-01',
      [waiver(), waiver({ id: 'next', expiresOn: '2026-12-31' })],
      'waived',
    ],
  ])('%s', (_, day, waivers, standing) => {
    const [stands] = on(day, waivers);
    expect(stands?.standing).toBe(standing);
    expect(openBlocking(on(day, waivers))).toHaveLength(standing === 'open' ? 1 : 0);
  });

  it('says which waiver counts, which is asked for, and when one ended', () => {
    expect(on('2026-06-01', [waiver(), waiver({ id: 'asked', state: 'requested' })])[0]).toMatchObject({
      waiver: { id: 'w', expiresOn: '2026-06-30' },
      requestedWaiverId: 'asked',
      expiredOn: null,
    });
    expect(on('2026-07-01', [waiver()])[0]).toMatchObject({ waiver: null, expiredOn: '2026-06-30' });
  });

  it('waives nothing that can be put right in the draft', () => {
    const weights = { ...found, key: 'weights.sum', waivable: false };
    expect(on('2026-06-01', [waiver({ key: 'weights.sum' })], weights)[0]?.standing).toBe('open');
  });

  it('lets advice never keep a version back', () => {
    expect(openBlocking(on('2026-06-01', [], { ...found, severity: 'advice' }))).toEqual([]);
  });

  it('holds the newest assignment, overdue from the day after its day while open', () => {
    const assigned = (day: string, waivers: readonly WaiverFacts[] = []) =>
      standingFindings([found], {
        ...{ waivers, day },
        assignments: [
          { key: found.key, owner: { id: 'a', name: 'Ana' }, dueOn: '2026-01-31' },
          { key: found.key, owner: { id: 'b', name: 'Ben' }, dueOn: '2026-05-31' },
        ],
      })[0]?.assignment;
    expect(assigned('2026-05-31')).toEqual({
      owner: { id: 'b', name: 'Ben' },
      dueOn: '2026-05-31',
      overdue: false,
    });
    expect(assigned('2026-06-01')?.overdue).toBe(true);
    expect(assigned('2026-06-01', [waiver()])?.overdue).toBe(false);
  });

  it.each([
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('a waiver until 2026-06-30 counts on %s: %s', (day, counts) => {
    expect(waiverInForce(waiver(), day)).toBe(counts);
  });
});
