import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { reportingDuty } from './reporting-duty';

const dueAt = '2026-04-08T22:00:00Z';

describe('semantics rule 17: a missing file breaches the duty to report', () => {
  it.each([
    ['in time', '2026-04-08T21:59:59Z', '2026-04-10T00:00:00Z', 'met', null, 'breach.dutyMet'],
    ['at the deadline itself (rule 4)', dueAt, '2026-04-10T00:00:00Z', 'met', null, 'breach.dutyMet'],
    [
      'a second late',
      '2026-04-08T22:00:01Z',
      '2026-04-10T00:00:00Z',
      'breached',
      dueAt,
      'breach.dutyBreached',
    ],
    ['missing, not due', null, '2026-04-08T21:00:00Z', 'pending', null, 'breach.dutyPending'],
    ['missing at the deadline itself', null, dueAt, 'pending', null, 'breach.dutyPending'],
    [
      'missing after it: back-dated (rule 12)',
      null,
      '2026-04-20T00:00:00Z',
      'breached',
      dueAt,
      'breach.dutyBreached',
    ],
  ])('%s', (_, receivedAt, asOf, state, breachedAt, rule) => {
    expect(valueOf(reportingDuty({ dueAt, receivedAt, asOf }))).toEqual({
      state,
      breachedAt,
      trace: [{ rule, facts: { dueAt, receivedAt, asOf } }],
    });
  });

  it.each([
    ['dueAt', { dueAt: 'x', receivedAt: null, asOf: dueAt }],
    ['asOf', { dueAt, receivedAt: null, asOf: 'x' }],
    ['receivedAt', { dueAt, receivedAt: 'x', asOf: dueAt }],
  ])('refuses %s that is no instant', (path, duty) => {
    expect(reportingDuty(duty)).toMatchObject({ problem: { code: 'instant.malformed', path } });
  });
});
