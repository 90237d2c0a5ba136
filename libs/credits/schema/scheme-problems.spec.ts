import { describe, expect, it } from '@jest/globals';
import { schemeProblems, type SchemeSla } from './scheme-problems';
import { type CreditSchemeTermsInput, creditSchemeTerms } from './scheme-terms';

const [speed, quality] = ['019d3a10-2222-7000-8000-000000000001', '019d3a10-2222-7000-8000-000000000002'];
const slas: readonly SchemeSla[] = [
  {
    id: speed as string,
    name: 'Speed',
    target: { comparator: '>=', value: '0.80' },
    metric: { unit: 'ratio', family: 'speed' },
  },
  {
    id: quality as string,
    name: 'Quality',
    target: { comparator: '>=', value: '0.95' },
    metric: { unit: 'ratio', family: 'quality' },
  },
];

type Line = CreditSchemeTermsInput['lines'][number];
const line = (slaId: string | undefined, allocation: string, more: Partial<Line> = {}): Line => ({
  slaId: slaId as string,
  pool: 'Service',
  allocation,
  method: { kind: 'allocation' },
  ...more,
});

const sound: CreditSchemeTermsInput = {
  currency: 'USD',
  from: '2026-01',
  fees: [{ from: '2026-01', amount: '100000' }],
  atRisk: '0.10',
  pools: [{ name: 'Service', share: '1' }],
  lines: [line(speed, '0.40'), line(quality, '0.60')],
};
const bands = (...edges: readonly (readonly [string, string])[]): Partial<Line> => ({
  method: { kind: 'bands', bands: edges.map(([from, to]) => ({ from, to, share: '0.5' })) },
});
const withSpeed = (more: Partial<Line>): Partial<CreditSchemeTermsInput> => ({
  lines: [line(speed, '0.40', more), line(quality, '0.60')],
});

describe('a scheme is checked at entry (semantics rule 23, K10)', () => {
  it('takes a sound one', () => {
    expect(schemeProblems(creditSchemeTerms.parse(sound), slas)).toEqual([]);
    const covered = withSpeed(bands(['0', '0.5'], ['0.5', '0.8']));
    expect(schemeProblems(creditSchemeTerms.parse({ ...sound, ...covered }), slas)).toEqual([]);
  });

  it.each<[string, Partial<CreditSchemeTermsInput>, string, string]>([
    ['a percentage where a share is meant', { atRisk: '10' }, 'atRisk', 'credit.range'],
    ['a cap above the whole', { caps: { month: '2' } }, 'caps.month', 'credit.range'],
    ['a multiplier below nothing', { repeat: ['1', '-1'] }, 'repeat.1', 'credit.range'],
    [
      'a hole between bands',
      withSpeed(bands(['0', '0.5'], ['0.6', '0.8'])),
      'lines.0.method.bands.1',
      'bands.hole',
    ],
    [
      'bands that overlap',
      withSpeed(bands(['0', '0.6'], ['0.5', '0.8'])),
      'lines.0.method.bands.1',
      'bands.overlap',
    ],
    [
      'bands that do not reach the target',
      withSpeed(bands(['0', '0.7'])),
      'lines.0.method.bands',
      'credit.outsideBands',
    ],
    [
      'bands that do not reach nothing',
      withSpeed(bands(['0.5', '0.8'])),
      'lines.0.method.bands',
      'credit.outsideBands',
    ],
    [
      'points below nothing',
      withSpeed({ method: { kind: 'points', points: '-1', value: '1' } }),
      'lines.0.method.points',
      'credit.points',
    ],
    [
      'a share below nothing',
      withSpeed({ method: { kind: 'perFullPoint', share: '-0.1' } }),
      'lines.0.method',
      'credit.range',
    ],
    [
      'an allocation above the pool',
      { lines: [line(quality, '1.2')] },
      'pools.0.share',
      'allocations-exceed',
    ],
    [
      'allocations that add to more than the pool',
      { lines: [line(speed, '0.5'), line(quality, '0.51')] },
      'pools.0.share',
      'allocations-exceed',
    ],
    ['a pool that is not there', withSpeed({ pool: 'Other' }), 'lines.0.pool', 'pool-unknown'],
    ['a pool that is there twice', { pools: [...sound.pools, ...sound.pools] }, 'pools.1.name', 'pool-twice'],
    [
      'an SLA of another contract',
      withSpeed({ slaId: '019d3a10-2222-7000-8000-00000000ffff' }),
      'lines.0.slaId',
      'sla-unknown',
    ],
    [
      'an SLA with two lines',
      { lines: [line(quality, '0.2'), line(quality, '0.2')] },
      'lines.1.slaId',
      'sla-twice',
    ],
    [
      'fees out of order',
      { fees: [...sound.fees, { from: '2025-01', amount: '1' }] },
      'fees.1.from',
      'fees-unordered',
    ],
    ['no fee in the first month', { fees: [{ from: '2026-02', amount: '1' }] }, 'fees.0.from', 'fee-missing'],
    [
      'a rule that asks for more than it looks at',
      { triggers: [{ effect: 'chronic', rule: { kind: 'kOfN', k: 4, n: 3 } }] },
      'triggers.0.rule.k',
      'trigger.k',
    ],
    [
      'speed that outweighs quality and compliance',
      { lines: [line(speed, '0.6'), line(quality, '0.4')] },
      'speedOutweighsReason',
      'speed.outweighs',
    ],
  ])('refuses %s', (_, more, path, code) => {
    const found = schemeProblems(creditSchemeTerms.parse({ ...sound, ...more }), slas);
    expect(found).toContainEqual(expect.objectContaining({ path, code }));
  });

  it('lets speed outweigh with a recorded reason', () => {
    const terms = {
      ...sound,
      lines: [line(speed, '1')],
      speedOutweighsReason: 'Only calls are bought here.',
    };
    expect(schemeProblems(creditSchemeTerms.parse(terms), slas)).toEqual([]);
  });
});
