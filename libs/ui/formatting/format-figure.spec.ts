import { describe, expect, it } from '@jest/globals';
import { type FigureUnit, formatFigure, formatTarget } from './format-figure';

describe('formatFigure', () => {
  it.each<[string, FigureUnit, string]>([
    ['0.9385171790235081374321880650994575', 'ratio', '93.9%'],
    ['412.4', 'seconds', '06:52'],
    ['3725', 'seconds', '1:02:05'],
    ['12345.6', 'count', '12,346'],
    ['-12.34', 'points', '-12.3'],
  ])('%s in %s reads %s', (value, unit, text) => {
    expect(formatFigure(value, unit, 'en')).toBe(text);
  });

  it.each([
    ['0.7996', '0.8', '79.96%'],
    ['0.79996', '0.8', '79.996%'],
    ['0.8', '0.80', '80.0%'],
    ['0.79999999999999999999', '0.8', '< 80.0%'],
    ['0.05000000000001', '0.05', '> 5.0%'],
  ])('%s beside a target of %s reads %s: rounding never hides a miss (rule 15)', (value, target, text) => {
    expect(formatFigure(value, 'ratio', 'en', target)).toBe(text);
  });

  it('shows parts of a second where mm:ss would equal the target', () => {
    expect(formatFigure('240.4', 'seconds', 'en', '240')).toBe('240.4 s');
  });

  it('follows the locale', () => {
    expect(formatFigure('0.9385', 'ratio', 'es')).toBe('93,9\u00a0%');
  });
});

describe('formatTarget', () => {
  it.each<[string, FigureUnit, string]>([
    ['0.80', 'ratio', '80%'],
    ['0.955', 'ratio', '95.5%'],
    ['240', 'seconds', '04:00'],
    ['30.50', 'points', '30.5'],
  ])('%s in %s reads %s, with the digits it was agreed with', (value, unit, text) => {
    expect(formatTarget(value, unit, 'en')).toBe(text);
  });
});
