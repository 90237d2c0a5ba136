import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSentence } from '../a-sentence.fixture';
import { Exact } from '../decimals';
import { valueOf } from '../value-of.fixture';
import { exactTarget } from './exact-target';
import { meetsTarget } from './meets-target';
import { type OutlookInput, outlook } from './outlook';
import { comparators } from './target';

const halfway: OutlookInput = {
  target: { comparator: '>=', value: '0.80' },
  numerator: 700,
  denominator: 1000,
  remaining: 1000,
};

describe('what the rest of an open window must reach', () => {
  it.each<[string, Partial<OutlookInput>, boolean | null, string | null, string | null, boolean, boolean]>([
    ['70 % at half time: the rest must reach 90 %', {}, false, '0.9', null, true, false],
    ['nothing but answered calls would be just enough', { numerator: 600 }, false, '1', null, true, false],
    ['not even that would be', { numerator: 599 }, false, '1.001', null, false, false],
    ['all is in: on target', { numerator: 800, remaining: 0 }, true, null, null, true, true],
    ['all is in: missed', { numerator: 799, remaining: 0 }, false, null, null, false, false],
    ['nothing has come yet', { numerator: 0, denominator: 0 }, null, '0.8', null, true, false],
    [
      'nothing has come and nothing will',
      { numerator: 0, denominator: 0, remaining: 0 },
      null,
      null,
      null,
      false,
      false,
    ],
    [
      'nothing can go wrong any more',
      { numerator: 900, denominator: 1000, remaining: 125 },
      true,
      null,
      null,
      true,
      true,
    ],
    [
      'something still can',
      { numerator: 900, denominator: 1000, remaining: 126 },
      true,
      '0.006349206349206349206349206349206349',
      null,
      true,
      false,
    ],
    [
      'above: the edge is not enough',
      { target: { comparator: '>', value: '0.8' }, numerator: 600 },
      false,
      '1',
      null,
      false,
      false,
    ],
    [
      'above: the edge is not safe',
      { target: { comparator: '>', value: '0.8' }, numerator: 800, remaining: 0 },
      false,
      null,
      null,
      false,
      false,
    ],
    [
      'above: secured only beyond the edge',
      { target: { comparator: '>', value: '0.8' }, numerator: 900, remaining: 125 },
      true,
      null,
      null,
      true,
      false,
    ],
    [
      'few wanted, too many already',
      { target: { comparator: '<=', value: '0.05' }, numerator: 101 },
      false,
      null,
      '-0.001',
      false,
      false,
    ],
    [
      'few wanted, none may follow',
      { target: { comparator: '<=', value: '0.05' }, numerator: 100 },
      false,
      null,
      '0',
      true,
      false,
    ],
    [
      'fewer wanted, none may follow and it is not enough',
      { target: { comparator: '<', value: '0.05' }, numerator: 100 },
      false,
      null,
      '0',
      false,
      false,
    ],
    [
      'few wanted, whatever follows',
      { target: { comparator: '<=', value: '0.6' }, numerator: 200 },
      true,
      null,
      null,
      true,
      true,
    ],
    [
      'fewer wanted, the worst just reaches the edge',
      { target: { comparator: '<', value: '0.6' }, numerator: 200 },
      true,
      null,
      null,
      true,
      false,
    ],
    [
      'a band has two sides',
      { target: { band: { low: 240, high: 360 } }, numerator: 200000, best: null },
      false,
      '280',
      '520',
      true,
      false,
    ],
    [
      'a band gone too low to return',
      { target: { band: { low: '0.9', high: '0.95' } }, numerator: 100 },
      false,
      '1.7',
      null,
      false,
      false,
    ],
    [
      'a time without upper end can still climb',
      { target: { comparator: '>=', value: 240 }, numerator: 0, best: null },
      false,
      '480',
      null,
      true,
      false,
    ],
    [
      'a time without upper end is never secured from above',
      { target: { comparator: '<=', value: 240 }, numerator: 0, best: null },
      true,
      null,
      '480',
      true,
      false,
    ],
    [
      'a unit that cannot fall below a worst',
      { target: { comparator: '>=', value: 1 }, numerator: 1000, worst: 1, best: 2 },
      true,
      null,
      null,
      true,
      true,
    ],
  ])('%s', (_, more, onTarget, low, high, reachable, secured) => {
    expect(valueOf(outlook({ ...halfway, ...more }))).toMatchObject({
      onTarget,
      needed: { low, high },
      reachable,
      secured,
    });
  });

  it('says so in its trace', () => {
    expect(valueOf(outlook(halfway)).trace).toEqual([
      {
        rule: 'target.outlook',
        facts: {
          onTarget: false,
          neededLow: '0.9',
          neededHigh: null,
          remaining: '1000',
          reachable: true,
          secured: false,
        },
      },
    ]);
  });

  it('law: reachable and secured are what the best and the worst rest would come to', () => {
    const count = fc.nat({ max: 60 });
    const target = fc.record({
      comparator: fc.constantFrom(...comparators),
      value: fc.nat({ max: 20 }).map((n) => n / 20),
    });
    fc.assert(
      fc.property(target, count, count, count, (limit, good, bad, remaining) => {
        fc.pre(good + bad + remaining > 0);
        const numbers = { numerator: good, denominator: good + bad, remaining };
        const result = valueOf(outlook({ target: limit, ...numbers }));
        const exact = valueOf(exactTarget(limit));
        const ends = [good, good + remaining].map((end) =>
          meetsTarget(exact, new Exact(end), new Exact(good + bad + remaining)),
        );
        expect(result.reachable).toBe(ends.includes(true));
        expect(result.secured).toBe(!ends.includes(false));
      }),
      { seed: 20, numRuns: 500 },
    );
  });

  it.each<[string, Partial<OutlookInput>, string, string]>([
    ['a target', { target: { comparator: '>=', value: 'x' } }, 'decimal.malformed', 'target.value'],
    ['a numerator', { numerator: 'x' }, 'decimal.malformed', 'numerator'],
    ['a denominator', { denominator: 'x' }, 'decimal.malformed', 'denominator'],
    ['a negative denominator', { denominator: -1 }, 'measure.negative', 'denominator'],
    ['a rest', { remaining: 'x' }, 'decimal.malformed', 'remaining'],
    ['a negative rest', { remaining: -1 }, 'measure.negative', 'remaining'],
    ['a worst', { worst: 'x' }, 'decimal.malformed', 'worst'],
    ['a best', { best: 'x' }, 'decimal.malformed', 'best'],
  ])('refuses %s that makes no sense', (_, more, code, path) => {
    expect(outlook({ ...halfway, ...more })).toMatchObject({ problem: { code, detail: aSentence, path } });
  });
});
