import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import type { Target } from './target';
import { type Measured, verdict } from './verdict';

const atLeast80: Target = { comparator: '>=', value: '0.80' };
const band: Target = { band: { low: 240, high: 360 } };

describe('semantics rule 15: compared unrounded', () => {
  it.each<[string, Target, Measured, string]>([
    ['79.56 is not 80', atLeast80, { value: '0.7956' }, 'breached'],
    ['79.9999999999 is not 80', atLeast80, { value: '0.799999999999' }, 'breached'],
    ['exactly 80 is (rule 4)', atLeast80, { value: '0.80' }, 'met'],
    ['a JSON number', atLeast80, { value: 0.8 }, 'met'],
    [
      'the quotient of 799999999 and 999999999 as it is',
      atLeast80,
      { numerator: 799999999, denominator: 999999999 },
      'breached',
    ],
    ['the quotient of 4 and 5', atLeast80, { numerator: 4, denominator: 5 }, 'met'],
    [
      'a third against a third cut at 34 digits',
      { comparator: '<=', value: `0.${'3'.repeat(34)}` },
      { numerator: 1, denominator: 3 },
      'breached',
    ],
    ['above, on the edge', { comparator: '>', value: '0.8' }, { value: '0.8' }, 'breached'],
    ['above', { comparator: '>', value: '0.8' }, { value: '0.8001' }, 'met'],
    ['below, on the edge', { comparator: '<', value: '0.05' }, { value: '0.05' }, 'breached'],
    ['below', { comparator: '<', value: '0.05' }, { value: '0.0499' }, 'met'],
    ['at most, on the edge', { comparator: '<=', value: '30' }, { value: '30' }, 'met'],
    ['at most, over it', { comparator: '<=', value: '30' }, { value: '30.001' }, 'breached'],
    ['under the band (K3)', band, { value: '239.99' }, 'breached'],
    ['on its low edge', band, { value: '240' }, 'met'],
    ['on its high edge', band, { value: '360' }, 'met'],
    ['over it', band, { value: '360.01' }, 'breached'],
    ['a quotient inside', band, { numerator: 30000, denominator: 100 }, 'met'],
    ['no volume', atLeast80, { value: null }, 'noVolume'],
    ['a quotient over nothing', atLeast80, { numerator: 0, denominator: 0 }, 'noVolume'],
    ['nothing reported', atLeast80, { reported: false }, 'notReported'],
  ])('%s', (_, target, measured, state) => {
    expect(valueOf(verdict(target, measured)).state).toBe(state);
  });

  it('says what it compared', () => {
    expect(valueOf(verdict(atLeast80, { numerator: 7956, denominator: 10000 }))).toEqual({
      state: 'breached',
      value: '0.7956',
      trace: [
        {
          rule: 'target.comparison',
          facts: { value: '0.7956', comparator: '>=', target: '0.8', met: false },
        },
      ],
    });
    expect(valueOf(verdict(band, { value: 300 })).trace).toEqual([
      { rule: 'target.band', facts: { value: '300', low: '240', high: '360', met: true } },
    ]);
    expect(valueOf(verdict(band, { value: null }))).toMatchObject({
      value: null,
      trace: [{ rule: 'target.noVolume' }],
    });
    expect(valueOf(verdict(band, { reported: false }))).toMatchObject({
      value: null,
      trace: [{ rule: 'target.notReported' }],
    });
  });
});

describe('semantics rule 19: small samples never decide', () => {
  const atLeast95: Target = { comparator: '>=', value: '0.95' };

  it.each<[string, Target, number, number, number | undefined, string]>([
    ['92 of 100 against 95 %: the interval holds both', atLeast95, 92, 100, undefined, 'insufficientSample'],
    ['80 of 100: even the upper bound misses', atLeast95, 80, 100, undefined, 'breached'],
    ['990 of 1000: even the lower bound meets', atLeast95, 990, 1000, undefined, 'met'],
    ['0 of 3 decides nothing', atLeast95, 0, 3, undefined, 'insufficientSample'],
    ['0 of 9 is below the usual minimum', atLeast95, 0, 9, undefined, 'insufficientSample'],
    ['0 of 10 is not', atLeast95, 0, 10, undefined, 'breached'],
    ['29 of a minimum of 30', atLeast95, 0, 29, 30, 'insufficientSample'],
    ['30 of a minimum of 30', atLeast95, 0, 30, 30, 'breached'],
    ['no sample at all', atLeast95, 0, 0, undefined, 'noVolume'],
    ['few errors wanted, few found', { comparator: '<=', value: '0.05' }, 0, 200, undefined, 'met'],
    ['few errors wanted, many found', { comparator: '<=', value: '0.05' }, 30, 200, undefined, 'breached'],
    [
      'few errors wanted, some found',
      { comparator: '<', value: '0.05' },
      10,
      200,
      undefined,
      'insufficientSample',
    ],
    ['inside a band', { band: { low: '0.4', high: '0.6' } }, 500, 1000, undefined, 'met'],
    [
      'across both edges of a band',
      { band: { low: '0.49', high: '0.51' } },
      50,
      100,
      undefined,
      'insufficientSample',
    ],
    [
      'across the low edge of a band',
      { band: { low: '0.5', high: '0.9' } },
      50,
      100,
      undefined,
      'insufficientSample',
    ],
    [
      'across the high edge of a band',
      { band: { low: '0.1', high: '0.5' } },
      50,
      100,
      undefined,
      'insufficientSample',
    ],
    ['above a band', { band: { low: '0.1', high: '0.2' } }, 50, 100, undefined, 'breached'],
    ['below a band', { band: { low: '0.8', high: '0.9' } }, 50, 100, undefined, 'breached'],
  ])('%s', (_, target, passes, n, minimumN, state) => {
    const sample = minimumN === undefined ? { passes, n } : { passes, n, minimumN };
    expect(valueOf(verdict(target, { sample })).state).toBe(state);
  });

  it('shows the interval it decided by', () => {
    const interval = { lower: '0.850018922991', upper: '0.958906538516', confidence: '0.95' };
    expect(valueOf(verdict(atLeast95, { sample: { passes: 92, n: 100 } }))).toEqual({
      state: 'insufficientSample',
      value: '0.92',
      interval,
      trace: [
        {
          rule: 'target.sample',
          facts: {
            passes: '92',
            n: '100',
            value: '0.92',
            ...interval,
            comparator: '>=',
            target: '0.95',
            low: null,
            high: null,
            state: 'insufficientSample',
          },
        },
      ],
    });
  });

  it('shows it too where the sample was too small', () => {
    expect(valueOf(verdict(atLeast95, { sample: { passes: 0, n: 3 } })).trace).toEqual([
      {
        rule: 'target.sampleTooSmall',
        facts: {
          passes: '0',
          n: '3',
          value: '0',
          lower: '0',
          upper: '0.561497031755',
          confidence: '0.95',
          minimumN: 10,
        },
      },
    ]);
  });

  it('names the edges of a band', () => {
    const [step] = valueOf(
      verdict({ band: { low: '0.4', high: '0.6' } }, { sample: { passes: 500, n: 1000 } }),
    ).trace;
    expect(step?.facts).toMatchObject({ comparator: null, target: null, low: '0.4', high: '0.6' });
  });

  it('a wider confidence decides less', () => {
    const sample = { passes: 88, n: 100 };
    const at = (confidence: string): string =>
      valueOf(verdict(atLeast95, { sample: { ...sample, confidence } })).state;
    expect([at('0.95'), at('0.9999')]).toEqual(['breached', 'insufficientSample']);
  });
});

describe('malformed targets and figures', () => {
  it.each<[string, Target, Measured, string, string]>([
    ['a value', atLeast80, { value: 'x' }, 'decimal.malformed', 'value'],
    ['a numerator', atLeast80, { numerator: 'x', denominator: 1 }, 'decimal.malformed', 'numerator'],
    ['a denominator', atLeast80, { numerator: 1, denominator: 'x' }, 'decimal.malformed', 'denominator'],
    [
      'a negative denominator',
      atLeast80,
      { numerator: 1, denominator: -1 },
      'kpi.negativeDenominator',
      'denominator',
    ],
    ['a target value', { comparator: '>=', value: 'x' }, { value: 1 }, 'decimal.malformed', 'target.value'],
    ['a low edge', { band: { low: 'x', high: 1 } }, { value: 1 }, 'decimal.malformed', 'target.band.low'],
    ['a high edge', { band: { low: 1, high: 'x' } }, { value: 1 }, 'decimal.malformed', 'target.band.high'],
    ['an empty band', { band: { low: 2, high: 2 } }, { value: 1 }, 'target.emptyBand', 'target.band'],
    ['passes', atLeast80, { sample: { passes: 'x', n: 1 } }, 'decimal.malformed', 'sample.passes'],
    ['a sample size', atLeast80, { sample: { passes: 1, n: 'x' } }, 'decimal.malformed', 'sample.n'],
    [
      'more passes than samples',
      atLeast80,
      { sample: { passes: 4, n: 3 } },
      'sample.passes',
      'sample.passes',
    ],
    ['negative passes', atLeast80, { sample: { passes: -1, n: 3 } }, 'sample.passes', 'sample.passes'],
    ['half a pass', atLeast80, { sample: { passes: 1.5, n: 3 } }, 'sample.passes', 'sample.passes'],
    ['half a sample', atLeast80, { sample: { passes: 1, n: 3.5 } }, 'sample.size', 'sample.n'],
    ['passes of no sample', atLeast80, { sample: { passes: 1, n: 0 } }, 'sample.size', 'sample.n'],
    ['a negative sample', atLeast80, { sample: { passes: 0, n: -3 } }, 'sample.size', 'sample.n'],
    [
      'a confidence',
      atLeast80,
      { sample: { passes: 1, n: 3, confidence: 'x' } },
      'decimal.malformed',
      'sample.confidence',
    ],
    [
      'no confidence',
      atLeast80,
      { sample: { passes: 1, n: 3, confidence: 0 } },
      'sample.confidence',
      'sample.confidence',
    ],
    [
      'certainty',
      atLeast80,
      { sample: { passes: 1, n: 3, confidence: 1 } },
      'sample.confidence',
      'sample.confidence',
    ],
    [
      'a confidence that rounds to certainty',
      atLeast80,
      { sample: { passes: 1, n: 3, confidence: `0.${'9'.repeat(30)}` } },
      'sample.confidence',
      'sample.confidence',
    ],
  ])('refuses %s', (_, target, measured, code, path) => {
    expect(verdict(target, measured)).toMatchObject({
      ok: false,
      problem: { code, detail: aSentence, path },
    });
  });

  it('refuses a comparator nobody knows', () => {
    const target: unknown = { comparator: '==', value: 1 };
    expect(verdict(target as Target, { value: 1 })).toMatchObject({
      problem: { code: 'target.comparator', path: 'target.comparator' },
    });
  });
});
