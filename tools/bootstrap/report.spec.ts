import { describe, expect, it } from '@jest/globals';
import { seconds, stepLine } from './report.mjs';

describe('seconds', () => {
  it.each([
    [0, '0.0 s'],
    [1_449, '1.4 s'],
    [59_949, '59.9 s'],
    [60_000, '1 min 00 s'],
    [65_400, '1 min 05 s'],
    [119_900, '2 min 00 s'],
  ])('%i ms is %s', (ms, text) => {
    expect(seconds(ms)).toBe(text);
  });
});

describe('stepLine', () => {
  it('ends with the detail, or with the time when there is none', () => {
    expect(stepLine('tables', 1_200, 'up to date')).toBe('  tables            1.2 s   up to date');
    expect(stepLine('tables', 1_200)).toBe('  tables            1.2 s');
  });
});
