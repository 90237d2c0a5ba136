import { describe, expect, it } from '@jest/globals';
import { type CreditStatement, viewCreditStatement } from '@plumbline/credits/schema';
import { statementCsv, statementFileName } from './statement-csv';

const statement = viewCreditStatement.example.response as CreditStatement;

describe('a statement as CSV', () => {
  it('has a row for each line with its exact amount, then credit and total', () => {
    const rows = statementCsv(statement).trim().split('\r\n');
    expect(rows).toHaveLength(1 + 2 + 2);
    expect(rows[1]).toContain('USD,line,Calls answered within 20 s,breached,paid,4000,');
    expect(rows.at(-1)).toContain('USD,total,,,,4000.00,');
  });

  it('lets no cell become a formula, and leaves negative amounts what they are', () => {
    const [line] = statement.lines;
    if (!line) throw new Error('no line');
    const csv = statementCsv({
      ...statement,
      vendor: { ...statement.vendor, name: '=HYPERLINK("http://x")' },
      lines: [{ ...line, name: '@SUM(A1), "all"' }],
      entries: [
        {
          kind: 'earnBack',
          period: '2026-01',
          statementId: statement.id,
          slaId: line.slaId,
          name: '-1+2',
          amount: '-500.00',
          changes: [],
          trace: [],
          requests: [],
        },
      ],
    });
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(`"'@SUM(A1), ""all"""`);
    expect(csv).toContain('earnBack,2026-01 -1+2,,,-500.00');
  });

  it('is named by what no header minds', () => {
    const named = { ...statement, contract: { ...statement.contract, reference: 'MSA "1"\r\n/2' } };
    expect(statementFileName(named, 'csv')).toBe('credits-NORTHWIND-MSA_1_2-2026-03.csv');
  });
});
