import { describe, expect, it } from '@jest/globals';
import { defaultMetrics } from '../kpis/default-metrics';
import type { MetricDefinition } from '../kpis/metric-definition';
import type { Target } from '../targets/target';
import { valueOf } from '../value-of.fixture';
import { parity, type ParitySide } from './parity';

const metric = (id: string): MetricDefinition => {
  const found = defaultMetrics.find(({ definition }) => definition.id === id);
  if (found === undefined) throw new Error(id);
  return found.definition;
};
const serviceLevel = metric('service_level');
const abandonment = metric('abandonment_rate');
const handleTime = metric('average_handle_time');
const netPromoter = metric('net_promoter_score');

const side = (
  definition: MetricDefinition,
  target: Target,
  change: Partial<ParitySide> = {},
): ParitySide => ({
  definition,
  target,
  segment: {},
  window: 'month',
  ...change,
});
const limit = (comparator: '>=' | '>' | '<=' | '<', value: string): Target => ({ comparator, value });
const band = (low: string, high: string): Target => ({ band: { low, high } });
const verdictOf = (agreed: ParitySide | null, expected: ParitySide): string => {
  const { verdict, reasons } = valueOf(parity({ agreed, expected }));
  return [verdict, ...reasons].join(' ');
};

describe('V3: an SLA held against what the insurer expects', () => {
  it.each<[string, MetricDefinition, Target, Target, string]>([
    ['the same limit', serviceLevel, limit('>=', '0.80'), limit('>=', '0.80'), 'equal'],
    ['0.8 is 0.80 (semantics rule 15)', serviceLevel, limit('>=', '0.8'), limit('>=', '0.800'), 'equal'],
    ['more is better: a higher limit', serviceLevel, limit('>=', '0.85'), limit('>=', '0.80'), 'stricter'],
    ['more is better: a lower limit', serviceLevel, limit('>=', '0.80'), limit('>=', '0.85'), 'weaker'],
    ['a hair below', serviceLevel, limit('>=', '0.7999999999'), limit('>=', '0.80'), 'weaker'],
    ['above against at least', serviceLevel, limit('>', '0.80'), limit('>=', '0.80'), 'stricter'],
    ['less is better: a lower limit', abandonment, limit('<', '0.03'), limit('<', '0.05'), 'stricter'],
    ['less is better: a higher limit', abandonment, limit('<=', '0.06'), limit('<', '0.05'), 'weaker'],
    ['at most against below', abandonment, limit('<=', '0.05'), limit('<', '0.05'), 'weaker'],
    ['a band inside a band', handleTime, band('260', '340'), band('240', '360'), 'stricter'],
    ['a band around a band', handleTime, band('240', '400'), band('240', '360'), 'weaker'],
    ['bands that overlap', handleTime, band('300', '420'), band('240', '360'), 'incomparable values'],
    ['bands apart', handleTime, band('480', '720'), band('240', '360'), 'incomparable values'],
    ['a band inside a limit', handleTime, band('240', '360'), limit('<=', '360'), 'stricter'],
    ['a limit around a band', handleTime, limit('<=', '360'), band('240', '360'), 'weaker'],
    ['a band and a limit beside', handleTime, band('240', '360'), limit('<=', '300'), 'incomparable values'],
    ['no time is negative', handleTime, band('0', '360'), limit('<=', '360'), 'equal'],
    ['no share exceeds one', serviceLevel, limit('>', '1'), limit('>=', '1'), 'stricter'],
    ['two limits that nothing meets', serviceLevel, limit('>', '1'), limit('>', '1'), 'equal'],
    ['nothing passes, everything passes', abandonment, limit('<=', '1'), limit('<', '0'), 'weaker'],
    ['points may be negative', netPromoter, limit('>=', '-10'), limit('>=', '0'), 'weaker'],
  ])('%s', (_, definition, agreed, expected, found) => {
    expect(verdictOf(side(definition, agreed), side(definition, expected))).toBe(found);
  });

  it('no SLA is missing, and so is one for another part of the service', () => {
    const target = limit('>=', '0.80');
    const claims = side(serviceLevel, target, { segment: { queue: 'claims' } });
    const billing = side(serviceLevel, target, { segment: { queue: 'billing', language: null } });
    expect(verdictOf(null, claims)).toBe('missing');
    expect(verdictOf(billing, claims)).toBe('missing');
  });

  it.each([
    ['covers more', {}, { queue: 'claims' }],
    ['is only a part', { queue: 'claims' }, {}],
    ['only overlaps', { queue: 'claims' }, { language: 'es' }],
  ])('a segment that %s is not compared, however strict the limit', (_, agreed, expected) => {
    const strict = side(serviceLevel, limit('>=', '0.99'), { segment: agreed });
    const easy = side(serviceLevel, limit('>=', '0.10'), { segment: expected });
    expect(verdictOf(strict, easy)).toBe('incomparable segment');
  });

  it.each<[string, MetricDefinition]>([
    ['another answer threshold', { ...serviceLevel, threshold: { seconds: 30, comparison: '<=' } }],
    ['under instead of within', { ...serviceLevel, threshold: { seconds: 20, comparison: '<' } }],
    ['another reading: of answered calls', { ...serviceLevel, denominator: [{ measure: 'answered' }] }],
    [
      'short abandons taken out (semantics rule 14)',
      { ...serviceLevel, shortAbandon: { seconds: 5, rule: 'outOfBoth' } },
    ],
    ['another direction', { ...serviceLevel, direction: 'band' }],
    ['another unit', { ...serviceLevel, unit: 'points' }],
    ['a sampled share', { ...serviceLevel, sampled: true }],
    ['a repeat window', { ...serviceLevel, repeatWindowDays: 7 }],
  ])('figures by unlike definitions are not compared: %s', (_, definition) => {
    const agreed = side(serviceLevel, limit('>=', '0.80'));
    const expected = side(definition, limit('>=', '0.80'));
    expect(verdictOf(agreed, expected)).toBe('incomparable definition');
    expect(verdictOf(expected, agreed)).toBe('incomparable definition');
  });

  it.each<[string, MetricDefinition]>([
    ['name, version and source', { ...serviceLevel, id: 'sl', version: 9, source: 'Schedule 2' }],
    [
      'a weight of one that is said',
      { ...serviceLevel, denominator: [{ measure: 'offered', weight: '1.0' }] },
    ],
    ['short abandons that are kept', { ...serviceLevel, shortAbandon: { seconds: 5, rule: 'kept' } }],
    [
      'a sum in two parts',
      {
        ...serviceLevel,
        denominator: [
          { measure: 'offered', weight: '0.5' },
          { measure: 'offered', weight: '0.5' },
        ],
      },
    ],
  ])('no difference: %s', (_, definition) => {
    expect(verdictOf(side(serviceLevel, limit('>=', '0.80')), side(definition, limit('>=', '0.80')))).toBe(
      'equal',
    );
  });

  it('a day is judged otherwise than a month', () => {
    const agreed = side(serviceLevel, limit('>=', '0.80'));
    expect(verdictOf(agreed, { ...agreed, window: 'day' })).toBe('incomparable window');
  });

  it('says every reason there is', () => {
    const agreed = side(serviceLevel, limit('>=', '0.80'));
    const expected = side({ ...serviceLevel, sampled: true }, limit('>=', '0.80'), {
      segment: { queue: 'claims' },
      window: 'quarter',
    });
    expect(verdictOf(agreed, expected)).toBe('incomparable definition segment window');
  });

  it.each([
    [
      'a limit that punishes the better value',
      side(serviceLevel, limit('<=', '0.80')),
      'target.againstDirection',
    ],
    ['an empty band', side(handleTime, band('360', '240')), 'target.emptyBand'],
    ['no number', side(serviceLevel, limit('>=', 'much')), 'decimal.malformed'],
    [
      'a metric that counts nothing',
      side({ ...serviceLevel, numerator: [] }, limit('>=', '0.8')),
      'definition.noNumerator',
    ],
  ])('%s is a named problem on either side', (_, wrong, code) => {
    const sound = side(
      wrong.definition,
      wrong.definition.direction === 'band' ? band('1', '2') : limit('>=', '0.8'),
    );
    expect(parity({ agreed: wrong, expected: sound })).toMatchObject({ ok: false, problem: { code } });
    expect(parity({ agreed: sound, expected: wrong })).toMatchObject({ ok: false, problem: { code } });
  });
});
