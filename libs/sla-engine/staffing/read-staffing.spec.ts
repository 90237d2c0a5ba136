import { describe, expect, it } from '@jest/globals';
import { type InputReader, readInput } from '../reading';
import {
  mostAgents,
  mostErlangs,
  readAgents,
  readAmount,
  readInterval,
  readOr,
  readPositive,
  readShare,
  readTarget,
  readThreshold,
} from './read-staffing';

type Read = (request: InputReader) => unknown;
const amount: Read = (request) => readAmount(request, 'field');
const positive: Read = (request) => readPositive(request, 'field');
const agents: Read = (request) => readAgents(request, 'field');
const target: Read = (request) => readTarget(request, 'field');
const share: Read = (request) => readShare(request, 'field');

describe('what is read of a request on staffing', () => {
  it.each<[string, Read, object, unknown]>([
    ['an amount', amount, { field: 12.5 }, 12.5],
    ['as decimal string', amount, { field: '12.50' }, 12.5],
    ['of nothing', amount, { field: 0 }, 0],
    ['up to the largest', amount, { field: 1e9 }, 1e9],
    ['an amount above nothing', positive, { field: 180 }, 180],
    ['down to the smallest', positive, { field: '0.000001' }, 1e-6],
    ['agents', agents, { field: 14 }, 14],
    ['as text', agents, { field: '14' }, 14],
    ['nobody', agents, { field: 0 }, 0],
    ['as many as there may be', agents, { field: 100_000 }, 100_000],
    ['a target', target, { field: 0.8 }, 0.8],
    ['as decimal string', target, { field: '0.80' }, 0.8],
    ['of nothing', target, { field: 0 }, 0],
    ['just below all', target, { field: '0.999999' }, 0.999999],
    ['a share, exactly as it is written', share, { field: '0.30' }, '0.3'],
    ['of nothing', share, { field: 0 }, '0'],
    ['just below all', share, { field: 0.999999 }, '0.999999'],
    ['the length of an interval', readInterval, { intervalSeconds: 900 }, 900],
    ['half an hour unless stated', readInterval, {}, 1800],
    ['or null', readInterval, { intervalSeconds: null }, 1800],
    ['the seconds to answer within', readThreshold, { thresholdSeconds: 0 }, 0],
    ['20 unless stated', readThreshold, {}, 20],
    ['what is there', (request) => readOr(request, 'field', readAgents, 'none'), { field: 7 }, 7],
    ['else the fallback', (request) => readOr(request, 'field', readAgents, 'none'), {}, 'none'],
  ])('%s', (_, read, input, value) => {
    expect(readInput(input, read)).toEqual({ ok: true, value });
  });

  it('no more than gives an answer within a moment', () => {
    expect([mostAgents, mostErlangs]).toEqual([100_000, 100_000]);
  });

  const [outOfRange, malformed] = ['input.outOfRange', 'decimal.malformed'];
  const ofAmounts = 'Expected a number from 0 to 1e9.';
  const aboveNothing = 'Expected a number above 0.';
  const ofAgents = 'Expected 0 to 100000 agents.';
  const ofTargets = 'A target is a share of at least 0 and below 1, such as 0.80.';
  const ofShares = 'Expected a share of at least 0 and below 1, such as 0.30.';

  it.each<[string, Read, unknown, string, string | undefined]>([
    ['an amount below nothing', amount, -0.1, outOfRange, ofAmounts],
    ['an amount beyond the largest', amount, 1_000_000_001, outOfRange, ofAmounts],
    ['an amount that is no number', amount, 'many', malformed, undefined],
    ['no amount', amount, undefined, 'input.missing', undefined],
    ['nothing, where something is needed', positive, 0, outOfRange, aboveNothing],
    ['less than the smallest', positive, '0.0000009', outOfRange, aboveNothing],
    ['below nothing, by the limits of an amount', positive, -1, outOfRange, ofAmounts],
    ['fewer agents than nobody', agents, -1, outOfRange, ofAgents],
    ['more agents than there may be', agents, 100_001, outOfRange, ofAgents],
    ['half an agent', agents, 1.5, 'input.notWhole', undefined],
    ['a target of all', target, 1, 'staffing.targetOutOfRange', ofTargets],
    ['a target in percent', target, 80, 'staffing.targetOutOfRange', ofTargets],
    ['a target below nothing', target, -0.1, 'staffing.targetOutOfRange', ofTargets],
    ['a share of all', share, 1, outOfRange, ofShares],
    ['a share below nothing', share, '-0.01', outOfRange, ofShares],
    ['a share that is no number', share, '30 %', malformed, undefined],
  ])('refuses %s', (_, read, field, code, detail) => {
    const problem = { code, path: 'field', ...(detail === undefined ? {} : { detail }) };
    expect(readInput({ field }, read)).toMatchObject({ ok: false, problem });
  });

  it.each<[string, Read, object, string]>([
    ['an interval of no length', readInterval, { intervalSeconds: 0 }, 'intervalSeconds'],
    ['a negative threshold', readThreshold, { thresholdSeconds: -1 }, 'thresholdSeconds'],
  ])('refuses %s where it stands', (_, read, input, path) => {
    expect(readInput(input, read)).toMatchObject({ ok: false, problem: { code: outOfRange, path } });
  });
});
