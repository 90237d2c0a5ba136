import Papa from 'papaparse';
import { readData } from '../support/public-data';

export const nurseLine = 'nurse-line-monthly';

/** One row of the file: a provider's month. */
export interface ProviderMonth {
  readonly month: string;
  readonly code: string;
  readonly name: string;
  readonly line: number;
  readonly offered: number;
  readonly answered: number;
  readonly within60s: number;
  readonly abandoned: number;
}

interface Sums {
  readonly calls_offered: number;
  readonly calls_answered: number;
  readonly calls_answered_within_60s: number;
  readonly calls_abandoned_after_30s: number;
  readonly sl60_of_answered: number;
  readonly abandonment_rate: number;
}

export interface NurseLineExpected {
  readonly by_month: Readonly<Record<string, Sums>>;
  readonly by_provider_quarter: Readonly<Record<string, Sums>>;
}

export const months: Readonly<Record<string, string>> = {
  'Apr-15': '2015-04',
  'May-15': '2015-05',
  'Jun-15': '2015-06',
};

export function nurseLineFile(): string {
  return readData(`${nurseLine}/nurse-line-2015-q1.csv`);
}

export function nurseLineExpected(): NurseLineExpected {
  return JSON.parse(readData(`${nurseLine}/expected.json`)) as NurseLineExpected;
}

/** The rows of the file, read by a reader of its own. */
export function providerMonths(content: string): ProviderMonth[] {
  return Papa.parse<Record<string, string>>(content.trim(), { header: true }).data.map((row, index) => ({
    month: months[row['period'] ?? ''] ?? '',
    code: row['provider_code'] ?? '',
    name: row['provider_name'] ?? '',
    line: index + 2,
    offered: Number(row['calls_offered']),
    answered: Number(row['calls_answered']),
    within60s: Number(row['calls_answered_within_60s']),
    abandoned: Number(row['calls_abandoned_after_30s']),
  }));
}

/** The file with one cell of one row replaced. */
export function withCell(content: string, line: number, column: string, value: number): string {
  const { data } = Papa.parse<string[]>(content.trim());
  const row = data[line - 1];
  if (row) row[data[0]?.indexOf(column) ?? -1] = String(value);
  return `${Papa.unparse(data)}\n`;
}
