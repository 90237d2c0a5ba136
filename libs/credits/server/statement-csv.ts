import { csvText } from '@plumbline/api/schema';
import type { CreditStatement } from '@plumbline/credits/schema';

const HEADER = [
  'number',
  'reference',
  'vendor code',
  'vendor',
  'contract',
  'contract version',
  'month',
  'currency',
  'kind',
  'line',
  'state',
  'standing',
  'amount',
  'exported by',
  'exported at',
];

/**
 * What accounts payable books, as CSV: a row for each line and entry with its exact, unrounded amount, then credit and total
 * as settled.
 */
export function statementCsv(statement: CreditStatement): string {
  const { vendor, contract, period, currency, credit, total, lines, entries } = statement;
  const handed = statement.export;
  const row = (kind: string, line: string, state: string, standing: string, amount: string) => [
    `${handed?.number ?? ''}`,
    handed?.reference ?? '',
    vendor.code,
    vendor.name,
    contract.reference,
    `${contract.versionNumber}`,
    period,
    currency,
    kind,
    line,
    state,
    standing,
    amount,
    handed?.exportedBy ?? '',
    handed?.exportedAt ?? '',
  ];
  const rows = [
    HEADER,
    ...lines.map(({ name, state, standing, amount }) => row('line', name, state, standing, amount)),
    row('credit', '', '', '', credit),
    ...entries.map(({ kind, name, period: of, amount }) =>
      row(kind, [of, name].filter((part) => part !== null).join(' '), '', '', amount),
    ),
    row('total', '', '', '', total),
  ];
  return csvText(rows);
}

/** A name for the download that holds nothing a header or a file system would mind. */
export function statementFileName(
  { vendor, contract, period }: Pick<CreditStatement, 'vendor' | 'contract' | 'period'>,
  extension: string,
): string {
  const safe = (text: string) => text.replace(/[^A-Za-z0-9.-]+/g, '_');
  return `credits-${safe(vendor.code)}-${safe(contract.reference)}-${period}.${extension}`;
}
