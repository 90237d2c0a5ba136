import { describe, expect, it } from '@jest/globals';
import { terms, type TermsInput } from '../terms';
import { compareTerms } from './compare-terms';

const answered = {
  id: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01',
  name: 'Service level',
  unit: 'ratio',
} as const;
const handling = {
  id: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c02',
  name: 'Handle time',
  unit: 'seconds',
} as const;

const clause = (kind: string, number: string, agreed: object = {}, change: object = {}) =>
  ({
    kind,
    number,
    heading: 'H',
    text: 'T',
    page: 1,
    terms: agreed,
    ...change,
  }) as TermsInput['clauses'][number];
const sla = (change: object = {}) =>
  ({
    ...{ name: 'Answered', metricId: answered.id, clauseNumber: '1', weight: '50' },
    ...{ target: { comparator: '>=', value: '0.80' } },
    ...change,
  }) as TermsInput['slas'][number];
const version = (change: Partial<TermsInput> = {}) =>
  terms.parse({
    ...{ effectiveFrom: '2026-01-01', timezone: 'America/New_York', reportingDueDay: 10 },
    ...{ clauses: [clause('service_levels', '1')], slas: [sla()] },
    ...change,
  });
const compare = (before: Partial<TermsInput>, after: Partial<TermsInput>) =>
  compareTerms(version(before), version(after), [answered, handling]);

describe('two versions side by side', () => {
  it('finds nothing where nothing differs, numbers written otherwise included', () => {
    expect(compare({ slas: [sla({ weight: '50.0' })] }, { slas: [sla({ weight: '50' })] })).toEqual({
      ...{ terms: [], clauses: [], slas: [], unchanged: { clauses: 1, slas: 1 } },
    });
  });

  it('reads the numbers of clauses as text: 4.1 is not 4.10', () => {
    const { clauses, slas } = compare(
      { clauses: [clause('service_levels', '4.1')], slas: [sla({ clauseNumber: '4.1' })] },
      { clauses: [clause('service_levels', '4.10')], slas: [sla({ clauseNumber: '4.10' })] },
    );
    const renumbered = { before: '4.1', after: '4.10', effect: null };
    expect(clauses).toMatchObject([{ change: 'changed', fields: [{ field: 'number', ...renumbered }] }]);
    expect(slas).toMatchObject([{ change: 'changed', fields: [{ field: 'clauseNumber', ...renumbered }] }]);
  });

  it.each<[string, object, object, 'stricter' | 'weaker' | null]>([
    ['right_to_audit', { noticeDays: 10 }, { noticeDays: 30 }, 'weaker'],
    ['incident_notice', { withinHours: 72 }, { withinHours: 24 }, 'stricter'],
    ['background_checks', { checks: ['identity'] }, { checks: ['identity', 'criminal'] }, 'stricter'],
    ['background_checks', { checks: ['identity'] }, { checks: ['criminal'] }, null],
    ['data_residency', { regions: ['US'] }, { regions: ['US', 'PH'] }, 'weaker'],
    ['data_residency', { regions: ['US'] }, { regions: ['CA'] }, null],
    ['attestation', { standards: ['SOC 2'] }, { standards: ['SOC 2', 'HITRUST'] }, 'stricter'],
    ['attestation', { standards: ['SOC 2'] }, { standards: ['SOC 2'], yearly: false }, 'weaker'],
    ['continuity_test', { timesAYear: 1 }, { timesAYear: 2 }, 'stricter'],
    ['subcontracting', { rule: 'with_consent' }, { rule: 'allowed' }, 'weaker'],
    ['termination', { noticeDays: 90 }, { noticeDays: 30 }, null],
    ['termination', { noticeDays: 90, cureDays: 30 }, { noticeDays: 90, cureDays: 10 }, 'stricter'],
  ])('%s: %j → %j is %s', (kind, before, after, effect) => {
    const { clauses } = compare(
      { clauses: [clause('service_levels', '1'), clause(kind, '2', before)] },
      { clauses: [clause('service_levels', '1'), clause(kind, '2', after)] },
    );
    expect(clauses).toMatchObject([{ change: 'changed', kind, fields: [{ effect }] }]);
  });

  it.each<[string, object, object, object]>([
    [
      'more is asked',
      {},
      { target: { comparator: '>=', value: '0.85' } },
      { field: 'target', effect: 'stricter' },
    ],
    [
      'less is asked',
      {},
      { target: { comparator: '>=', value: '0.75' } },
      { field: 'target', effect: 'weaker' },
    ],
    ['another weight', {}, { weight: '40' }, { field: 'weight', before: '50', after: '40', effect: null }],
    [
      'a wider band',
      { metricId: handling.id, target: { band: { low: '240', high: '360' } } },
      { metricId: handling.id, target: { band: { low: '240', high: '400' } } },
      { field: 'target', effect: 'weaker' },
    ],
  ])('an SLA, %s', (_, before, after, field) => {
    expect(compare({ slas: [sla(before)] }, { slas: [sla(after)] }).slas).toMatchObject([
      { change: 'changed', fields: [field] },
    ]);
  });

  it('says what was added and removed, with all it says', () => {
    const before = {
      clauses: [clause('service_levels', '1'), clause('data_residency', '2', { regions: ['US'] })],
    };
    const after = {
      clauses: [clause('service_levels', '1'), clause('continuity_test', '3', { timesAYear: 1 })],
    };
    expect(compare(before, after)).toMatchObject({
      clauses: [
        {
          change: 'added',
          number: '3',
          fields: [{ field: 'terms.timesAYear', before: null, after: 1 }, {}, {}, {}, {}],
        },
        {
          change: 'removed',
          number: '2',
          fields: [{ field: 'terms.regions', before: ['US'], after: null }, {}, {}, {}, {}],
        },
      ],
      unchanged: { clauses: 1, slas: 1 },
    });
    const segment = { queue: 'claims' };
    expect(compare({ slas: [sla()] }, { slas: [sla({ segment })] }).slas).toMatchObject([
      { change: 'added', segment: ['claims'], metric: { name: 'Service level' } },
      { change: 'removed', segment: [] },
    ]);
  });

  it('knows a clause again that has another number, and one of several by its number only', () => {
    const before = {
      clauses: [clause('service_levels', '1'), clause('incident_notice', '9', { withinHours: 24 })],
    };
    const after = {
      clauses: [clause('service_levels', '1'), clause('incident_notice', '12', { withinHours: 24 })],
    };
    expect(compare(before, after).clauses).toMatchObject([
      {
        change: 'changed',
        number: '12',
        fields: [{ field: 'number', before: '9', after: '12', effect: null }],
      },
    ]);
    const two = { clauses: [clause('service_levels', '1'), clause('other', '5'), clause('other', '6')] };
    const moved = { clauses: [clause('service_levels', '1'), clause('other', '5'), clause('other', '7')] };
    expect(compare(two, moved).clauses).toMatchObject([
      { change: 'added', number: '7' },
      { change: 'removed', number: '6' },
    ]);
  });

  it('compares dates, reporting and the term of the contract', () => {
    const term = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
    const changes = compare(
      { term },
      {
        ...{ effectiveFrom: '2026-07-01', reportingDueDay: 5, minimumCoverage: '0.5', admitsClaimed: true },
        term: { ...term, endsOn: '2028-12-31', renewalMonths: 12, notice: { count: 90, unit: 'days' } },
      },
    ).terms;
    expect(changes).toEqual([
      { field: 'effectiveFrom', before: '2026-01-01', after: '2026-07-01', effect: null },
      { field: 'term.endsOn', before: '2026-12-31', after: '2028-12-31', effect: null },
      { field: 'term.renewalMonths', before: null, after: 12, effect: null },
      { field: 'term.noticeDays', before: null, after: 90, effect: null },
      { field: 'reportingDueDay', before: 10, after: 5, effect: 'stricter' },
      { field: 'admitsClaimed', before: false, after: true, effect: 'weaker' },
      { field: 'minimumCoverage', before: '0.6', after: '0.5', effect: 'weaker' },
    ]);
  });
});
