import { describe, expect, it } from '@jest/globals';
import type { MetricFamily } from '@plumbline/sla-engine';
import { terms, type Terms } from '../terms';
import { type ClausePolicy, shippedClausePolicy } from './clause-policy';
import { sayVersionFinding } from './finding-words';
import { versionFindings, weightsTotal } from './version-findings';

const ids: Readonly<Record<'speed' | 'quality', string>> = {
  speed: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01',
  quality: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c02',
};
const families = new Map<string, MetricFamily>([
  [ids.speed, 'speed'],
  [ids.quality, 'quality'],
]);

const demanded = [
  { kind: 'service_levels', terms: {} },
  { kind: 'right_to_audit', terms: { noticeDays: 30 } },
  { kind: 'incident_notice', terms: { withinHours: 24 } },
  { kind: 'background_checks', terms: {} },
  { kind: 'data_residency', terms: { regions: ['US'] } },
  { kind: 'attestation', terms: { standards: ['ISO/IEC 27001'] } },
  { kind: 'continuity_test', terms: { timesAYear: 1 } },
];

function termsOf(weights: readonly [keyof typeof ids, string][], change: object = {}): Terms {
  return terms.parse({
    effectiveFrom: '2026-01-01',
    timezone: 'America/New_York',
    reportingDueDay: 10,
    clauses: demanded.map((clause, index) => ({ ...clause, number: `${index}`, heading: 'H', text: 'T' })),
    slas: weights.map(([metric, weight], index) => ({
      name: `SLA ${index}`,
      metricId: ids[metric],
      clauseNumber: '0',
      target: { comparator: '>=', value: '0.80' },
      weight,
    })),
    ...change,
  });
}

const found = (given: Terms, phiAccess = true, policy: ClausePolicy = shippedClausePolicy) =>
  versionFindings(given, { families, phiAccess, policy });
const codes = (...given: Parameters<typeof found>) =>
  found(...given).map(({ severity, code }) => `${severity} ${code}`);

const balanced: [keyof typeof ids, string][] = [
  ['speed', '50'],
  ['quality', '50'],
];

describe('what a contract version lacks', () => {
  it('nothing: weights of 100, speed no heavier than quality, every clause', () => {
    expect(codes(termsOf(balanced))).toEqual([]);
  });

  it.each<[string, [keyof typeof ids, string][], string[]]>([
    [
      '99.9 is not 100',
      [
        ['speed', '49.9'],
        ['quality', '50'],
      ],
      ['blocking weights.sum'],
    ],
    ['no SLA', [], ['blocking slas-none']],
    ['only SLAs of weight 0', [['quality', '0']], ['blocking slas-none']],
    [
      'speed outweighs quality (K10)',
      [
        ['speed', '50.1'],
        ['quality', '49.9'],
      ],
      ['blocking speed.outweighs'],
    ],
    [
      'a watched SLA of weight 0 takes no part',
      [
        ['speed', '50'],
        ['quality', '50'],
        ['quality', '0'],
      ],
      [],
    ],
  ])('%s', (_, weights, found) => {
    expect(codes(termsOf(weights))).toEqual(found);
  });

  it('lets speed outweigh for a recorded reason', () => {
    const outweighing: [keyof typeof ids, string][] = [
      ['speed', '60'],
      ['quality', '40'],
    ];
    expect(codes(termsOf(outweighing, { speedOutweighsReason: 'Nurse line: minutes decide.' }))).toEqual([]);
  });

  const without = (...kinds: string[]) =>
    termsOf(balanced, { clauses: termsOf(balanced).clauses.filter(({ kind }) => !kinds.includes(kind)) });
  const withClause = (kind: string, agreed: object) => {
    const clause = { kind, number: '9', heading: 'H', text: 'T', terms: agreed };
    return termsOf(balanced, { clauses: [...without(kind).clauses, clause] });
  };

  it.each([
    ['right_to_audit', 'blocking'],
    ['incident_notice', 'blocking'],
    ['data_residency', 'blocking'],
    ['attestation', 'blocking'],
    ['background_checks', 'advice'],
    ['continuity_test', 'advice'],
  ] as const)('a missing %s is %s by the shipped policy', (clause, severity) => {
    expect(found(without(clause))).toEqual([
      expect.objectContaining({
        ...{ code: 'clause-missing', severity, path: 'clauses', parameters: { clause }, waivable: true },
        key: `clause-missing/${clause}`,
      }),
    ]);
  });

  it.each([
    ['incident_notice', { withinHours: 72 }, 'clause-weaker/incident_notice/withinHours=72'],
    ['incident_notice', { withinHours: 25 }, 'clause-weaker/incident_notice/withinHours=25'],
    ['incident_notice', { withinHours: 24 }, null],
    ['attestation', { standards: ['SOC 2'], yearly: false }, 'clause-weaker/attestation/yearly=0'],
    ['attestation', { standards: ['SOC 2'] }, null],
    ['right_to_audit', { noticeDays: 365 }, null],
  ] as const)('%s with %j: %s', (kind, agreed, key) => {
    expect(found(withClause(kind, agreed)).map((each) => each.key)).toEqual(key === null ? [] : [key]);
  });

  it('demands an attestation only of vendors that see protected health information', () => {
    expect(codes(without('attestation'), true)).toEqual(['blocking clause-missing']);
    expect(codes(without('attestation'), false)).toEqual([]);
  });

  it('follows the tenant’s own policy', () => {
    const own = shippedClausePolicy.map((rule) => {
      if (rule.kind === 'incident_notice') return { ...rule, severity: 'advice' as const, bound: 12 };
      if (rule.kind === 'right_to_audit') return { ...rule, demanded: 'never' as const };
      return rule.kind === 'termination' ? { ...rule, demanded: 'always' as const, bound: 30 } : rule;
    });
    expect(codes(without('right_to_audit'), true, own)).toEqual([
      'advice clause-weaker',
      'advice clause-missing',
    ]);
    expect(found(withClause('termination', { noticeDays: 14 }), true, own).map(({ key }) => key)).toEqual([
      'clause-weaker/incident_notice/withinHours=24',
      'clause-weaker/termination/noticeDays=14',
    ]);
  });

  it('says each finding in English as answered, and in Spanish', () => {
    const slow = withClause('incident_notice', { withinHours: 72 });
    const write = { number: String, date: String, month: String, instant: String };
    const [weak] = found(slow);
    expect(weak?.detail).toBe('Incidents are to be notified within 24 hours; this clause allows 72.');
    expect(weak && sayVersionFinding(weak, 'es', write)).toBe(
      'Los incidentes deben avisarse en 24 horas; esta cláusula permite 72.',
    );
    const off = found(termsOf([['quality', '99']]))[0];
    expect(off && sayVersionFinding(off, 'es', write)).toBe(
      'Los pesos suman exactamente 100; estos suman 99.',
    );
  });

  it('adds weights exactly', () => {
    const tenths = Array.from({ length: 10 }, () => ['quality', '0.1'] as [keyof typeof ids, string]);
    expect(weightsTotal(termsOf(tenths).slas)).toBe('1');
  });
});
