import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import type { TraceStep } from '../trace';
import { ops } from './ops';

function answer(input: unknown): Record<string, unknown> {
  const outcome = ops['parity.compare']?.(input);
  return (outcome?.ok === true ? outcome.value : outcome?.problem) as Record<string, unknown>;
}

const side = (value: unknown, more: object = {}): object => ({
  metric: 'service_level',
  target: { comparator: '>=', value },
  ...more,
});
const factsOf = (input: unknown, rule: string): unknown =>
  (answer(input)['trace'] as readonly TraceStep[]).find((step) => step.rule === rule)?.facts;

describe('parity.compare of the engine as a command (V3)', () => {
  it.each<[string, object, object]>([
    ['the same limit', { agreed: side('0.80'), expected: side(0.8) }, { verdict: 'equal', reasons: [] }],
    ['a lower limit', { agreed: side('0.80'), expected: side('0.85') }, { verdict: 'weaker', reasons: [] }],
    [
      'a higher limit',
      { agreed: side('0.90'), expected: side('0.85') },
      { verdict: 'stricter', reasons: [] },
    ],
    ['nothing agreed', { expected: side('0.85') }, { verdict: 'missing', reasons: [] }],
    ['null agreed', { agreed: null, expected: side('0.85') }, { verdict: 'missing', reasons: [] }],
    [
      'another part of the service',
      {
        agreed: side('0.80', { segment: { queue: 'claims' } }),
        expected: side('0.80', { segment: { queue: 'x' } }),
      },
      { verdict: 'missing', reasons: [] },
    ],
    [
      'a segment without its nulls, a window of a month unless stated',
      {
        agreed: side('0.80', { segment: { queue: null }, window: 'month' }),
        expected: side('0.80', { segment: null }),
      },
      { verdict: 'equal', reasons: [] },
    ],
    [
      'another window and a part only',
      { agreed: side('0.80', { segment: { queue: 'claims' }, window: 'day' }), expected: side('0.80') },
      { verdict: 'incomparable', reasons: ['segment', 'window'] },
    ],
    [
      'a definition of one’s own, by either name',
      {
        agreed: side('0.80', { metric: { numerator: 'answered', denominator: 'offered' } }),
        expected: {
          definition: { numerator: ['answered'], denominator: { offered: 1 } },
          target: { band: ['0.5', '0.9'] },
        },
      },
      { verdict: 'incomparable', reasons: ['values'] },
    ],
  ])('%s', (_, input, expected) => {
    expect(answer(input)).toMatchObject(expected);
  });

  it('reads each side into its trace', () => {
    const input = {
      agreed: side('0.80', { segment: { queue: 'claims', language: 'es' }, window: 'week' }),
      expected: side('0.85', { segment: { queue: 'claims' }, window: 'quarter' }),
    };
    expect(factsOf(input, 'parity.agreed')).toMatchObject({
      metric: 'service_level',
      target: '0.8',
      segment: { language: 'es', queue: 'claims' },
      window: 'week',
    });
    expect(factsOf(input, 'parity.expected')).toMatchObject({
      metric: 'service_level',
      target: '0.85',
      segment: { queue: 'claims' },
      window: 'quarter',
    });
    expect(factsOf({ expected: side('0.85') }, 'parity.expected')).toMatchObject({
      segment: {},
      window: 'month',
    });
  });

  it.each<[string, unknown, string, string]>([
    ['no object', 'parity', 'input.notAnObject', ''],
    ['nothing expected', { agreed: side('0.80') }, 'input.missing', 'expected'],
    ['an agreed text', { agreed: 'x', expected: side('0.80') }, 'input.notAnObject', 'agreed'],
    ['an expected text', { expected: 'x' }, 'input.notAnObject', 'expected'],
    ['no metric', { expected: { target: 1 } }, 'input.missing', 'expected.metric'],
    [
      'a metric the library does not have',
      { expected: side('0.80', { metric: 'speed' }) },
      'definition.unknown',
      'expected.metric',
    ],
    ['no target', { expected: { metric: 'service_level' } }, 'input.missing', 'expected.target'],
    ['a target that is no number', { expected: side('much') }, 'decimal.malformed', 'expected.target.value'],
    [
      'an agreed target that is no number',
      { agreed: side('much'), expected: side('0.8') },
      'decimal.malformed',
      'agreed.target.value',
    ],
    [
      'a segment that is a text',
      { expected: side('0.80', { segment: 'claims' }) },
      'input.notAnObject',
      'expected.segment',
    ],
    [
      'a segment whose value is a number',
      { expected: side('0.80', { segment: { queue: 7 } }) },
      'input.notText',
      'expected.segment.queue',
    ],
    [
      'a window that is a number',
      { expected: side('0.80', { window: 1 }) },
      'input.notText',
      'expected.window',
    ],
    [
      'a limit that punishes the better value',
      { expected: side('0.80', { target: { comparator: '<=', value: '0.80' } }) },
      'target.againstDirection',
      'expected.target',
    ],
  ])('refuses %s', (_, input, code, path) => {
    expect(answer(input)).toEqual({ code, path, detail: aSentence });
  });
});
