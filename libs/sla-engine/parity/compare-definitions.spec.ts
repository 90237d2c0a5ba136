import { describe, expect, it } from '@jest/globals';
import { defaultMetrics } from '../kpis/default-metrics';
import type { MetricDefinition } from '../kpis/metric-definition';
import { valueOf } from '../value-of.fixture';
import { type DefinitionDifference, compareDefinitions, definitionParts } from './compare-definitions';

const [{ definition: serviceLevel } = { definition: undefined }] = defaultMetrics;
const base: MetricDefinition = {
  id: 'service_level',
  version: 1,
  unit: 'ratio',
  direction: 'higher',
  numerator: [{ measure: 'answered_within_threshold' }],
  denominator: [{ measure: 'offered' }],
  threshold: { seconds: 20, comparison: '<=' },
  source: '',
};
const changed = (change: Partial<MetricDefinition>): MetricDefinition => ({ ...base, ...change });
const differences = (one: MetricDefinition, other: MetricDefinition): DefinitionDifference[] =>
  valueOf(compareDefinitions(one, other));

describe('what two definitions count differently (semantics rule 14)', () => {
  it.each<[string, Partial<MetricDefinition>, DefinitionDifference[]]>([
    ['nothing', {}, []],
    ['the name, version and source', { id: 'sl', version: 9, source: 'Schedule 2' }, []],
    ['the unit', { unit: 'points' }, [{ part: 'unit', agreed: 'ratio', expected: 'points' }]],
    [
      'which way is better',
      { direction: 'band' },
      [{ part: 'direction', agreed: 'higher', expected: 'band' }],
    ],
    [
      'the numerator',
      { numerator: [{ measure: 'answered' }] },
      [{ part: 'numerator', agreed: 'answered_within_threshold', expected: 'answered' }],
    ],
    [
      'the denominator, whose weights are said',
      { denominator: [{ measure: 'offered' }, { measure: 'flowed_out', weight: '-0.50' }] },
      [{ part: 'denominator', agreed: 'offered', expected: '-0.5 × flowed_out + offered' }],
    ],
    ['no denominator', { denominator: [] }, [{ part: 'denominator', agreed: 'offered', expected: '' }]],
    [
      'the seconds of the threshold',
      { threshold: { seconds: 30, comparison: '<=' } },
      [{ part: 'threshold', agreed: '<= 20 s', expected: '<= 30 s' }],
    ],
    [
      'its comparison',
      { threshold: { seconds: 20, comparison: '<' } },
      [{ part: 'threshold', agreed: '<= 20 s', expected: '< 20 s' }],
    ],
    ['short abandons that are kept', { shortAbandon: { seconds: 5, rule: 'kept' } }, []],
    [
      'short abandons that leave the sum which counts them',
      { shortAbandon: { seconds: 5, rule: 'outOfBoth' } },
      [
        { part: 'denominator', agreed: 'offered', expected: 'offered + -1 × short_abandoned' },
        { part: 'shortAbandon', agreed: '', expected: '< 5 s' },
      ],
    ],
    [
      'short abandons that leave a numerator which never had them',
      { shortAbandon: { seconds: 10, rule: 'outOfNumerator' } },
      [{ part: 'shortAbandon', agreed: '', expected: '< 10 s' }],
    ],
    ['a repeat window', { repeatWindowDays: 7 }, [{ part: 'repeatWindow', agreed: '', expected: '7 d' }]],
    ['one of no days', { repeatWindowDays: 0 }, [{ part: 'repeatWindow', agreed: '', expected: '0 d' }]],
    ['sampling', { sampled: true }, [{ part: 'sampling', agreed: '', expected: 'sampled' }]],
    ['no sampling, said', { sampled: false }, []],
  ])('%s', (_, change, expected) => {
    expect(differences(base, changed(change))).toEqual(expected);
    const mirrored = expected.map(({ part, agreed, expected: other }) => ({
      part,
      agreed: other,
      expected: agreed,
    }));
    expect(differences(changed(change), base)).toEqual(mirrored);
  });

  it('a definition without an answer threshold differs from one with any', () => {
    const { threshold: _, ...without } = base;
    expect(differences(without, base)).toEqual([{ part: 'threshold', agreed: '', expected: '<= 20 s' }]);
  });

  it.each<[string, MetricDefinition['denominator']]>([
    ['a weight of one, said', [{ measure: 'offered', weight: '1.00' }]],
    ['a measure in two parts', ['0.25', '0.75'].map((weight) => ({ measure: 'offered', weight }))],
    [
      'a measure that takes itself away',
      [{ measure: 'offered' }, { measure: 'calls' }, { measure: 'calls', weight: -1 }],
    ],
  ])('the same sum in another spelling is no difference: %s', (_, denominator) => {
    expect(differences(base, changed({ denominator }))).toEqual([]);
  });

  it('nor is the order of what is added up', () => {
    const sum = [{ measure: 'b' }, { measure: 'c', weight: '2' }, { measure: 'a' }];
    const turned = [...sum].reverse();
    expect(differences(changed({ numerator: sum }), changed({ numerator: turned }))).toEqual([]);
    expect(differences(changed({ numerator: sum }), base)).toEqual([
      { part: 'numerator', agreed: 'a + b + 2 × c', expected: 'answered_within_threshold' },
    ]);
  });

  it('lists its differences in the order of the parts', () => {
    const other = changed({ sampled: true, unit: 'count', repeatWindowDays: 30, direction: 'lower' });
    expect(differences(base, other).map(({ part }) => part)).toEqual(
      definitionParts.filter((part) => ['unit', 'direction', 'repeatWindow', 'sampling'].includes(part)),
    );
  });

  it.each<[string, MetricDefinition, string, string]>([
    ['a metric that counts nothing', changed({ numerator: [] }), 'definition.noNumerator', 'numerator'],
    [
      'a weight that is no number',
      changed({ denominator: [{ measure: 'offered', weight: 'many' }] }),
      'decimal.malformed',
      'denominator.0.weight',
    ],
  ])('%s is a problem on either side', (_, wrong, code, path) => {
    expect(compareDefinitions(wrong, base)).toMatchObject({ ok: false, problem: { code, path } });
    expect(compareDefinitions(base, wrong)).toMatchObject({ ok: false, problem: { code, path } });
  });

  it('law: no metric of the library differs from itself, and every difference has its mirror', () => {
    const library = defaultMetrics.map(({ definition }) => definition);
    expect(library).toContain(serviceLevel);
    for (const one of library) {
      expect(differences(one, one)).toEqual([]);
      for (const other of library) {
        expect(differences(other, one)).toEqual(
          differences(one, other).map(({ part, agreed, expected }) => ({
            part,
            agreed: expected,
            expected: agreed,
          })),
        );
      }
    }
  });
});
