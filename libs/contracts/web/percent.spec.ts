import { describe, expect, it } from '@jest/globals';
import { percentOfShare, shareOfPercent } from './percent';

describe('percent and share', () => {
  it.each([
    ['80', '0.80'],
    ['99.5', '0.995'],
    ['5', '0.05'],
    ['100', '1.00'],
    ['0', '0.00'],
    ['0.125', '0.00125'],
    ['007', '0.07'],
    ['1234', '12.34'],
    [' 95,5 ', '0.955'],
  ])('%s %% is %s', (percent, share) => {
    expect(shareOfPercent(percent)).toBe(share);
  });

  it.each(['0.80', '0.995', '0.05', '1', '0.005', '0.6'])('%s comes back as what it was', (share) => {
    expect(Number(shareOfPercent(percentOfShare(share)))).toBe(Number(share));
  });

  it.each([
    ['0.80', '80'],
    ['1', '100'],
    ['0.955', '95.5'],
    ['0.05', '5'],
    ['0', '0'],
  ])('%s reads %s', (share, percent) => {
    expect(percentOfShare(share)).toBe(percent);
  });

  it('leaves what is no number for the schema to refuse', () => {
    expect(shareOfPercent('eighty')).toBe('eighty');
    expect(shareOfPercent('')).toBe('');
    expect(shareOfPercent('-5')).toBe('-5');
  });
});
