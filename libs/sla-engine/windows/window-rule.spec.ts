import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { windowCodePattern, windowRule } from './window-rule';

describe('the code of a window', () => {
  it.each([
    ['day', { kind: 'day' }],
    ['week', { kind: 'week', startsOn: 'monday' }],
    ['week-from-sunday', { kind: 'week', startsOn: 'sunday' }],
    ['month', { kind: 'month' }],
    ['quarter', { kind: 'quarter' }],
    ['rolling-28-days', { kind: 'rolling', count: 28, unit: 'days' }],
    ['rolling-366-days', { kind: 'rolling', count: 366, unit: 'days' }],
    ['rolling-2-months', { kind: 'rolling', count: 2, unit: 'months' }],
    ['rolling-24-months', { kind: 'rolling', count: 24, unit: 'months' }],
  ])('%s', (code, rule) => {
    expect(valueOf(windowRule(code))).toEqual(rule);
    expect(windowCodePattern.test(code)).toBe(true);
  });

  it.each([
    '',
    'year',
    'Week',
    'week-from-monday', // it has its code already
    'week-from-friyay',
    'rolling',
    'rolling-1-days',
    'rolling-07-days',
    'rolling-367-days',
    'rolling-1-months',
    'rolling-25-months',
    'rolling-4-weeks',
    'rolling-2.5-days',
    'month\n',
  ])('refuses %j', (code) => {
    expect(windowRule(code)).toMatchObject({ ok: false, problem: { code: 'window.code', path: 'window' } });
  });
});
