import { describe, expect, it } from '@jest/globals';
import { kindOfFormat, numberText } from './number-text';

const rules = { from1904: false, decimal: '.' } as const;
/** As a cell with this format says it. */
const shown = (written: string, format: string | number, more: object = {}) =>
  numberText(
    written,
    typeof format === 'number' ? kindOfFormat(format, undefined) : kindOfFormat(200, format),
    { ...rules, ...more },
  );

describe('numbers of a sheet as text', () => {
  it.each<[string, string | number, string]>([
    ['12', 'General', '12'],
    ['60.564999999999998', 'General', '60.565'],
    ['0.30000000000000004', '0.00', '0.3'],
    ['1E-3', 'General', '0.001'],
    ['1.5E+3', '0.00E+00', '1500'],
    ['123456789012345', '#,##0', '123456789012345'],
    ['-4.25', '[Red]-0.00;0', '-4.25'],
    ['0.333333333333333', 'General', '0.333333333333333'],
    ['0', '@', '0'],
    ['12', '0 "days"', '12'],
    ['12', '0\\ \\h', '12'],
    // percentages keep their sign, exactly
    ['0.07', 9, '7%'],
    ['0.0512345', '0.0%', '5.12345%'],
    ['1', 10, '100%'],
    // dates
    ['45383', 14, '2024-04-01'],
    ['45383.75', 'dd/mm/yyyy', '2024-04-01'],
    ['45383', 17, '2024-04'],
    ['45383', 'mmm\\-yy', '2024-04'],
    ['45383', '[$-409]mmmm yyyy;@', '2024-04'],
    ['45383.4375', 22, '2024-04-01 10:30'],
    ['45383.437500000000007', 'm/d/yy h:mm', '2024-04-01 10:30'],
    ['45383.43751157407', 'yyyy-mm-dd hh:mm:ss', '2024-04-01 10:30:01'],
    ['45383', 'yyyy-mm-dd hh:mm', '2024-04-01 00:00'],
    ['1', 14, '1900-01-01'],
    ['61', 14, '1900-03-01'],
    ['2958465', 14, '9999-12-31'],
    ['2958466', 14, '2958466'],
    ['-1', 14, '-1'],
    // times: of day, and sums beyond a day
    ['0.4375', 20, '10:30:00'],
    ['0.4375', 'h:mm AM/PM', '10:30:00'],
    ['45383.4375', 'hh:mm', '10:30:00'],
    ['0.007534722222222222', 'mm:ss', '0:10:51'],
    ['1.09375', '[h]:mm:ss', '26:15:00'],
    ['1.5', 'hh:mm:ss', '36:00:00'],
    ['0.00001736111111', 'mm:ss.0', '0:00:01.500'],
    ['-0.01', '[mm]:ss', '-0:14:24'],
    // what is no number stays what it is
    ['', 14, ''],
    ['soon', 14, 'soon'],
  ])('%s in the format %s', (written, format, text) => {
    expect(shown(written, format)).toBe(text);
  });

  it('counts days from 1904 where the workbook does, and writes the decimal sign that is read', () => {
    expect(shown('0', 14, { from1904: true })).toBe('1904-01-01');
    expect(shown('43921', 14, { from1904: true })).toBe('2024-04-01');
    expect(shown('1234.5', 'General', { decimal: ',' })).toBe('1234,5');
    expect(shown('0.125', 10, { decimal: ',' })).toBe('12,5%');
  });
});
