import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { ops } from './ops';

const decide = (input: object): unknown => ops['kpi.verdict']?.(input);

describe('kpi.verdict', () => {
  it.each<[string, object, string]>([
    ['a comparator target', { target: { comparator: '>=', value: '0.80' }, value: 0.8 }, 'met'],
    ['a bare target is at least that', { target: 0.8, value: '0.79' }, 'breached'],
    ['a comparator beside a bare target', { target: '0.05', comparator: '<', value: '0.05' }, 'breached'],
    ['at least', { target: { comparator: '≥', value: 5 }, value: 5 }, 'met'],
    ['gte', { target: { comparator: 'gte', value: 5 }, value: 5 }, 'met'],
    ['atLeast', { target: { comparator: 'atLeast', value: 5 }, value: 5 }, 'met'],
    ['gt', { target: { comparator: 'gt', value: 5 }, value: 5 }, 'breached'],
    ['above', { target: { comparator: 'above', value: 5 }, value: 6 }, 'met'],
    ['at most', { target: { comparator: '≤', value: 5 }, value: 5 }, 'met'],
    ['lte', { target: { comparator: 'lte', value: 5 }, value: 6 }, 'breached'],
    ['atMost', { target: { comparator: 'atMost', value: 5 }, value: 5 }, 'met'],
    ['lt', { target: { comparator: 'lt', value: 5 }, value: 5 }, 'breached'],
    ['below', { target: { comparator: 'below', value: 5 }, value: 4 }, 'met'],
    ['a band in the target', { target: { band: { low: 1, high: 2 } }, value: 2 }, 'met'],
    ['a band as a pair', { target: { band: [1, 2] }, value: 3 }, 'breached'],
    ['a band with other words', { target: { band: { min: 1, max: 2 } }, value: 1 }, 'met'],
    ['a band in the request', { band: { from: 1, to: 2 }, value: 1 }, 'met'],
    ['a quotient', { target: 0.8, numerator: 4, denominator: 5 }, 'met'],
    ['no volume', { target: 0.8, value: null }, 'noVolume'],
    ['not reported', { target: 0.8, reported: false }, 'notReported'],
    ['a sample', { target: 0.95, sample: { passes: 92, n: 100 } }, 'insufficientSample'],
    ['a sample in the request', { target: 0.95, passes: 0, n: 20 }, 'breached'],
    [
      'a minimum beside the sample',
      { target: 0.95, sample: { passes: 0, n: 20 }, minimumN: 30 },
      'insufficientSample',
    ],
    [
      'a minimum in the sample',
      { target: 0.95, sample: { passes: 0, size: 20, minimumN: 30 } },
      'insufficientSample',
    ],
    ['a confidence', { target: 0.95, passes: 88, n: 100, confidence: 0.9999 }, 'insufficientSample'],
  ])('%s', (_, input, state) => {
    expect(decide(input)).toMatchObject({ ok: true, value: { state } });
  });

  it('gives the interval of a sample as a pair', () => {
    expect(decide({ target: 0.95, sample: { passes: 92, n: 100 } })).toMatchObject({
      value: { interval: ['0.850018922991', '0.958906538516'], confidence: '0.95' },
    });
    expect(decide({ target: 0.95, value: 1 })).not.toHaveProperty('value.interval');
  });

  it.each<[string, object, string, string]>([
    ['no target', { value: 1 }, 'input.missing', 'target'],
    [
      'an unknown comparator',
      { target: { comparator: '==', value: 1 }, value: 1 },
      'target.comparator',
      'target.comparator',
    ],
    [
      'a property of objects for a comparator',
      { target: { comparator: 'toString', value: 1 }, value: 1 },
      'target.comparator',
      'target.comparator',
    ],
    [
      'a target without a comparator',
      { target: { value: 1 }, value: 1 },
      'input.missing',
      'target.comparator',
    ],
    ['a target without a value', { target: { comparator: '>=' }, value: 1 }, 'input.missing', 'target.value'],
    ['a band of three', { target: { band: [1, 2, 3] }, value: 1 }, 'target.emptyBand', 'target.band'],
    ['a band of one', { target: { band: [1] }, value: 1 }, 'target.emptyBand', 'target.band'],
    ['an edge', { target: { band: [1, 'x'] }, value: 1 }, 'decimal.malformed', 'target.band.1'],
    ['no value', { target: 1 }, 'input.missing', 'value'],
    ['text for a value', { target: 1, value: 'high' }, 'decimal.malformed', 'value'],
    ['a numerator alone', { target: 1, numerator: 1 }, 'input.missing', 'denominator'],
    ['a sample without a size', { target: 1, sample: { passes: 1 } }, 'input.missing', 'sample.n'],
    [
      'half a minimum',
      { target: 1, sample: { passes: 1, n: 3, minimumN: 1.5 } },
      'input.notWhole',
      'sample.minimumN',
    ],
  ])('refuses %s', (_, input, code, path) => {
    expect(decide(input)).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });
});

describe('kpi.judge and kpi.outlook', () => {
  const month = {
    definition: { numerator: 'answered', denominator: 'offered' },
    target: { comparator: '>=', value: '0.80', sample: { minimumN: 30 } },
    window: { start: '2026-03-01T05:00:00Z', end: '2026-04-01T04:00:00Z', timezone: 'America/New_York' },
    at: '2026-04-05T12:00:00Z',
    rows: [{ answered: 79, offered: 100 }],
  };
  const judged = (more: object = {}): unknown => ops['kpi.judge']?.({ ...month, ...more });

  it.each<[string, object, object]>([
    ['the field names of a request', {}, { state: 'breached' }],
    ['those of an export', { asOf: month.at, metric: month.definition }, { state: 'breached' }],
    [
      'a sampled metric and the rule of its target',
      { definition: { ...month.definition, sampled: true }, rows: [{ answered: 0, offered: 20 }] },
      { state: 'insufficientSample' },
    ],
    [
      'a sample rule in the target itself',
      {
        definition: { ...month.definition, sampled: true },
        rows: [{ answered: 0, offered: 20 }],
        target: { comparator: '>=', value: 1, minimumN: 30 },
      },
      { state: 'insufficientSample' },
    ],
    [
      'a waiver',
      { waiver: { id: 'W', reason: 'R', approvedBy: 'A' } },
      {
        state: 'excused',
        trace: expect.arrayContaining([
          { rule: 'target.waived', facts: { id: 'W', reason: 'R', approvedBy: 'A' } },
        ]),
      },
    ],
    [
      'a dispute',
      { dispute: { id: 'D', reason: 'R' } },
      {
        state: 'disputed',
        trace: expect.arrayContaining([
          { rule: 'target.disputed', facts: expect.objectContaining({ id: 'D', reason: 'R' }) },
        ]),
      },
    ],
    [
      'claimed figures',
      { claimed: [{ value: 0.9, source: 'Report, page 2' }, { value: 1 }] },
      {
        claimed: [
          { value: '0.9', source: 'Report, page 2' },
          { value: '1', source: '' },
        ],
      },
    ],
    [
      'the zone of an export',
      { window: { ...month.window, timezone: null, zone: 'UTC' } },
      { state: 'breached' },
    ],
    ['a due report', { rows: [], reportDueAt: '2026-04-08T00:00:00Z' }, { state: 'provisional' }],
    ['a rest', { at: '2026-03-20T00:00:00Z', remaining: 10 }, { outlook: { reachable: true } }],
  ])('takes %s', (_, more, expected) => {
    expect(judged(more)).toMatchObject({ ok: true, value: expected });
  });

  it.each<[string, object, string]>([
    ['no window', { window: null }, 'window'],
    ['no instant', { at: null }, 'asOf'],
    ['no target', { target: null }, 'target'],
    ['no definition', { definition: null }, 'metric'],
  ])('refuses %s', (_, more, path) => {
    expect(judged(more)).toMatchObject({ problem: { code: 'input.missing', path } });
  });

  it.each<[string, object, object]>([
    ['a share', {}, { needed: { low: '0.9', high: null }, secured: false }],
    ['no upper end', { best: null, numerator: 0 }, { needed: { low: '1.6', high: null }, reachable: true }],
    ['an upper end of its own', { best: '0.85' }, { reachable: false }],
    ['a lower end of its own', { worst: '0.95' }, { secured: true }],
  ])('outlook: %s', (_, more, expected) => {
    const input = { target: 0.8, numerator: 700, denominator: 1000, remaining: 1000, ...more };
    expect(ops['kpi.outlook']?.(input)).toMatchObject({ ok: true, value: expected });
  });

  it('outlook needs its numbers', () => {
    expect(ops['kpi.outlook']?.({ target: 0.8 })).toMatchObject({ problem: { path: 'numerator' } });
  });
});
