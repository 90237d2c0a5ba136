import { describe, expect, it } from '@jest/globals';
import { type AmountProblem, readClaimed, readDuration, readNumber, weighted } from './amounts';

const amount = (text: string | null) => ({ amount: text });
const problem = (code: AmountProblem) => ({ problem: code });

describe('reading amounts', () => {
  it.each([
    ['12', '.', amount('12')],
    ['0', '.', amount('0')],
    ['007', '.', amount('007')],
    [' 12 ', '.', amount('12')],
    ['12.50', '.', amount('12.50')],
    ['1,234', '.', amount('1234')],
    ['1,234,567.8', '.', amount('1234567.8')],
    ['1 234', '.', amount('1234')],
    ['1.234,5', ',', amount('1234.5')],
    ['12,5', ',', amount('12.5')],
    ['', '.', amount(null)],
    ['   ', '.', amount(null)],
    ['N/A', '.', amount(null)],
    ['12,5', '.', problem('not-a-number')],
    ['1.234', ',', amount('1234')],
    ['1.2.3', '.', problem('not-a-number')],
    ['12 calls', '.', problem('not-a-number')],
    ['1e3', '.', problem('not-a-number')],
    ['=1+1', '.', problem('not-a-number')],
    ['NaN', '.', problem('not-a-number')],
    ['Infinity', '.', problem('not-a-number')],
    ['-1', '.', problem('negative')],
    ['\u22125', '.', problem('negative')],
    ['(5)', '.', problem('negative')],
    ['9999999999999999', '.', problem('too-large')],
  ] as const)('a count "%s" with decimal "%s"', (text, decimal, expected) => {
    expect(readNumber(text, decimal)).toEqual(expected);
  });

  it.each([
    ['90', 'seconds', amount('90')],
    ['1.5', 'minutes', amount('90')],
    ['0.5', 'hours', amount('1800')],
    ['00:10:53', 'hh:mm:ss', amount('653')],
    ['10:53', 'hh:mm:ss', amount('653')],
    ['90:00', 'hh:mm:ss', amount('5400')],
    ['100:00:01', 'hh:mm:ss', amount('360001')],
    ['0:00:01.5', 'hh:mm:ss', amount('1.5')],
    ['', 'hh:mm:ss', amount(null)],
    ['653', 'hh:mm:ss', problem('not-a-duration')],
    ['1:60:00', 'hh:mm:ss', problem('not-a-duration')],
    ['1:00:60', 'hh:mm:ss', problem('not-a-duration')],
    ['-1:00', 'hh:mm:ss', problem('negative')],
    ['soon', 'minutes', problem('not-a-number')],
  ] as const)('a time "%s" in %s', (text, unit, expected) => {
    expect(readDuration(text, unit, '.')).toEqual(expected);
  });

  it.each([
    ['8.7', 'percent', amount('0.087')],
    ['8.7%', 'percent', amount('0.087')],
    ['41.3 %', 'percent', amount('0.413')],
    ['100', 'percent', amount('1')],
    ['0.27', 'fraction', amount('0.27')],
    ['2', 'minutes', amount('120')],
    ['', 'percent', amount(null)],
    ['101', 'percent', problem('out-of-range')],
    ['27', 'fraction', problem('out-of-range')],
  ] as const)('a claimed "%s" in %s', (text, unit, expected) => {
    expect(readClaimed(text, unit, '.')).toEqual(expected);
  });

  it('weighs an average exactly, and only when both are known', () => {
    expect(weighted('0.1', '3')).toBe('0.3');
    expect(weighted(null, '3')).toBeNull();
    expect(weighted('95', null)).toBeNull();
  });
});
