import { describe, expect, it } from '@jest/globals';
import { formatDelta } from './format-delta';

describe('formatDelta', () => {
  it.each([
    ['0.871', '0.85', 'ratio', 'higher', '2.1 pt better', 'better'],
    ['0.871', '0.85', 'ratio', 'lower', '2.1 pt worse', 'worse'],
    ['0.8504', '0.85', 'ratio', 'higher', 'no change', 'same'],
    ['300', '372', 'seconds', 'lower', '01:12 better', 'better'],
    ['300', '372', 'seconds', 'band', '01:12 lower', 'moved'],
    ['1500', '500', 'count', 'higher', '1,000 better', 'better'],
    ['42.5', '40', 'points', 'higher', '2.5 pt better', 'better'],
  ] as const)('%s after %s (%s, %s is better): %s', (now, before, unit, direction, text, sense) => {
    expect(formatDelta(now, before, unit, direction, 'en')).toEqual({ sense, text });
  });

  it('says nothing where one of the two is missing', () => {
    expect(formatDelta('0.8', null, 'ratio', 'higher', 'en')).toBeNull();
    expect(formatDelta(null, '0.8', 'ratio', 'higher', 'en')).toBeNull();
  });

  it('speaks Spanish to a Spanish reader', () => {
    expect(formatDelta('0.871', '0.85', 'ratio', 'higher', 'es')?.text).toBe('2,1 pp mejor');
  });
});
