import { describe, expect, it } from '@jest/globals';
import { scorecard, type Scorecard, viewScorecard } from '@plumbline/scorecards/schema';
import { scorecardCsv, scorecardFileName } from './scorecard-csv';

const example = scorecard.parse(viewScorecard.example.response);
const named = (name: string): Scorecard => ({
  ...example,
  lines: example.lines.slice(0, 1).map((line) => ({ ...line, name })),
});
const firstCell = (csv: string) => csv.split('\r\n')[1]?.split(',')[0];

describe('the lines of a scorecard as CSV', () => {
  it('has a row a line, figures as they were compared', () => {
    const [header, first, ...rest] = scorecardCsv(example).split('\r\n');
    expect(header).toMatch(/^\uFEFFname,metric,/);
    expect(first).toBe(
      `Calls answered within 20 s,service_level,,,,,4.1,>= 0.80,met,0.8667,,8667,10000,month,,,40,100,${example.lines[0]?.resultId},2`,
    );
    expect(rest).toHaveLength(example.lines.length);
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', `'+1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['-cmd', `'-cmd`],
    ['-5', '-5'],
    ['Say "when"', '"Say ""when"""'],
  ])('lets no spreadsheet run %s', (name, cell) => {
    expect(firstCell(scorecardCsv(named(name)))).toBe(cell);
  });

  it('names the download without anything a header would mind', () => {
    const odd = { ...example, vendor: { ...example.vendor, code: 'A/"B"\r\n..C' } };
    expect(scorecardFileName(odd, 'csv')).toBe('scorecard-A_B_..C-2026-03-revision-2.csv');
  });
});
