import { describe, expect, it } from '@jest/globals';
import { measureCode } from './measure-code';

describe('codes of measures', () => {
  it.each([
    ['answeredWithin60s', 'answered_within60s'],
    ['Answered within threshold', 'answered_within_threshold'],
    ['answered-within-threshold', 'answered_within_threshold'],
    [' offered ', 'offered'],
    ['answered  within - threshold', 'answered_within_threshold'],
    ['answered_within_threshold', 'answered_within_threshold'],
  ])('%s is %s', (name, code) => {
    expect(measureCode(name)).toBe(code);
  });
});
