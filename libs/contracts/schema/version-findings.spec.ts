import { describe, expect, it } from '@jest/globals';
import type { MetricFamily } from '@plumbline/sla-engine';
import { terms, type Terms } from './terms';
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

const codes = (given: Terms, phiAccess = true) =>
  versionFindings(given, { families, phiAccess }).map(({ severity, code }) => `${severity} ${code}`);

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

  it('says which demanded clause is missing or weaker, and lets it be activated', () => {
    const [levels, ...others] = termsOf(balanced).clauses;
    const slow = {
      kind: 'incident_notice',
      number: '9',
      heading: 'H',
      text: 'T',
      terms: { withinHours: 72 },
    };
    const weaker = [
      levels,
      ...others.filter(({ kind }) => kind !== 'incident_notice' && kind !== 'right_to_audit'),
      slow,
    ];
    expect(codes(termsOf(balanced, { clauses: weaker }))).toEqual([
      'advice clause-missing',
      'advice clause-weaker',
    ]);
  });

  it('demands an attestation only of vendors that see protected health information', () => {
    const without = termsOf(balanced).clauses.filter(({ kind }) => kind !== 'attestation');
    expect(codes(termsOf(balanced, { clauses: without }), true)).toEqual(['advice clause-missing']);
    expect(codes(termsOf(balanced, { clauses: without }), false)).toEqual([]);
  });

  it('adds weights exactly', () => {
    const tenths = Array.from({ length: 10 }, () => ['quality', '0.1'] as [keyof typeof ids, string]);
    expect(weightsTotal(termsOf(tenths).slas)).toBe('1');
  });
});
