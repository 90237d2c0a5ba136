import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { ops } from './ops';

const compute = (scheme: object, failures: unknown = [{ sla: 'a' }]): unknown =>
  ops['credit.compute']?.({ scheme: { fee: 100000, atRisk: '0.10', pool: '0.50', ...scheme }, failures });

describe('credit.compute', () => {
  it.each<[string, object, unknown, string]>([
    ['100000 × 0.10 × 0.50 × 0.40', {}, [{ sla: 'sl', allocation: 0.4 }], '2000.00'],
    ['shares with a percent sign', { atRisk: '10%', pool: ' 50 % ' }, [{ allocation: '40%' }], '2000.00'],
    ['a fee of the month', { fee: undefined, monthlyFee: '1000' }, [{ sla: 'a' }], '50.00'],
    ['no at-risk share and no pool', { atRisk: null, pool: null, fee: 100 }, [{ allocation: 0.5 }], '50.00'],
    ['allocations of the scheme', { allocations: { sl: 0.4, qa: '10%' } }, ['sl', 'qa'], '2500.00'],
    [
      'an allocation of its own before that of the scheme',
      { allocations: { sl: 0.4 } },
      [{ sla: 'sl', allocation: 0.2 }],
      '1000.00',
    ],
    ['a failure outside the allocations', { allocations: { sl: 0.4 } }, ['other'], '5000.00'],
    ['no failure', {}, [], '0.00'],
    [
      'bands',
      {
        bands: [
          { from: 0, to: 0.7, share: 1 },
          { from: 0.7, to: 0.8, share: '50%' },
        ],
      },
      [{ value: 0.75 }],
      '2500.00',
    ],
    ['bands with other words', { bands: [{ min: 0, max: 1, credit: 0.1 }] }, [{ value: 0.75 }], '500.00'],
    ['points', { points: 0.01 }, [{ points: 5 }], '250.00'],
    ['points as an object', { points: { value: '1%' } }, [{ points: 5 }], '250.00'],
    ['per full point', { perFullPoint: 0.02 }, [{ value: '0.761', target: 0.8 }], '300.00'],
    [
      'per full point as an object',
      { perFullPoint: { share: 0.02, pointSize: 0.1 } },
      [{ value: '0.55', target: 0.8 }],
      '200.00',
    ],
    ['percentage gap', { percentageGap: true }, [{ value: 0.7, target: 0.8 }], '500.00'],
    ['percentage gap by its word', { percentageGap: 'relative' }, [{ value: 0.6, target: 0.8 }], '1250.00'],
    [
      'percentage gap as an object',
      { percentageGap: { gap: 'relative' } },
      [{ value: 0.6, target: 0.8 }],
      '1250.00',
    ],
    ['percentage gap as an empty object', { percentageGap: {} }, [{ value: 0.6, target: 0.8 }], '1000.00'],
    [
      'pools and methods that differ by SLA: 100000 × 0.10 × (0.30 × 0.40 + 0.20 × 1 × 0.50)',
      {},
      [
        { pool: '30%', allocation: 0.4, method: {} },
        { pool: 0.2, value: 0.7, method: { bands: [{ from: 0, to: 1, share: '50%' }] } },
      ],
      '2200.00',
    ],
    ['a method that is switched off', { percentageGap: false }, [{ sla: 'a' }], '5000.00'],
    ['multipliers', { repeat: [1, 1.5, 2] }, [{ allocation: 0.1, occurrence: 3 }], '1000.00'],
    ['one multiplier', { repeat: 2 }, [{ allocation: 0.1, consecutive: 4 }], '1000.00'],
    [
      'one multiplier by another name',
      { repeatMultiplier: '2' },
      [{ allocation: 0.1, repeat: true }],
      '1000.00',
    ],
    ['one multiplier, first miss', { repeat: 2 }, [{ allocation: 0.1, repeat: false }], '500.00'],
    [
      'a multiplier from the third miss',
      { repeat: { from: 3, multiplier: 2 } },
      [{ allocation: 0.1, occurrence: 2 }],
      '500.00',
    ],
    [
      'a multiplier at the third miss',
      { repeat: { from: 3, multiplier: 2 } },
      [{ allocation: 0.1, occurrence: 3 }],
      '1000.00',
    ],
    [
      'a multiplier from the second miss',
      { repeat: { multiplier: 2 } },
      [{ allocation: 0.1, occurrence: 2 }],
      '1000.00',
    ],
    [
      'named multipliers',
      { repeat: { multipliers: [1, 3] } },
      [{ allocation: 0.1, occurrence: 2 }],
      '1500.00',
    ],
    ['a cap as a share', { cap: 0.02 }, [{ sla: 'a' }], '2000.00'],
    ['a cap in percent', { cap: '2%' }, [{ sla: 'a' }], '2000.00'],
    ['a cap in money', { cap: 1500 }, [{ sla: 'a' }], '1500.00'],
    ['caps', { caps: { month: 0.04, amount: 3000 } }, [{ sla: 'a' }], '3000.00'],
    [
      'a cap per failure',
      { caps: { perFailure: '1%' } },
      [{ sla: 'a' }, { sla: 'b', allocation: 0.1 }],
      '1500.00',
    ],
    ['a cap of the year', { caps: { year: { amount: 3000, credited: 2000 } } }, [{ sla: 'a' }], '1000.00'],
    ['a cap of a year that begins', { caps: { year: { amount: 3000 } } }, [{ sla: 'a' }], '3000.00'],
    [
      'one event',
      {},
      [
        { sla: 'a', event: 'e', allocation: 0.1 },
        { sla: 'b', eventId: 'e', allocation: 0.4 },
      ],
      '2000.00',
    ],
    [
      'the larger',
      { election: 'largest' },
      [
        { sla: 'a', event: 'e', allocation: 0.1 },
        { sla: 'b', event: 'e', allocation: 0.4 },
      ],
      '2000.00',
    ],
    [
      'the smaller',
      { election: 'smaller' },
      [
        { sla: 'a', event: 'e', allocation: 0.1 },
        { sla: 'b', event: 'e', allocation: 0.4 },
      ],
      '500.00',
    ],
    [
      'the order of the contract',
      { election: ['a', 'b'] },
      [
        { sla: 'b', event: 'e', allocation: 0.4 },
        { sla: 'a', event: 'e', allocation: 0.1 },
      ],
      '500.00',
    ],
    [
      'that order as a rule',
      { election: { rule: 'order', order: ['a'] } },
      [
        { sla: 'b', event: 'e', allocation: 0.4 },
        { sla: 'a', event: 'e', allocation: 0.1 },
      ],
      '500.00',
    ],
    [
      'a rule as an object',
      { election: { rule: 'smaller' } },
      [
        { sla: 'b', event: 'e', allocation: 0.4 },
        { sla: 'a', event: 'e', allocation: 0.1 },
      ],
      '500.00',
    ],
    ['a credit that was not elected', {}, [{ sla: 'a', elected: false }], '0.00'],
    ['a currency without minor units', { fee: 1001, minorUnits: 0 }, [{ sla: 'a' }], '50'],
  ])('takes %s', (_, scheme, failures, credit) => {
    expect(compute(scheme, failures)).toMatchObject({ ok: true, value: { credit } });
  });

  it('names a failure by its SLA, id or metric, else by its position', () => {
    expect(compute({}, [{ sla: 'a' }, { id: 'b' }, { metric: 'c' }, {}, 'e'])).toMatchObject({
      value: { lines: [{ sla: 'a' }, { sla: 'b' }, { sla: 'c' }, { sla: '4' }, { sla: 'e' }] },
    });
  });

  it.each<[string, object, unknown, string, string]>([
    ['no fee', { fee: null }, [], 'input.missing', 'scheme.fee'],
    ['10 for 10 %', { atRisk: 10 }, [], 'credit.range', 'scheme.atRisk'],
    ['a percentage of nothing', { atRisk: '%' }, [], 'decimal.malformed', 'scheme.atRisk'],
    ['two methods', { points: 1, perFullPoint: 1 }, [], 'credit.method', 'scheme'],
    [
      'bands with a hole',
      {
        bands: [
          { from: 97, to: 98.9, share: 1 },
          { from: 99, to: 100, share: 0 },
        ],
      },
      [],
      'bands.hole',
      'scheme.bands.1',
    ],
    ['a band without a share', { bands: [{ from: 0, to: 1 }] }, [], 'input.missing', 'scheme.bands.0.share'],
    ['points without a value', { points: {} }, [], 'input.missing', 'scheme.points.value'],
    ['a gap of another kind', { percentageGap: 'squared' }, [], 'input.notAChoice', 'scheme.percentageGap'],
    ['a multiplier', { repeat: [1, 'x'] }, [], 'decimal.malformed', 'scheme.repeat.1'],
    [
      'a repeat from miss zero',
      { repeat: { from: 0, multiplier: 2 } },
      [],
      'credit.range',
      'scheme.repeat.from',
    ],
    [
      'a repeat from a miss too far',
      { repeat: { from: 1e9, multiplier: 2 } },
      [],
      'credit.range',
      'scheme.repeat.from',
    ],
    ['an election', { election: 'loudest' }, [], 'input.notAChoice', 'scheme.election'],
    ['an order of numbers', { election: [1] }, [], 'input.notText', 'scheme.election.0'],
    [
      'an order that is missing',
      { election: { rule: 'order' } },
      [],
      'input.missing',
      'scheme.election.order',
    ],
    ['an object for failures', {}, {}, 'input.notAList', 'failures'],
    ['a number for a failure', {}, [5], 'input.notAnObject', 'failures.0'],
    ['a target', {}, [{ target: { value: 1 } }], 'input.missing', 'failures.0.target.comparator'],
    ['half a miss', {}, [{ occurrence: 1.5 }], 'input.notWhole', 'failures.0.occurrence'],
  ])('refuses %s', (_, scheme, failures, code, path) => {
    expect(compute(scheme, failures)).toMatchObject({
      ok: false,
      problem: { code, detail: aSentence, path },
    });
  });
});

describe('credit.earnBack and credit.adjust', () => {
  it.each<[string, object, string]>([
    ['enough months', { repeatDefault: false }, '2000.00'],
    ['no word of a repeat', {}, '2000.00'],
    ['a repeat', { repeatDefault: true }, '0.00'],
    ['two repeats', { repeatDefault: 2 }, '0.00'],
    ['no repeats', { repeatDefault: 0 }, '2000.00'],
    ['another name', { required: null, requiredMonths: 4 }, '0.00'],
    ['a currency without minor units', { minorUnits: 0 }, '2000'],
  ])('earns back: %s', (_, more, returned) => {
    const input = { credit: '2000.00', monthsAtTarget: 3, required: 3, ...more };
    expect(ops['credit.earnBack']?.(input)).toMatchObject({ ok: true, value: { returned } });
  });

  it.each<[string, object, string]>([
    ['a credit', { credit: 'x' }, 'credit'],
    ['months', { monthsAtTarget: 'x' }, 'monthsAtTarget'],
    ['requirement', { required: null }, 'required'],
    ['repeat', { repeatDefault: 'no' }, 'repeatDefault'],
  ])('needs a %s', (_, more, path) => {
    const input = { credit: '2000.00', monthsAtTarget: 3, required: 3, ...more };
    expect(ops['credit.earnBack']?.(input)).toMatchObject({ ok: false, problem: { path } });
  });

  it('adjusts what was booked', () => {
    const adjust = (input: object): unknown => ops['credit.adjust']?.(input);
    expect(adjust({ credit: 1500, booked: ['2000.00'] })).toMatchObject({ value: { entry: '-500.00' } });
    expect(adjust({ credit: 1500, booked: [2000], minorUnits: 0 })).toMatchObject({
      value: { entry: '-500' },
    });
    expect(adjust({ credit: 1500, booked: ['x'] })).toMatchObject({ problem: { path: 'booked.0' } });
    expect(adjust({ credit: 1500 })).toMatchObject({ problem: { code: 'input.missing', path: 'booked' } });
  });
});
