import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { ops } from './ops';

const fire = (input: object): unknown => ops['credit.trigger']?.(input);

describe('credit.trigger', () => {
  it.each<[string, object, object]>([
    ['a kind and its n', { rule: { kind: 'consecutive', n: 3 }, series: 'FFF' }, { triggered: true }],
    ['a type', { rule: { type: 'consecutive', n: 3 }, series: 'FFF' }, { triggered: true }],
    ['the kind as a key', { rule: { consecutive: 3 }, series: 'PFF' }, { triggered: false }],
    [
      'the kind as a key of its fields',
      { rule: { kOfN: { k: 2, n: 3 } }, series: 'FPF' },
      { triggered: true },
    ],
    ['the kind as a word', { rule: 'kOfN', k: 2, n: 3, series: 'PPF' }, { triggered: false }],
    [
      'a series in words and blanks',
      { rule: { consecutive: 2 }, series: ['P', 'F', null, 'F'] },
      { triggered: true, undecided: 1, skipped: [2] },
    ],
    [
      'a series with separators',
      { rule: { consecutive: 2 }, series: 'P, F, ?, F' },
      { triggered: true, undecided: 1 },
    ],
    ['no month', { rule: { consecutive: 2 }, series: [] }, { triggered: false, undecided: 0 }],
    [
      'values',
      { rule: { kind: 'rollingAverage', months: 3, target: 0.8 }, series: [0.7, '?', '0.8'] },
      { triggered: true, average: '0.75', undecided: 1 },
    ],
    [
      'named values',
      {
        rule: { rollingAverage: { n: 2, target: { comparator: '<', value: 5 } } },
        series: [{ value: 4 }, { value: 5 }],
      },
      { triggered: false, average: '4.5' },
    ],
    [
      'sums',
      {
        rule: { kind: 'rollingAverage', window: 2, threshold: 0.8 },
        series: [
          { numerator: 79, denominator: 100 },
          { numerator: 1, denominator: 1 },
        ],
      },
      { triggered: true },
    ],
  ])('takes %s', (_, input, expected) => {
    expect(fire(input)).toMatchObject({ ok: true, value: expected });
  });

  it.each<[string, object, string, string]>([
    ['no rule', { series: 'F' }, 'input.missing', 'rule'],
    ['an unknown kind', { rule: { kind: 'sometimes', n: 1 }, series: 'F' }, 'input.notAChoice', 'rule.kind'],
    ['an unknown word', { rule: 'sometimes', n: 1, series: 'F' }, 'input.notAChoice', 'rule'],
    ['no n', { rule: { kind: 'consecutive' }, series: 'F' }, 'input.missing', 'rule.n'],
    ['no k', { rule: { kind: 'kOfN', n: 3 }, series: 'F' }, 'input.missing', 'rule.k'],
    ['half an n', { rule: { consecutive: 1.5 }, series: 'F' }, 'input.notWhole', 'rule.n'],
    ['no target', { rule: { kind: 'rollingAverage', n: 3 }, series: [1] }, 'input.missing', 'rule.target'],
    ['no series', { rule: { consecutive: 3 } }, 'input.missing', 'series'],
    ['a number for a series', { rule: { consecutive: 3 }, series: 5 }, 'input.notAList', 'series'],
    ['an unknown letter', { rule: { consecutive: 3 }, series: 'PX' }, 'trigger.month', 'series.1'],
    ['an unknown word', { rule: { consecutive: 3 }, series: ['P', 'pass'] }, 'trigger.month', 'series.1'],
    ['a flag', { rule: { consecutive: 3 }, series: [true] }, 'trigger.month', 'series.0'],
    [
      'half a sum',
      { rule: { kind: 'rollingAverage', n: 1, target: 1 }, series: [{ numerator: 1 }] },
      'input.missing',
      'series.0.denominator',
    ],
    ['a value among verdicts', { rule: { consecutive: 3 }, series: ['P', 1] }, 'trigger.month', 'series.1'],
  ])('refuses %s', (_, input, code, path) => {
    expect(fire(input)).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });
});

describe('breach.decide and breach.reportingDuty', () => {
  it.each<[string, object, object]>([
    ['a first verdict', { next: 'breached' }, { action: 'open', standing: 'plain' }],
    [
      'a waived one',
      { previous: 'breached', next: 'excused', nextUnderlying: 'breached', record: 'open' },
      { action: 'keep', standing: 'waived' },
    ],
    [
      'a restated one',
      { previous: 'breached', next: 'met', record: 'open' },
      { action: 'close', standing: null },
    ],
  ])('decides %s', (_, input, expected) => {
    expect(ops['breach.decide']?.(input)).toMatchObject({ ok: true, value: expected });
  });

  it.each<[string, object, string]>([
    ['no verdict', {}, 'next'],
    ['an unknown verdict', { next: 'fine' }, 'next'],
    ['an unknown former verdict', { previous: 'fine', next: 'met' }, 'previous'],
    ['an unknown record', { next: 'met', record: 'lost' }, 'record'],
  ])('refuses %s', (_, input, path) => {
    expect(ops['breach.decide']?.(input)).toMatchObject({ problem: { path } });
  });

  it('judges the duty to report', () => {
    const duty = (input: object): unknown => ops['breach.reportingDuty']?.(input);
    const dueAt = '2026-04-08T22:00:00Z';
    expect(duty({ dueAt, at: '2026-04-09T00:00:00Z' })).toMatchObject({
      value: { state: 'breached', breachedAt: dueAt },
    });
    expect(duty({ dueAt, receivedAt: dueAt, asOf: dueAt })).toMatchObject({ value: { state: 'met' } });
    expect(duty({ dueAt })).toMatchObject({ problem: { code: 'input.missing', path: 'asOf' } });
  });
});
