import { describe, expect, it } from '@jest/globals';
import { intervalFile, qualityFile } from './kpi-files';
import { demoVendors, type DemoVendor } from './vendors';

const vendor = (code: string): DemoVendor => {
  const found = demoVendors.find((each) => each.code === code);
  if (!found) throw new Error(`no demo vendor ${code}`);
  return found;
};
const period = Temporal.PlainYearMonth.from('2026-03');

/** Σ of a column over the rows that `keep` keeps. */
function sum(
  csv: string,
  column: string,
  keep: (cells: Record<string, string>) => boolean = () => true,
): number {
  const [header = '', ...lines] = csv.trim().split('\n');
  const names = header.split(',');
  return lines
    .map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])))
    .filter(keep)
    .reduce((total, cells) => total + Number(cells[column]), 0);
}

describe('the demo’s KPI files', () => {
  it('are the same every time', () => {
    expect(intervalFile(vendor('PRAIRIE'), period, 2)).toBe(intervalFile(vendor('PRAIRIE'), period, 2));
    expect(qualityFile(vendor('PRAIRIE'), period)).toBe(qualityFile(vendor('PRAIRIE'), period));
  });

  it('hold half hours of every day of the month for each queue', () => {
    const lines = intervalFile(vendor('LAKESIDE'), period, 2).trim().split('\n');
    expect(lines).toHaveLength(1 + 2 * 31 * 24);
    expect(lines[1]).toMatch(/^2026-03-01 07:00,individual,eligibility_benefits,en,\d+/);
  });

  it('never claim the impossible', () => {
    for (const each of demoVendors) {
      const csv = intervalFile(each, period, 5);
      if (each.channel === 'chat') continue;
      expect(sum(csv, 'calls_answered') + sum(csv, 'calls_abandoned')).toBe(sum(csv, 'calls_offered'));
      expect(sum(csv, 'calls_answered_20s')).toBeLessThanOrEqual(sum(csv, 'calls_answered'));
    }
  });

  it('tell of a Spanish line that fails while the English one holds', () => {
    const csv = intervalFile(vendor('LAKESIDE'), period, 9);
    const level = (language: string) =>
      sum(csv, 'calls_answered_20s', (row) => row['language'] === language) /
      sum(csv, 'calls_offered', (row) => row['language'] === language);
    expect(level('en')).toBeGreaterThan(0.82);
    expect(level('es')).toBeLessThan(0.7);
  });

  it('tell of an outage: nobody answered on the 12th from ten to three', () => {
    const csv = intervalFile(vendor('PRAIRIE'), period, 5);
    const down = (row: Record<string, string>) => /^2026-03-12 1[0-4]/.test(row['interval_start'] ?? '');
    expect(sum(csv, 'calls_answered_20s', down)).toBe(0);
    expect(sum(csv, 'calls_offered', down)).toBeGreaterThan(100);
  });

  it('tell of a restatement: one week’s handling time was doubled at first', () => {
    const first = intervalFile(vendor('SUMMIT'), period, 9, true);
    const corrected = intervalFile(vendor('SUMMIT'), period, 9);
    expect(sum(first, 'handle_seconds')).toBeGreaterThan(sum(corrected, 'handle_seconds') * 1.1);
    expect(sum(first, 'calls_offered')).toBe(sum(corrected, 'calls_offered'));
  });
});
