import type { FileProblem, KpiFileReceipt } from '@plumbline/measurements/schema';

/** What came of a file, for partners who have no page: its receipt and what is wrong with its rows. */
export interface ReceiptReport extends KpiFileReceipt {
  /** The first thousand. */
  readonly problems: readonly FileProblem[];
}

const ENDINGS = ['json', 'txt'] as const;
type Ending = (typeof ENDINGS)[number];
const LONGEST_NAME = 120;

/** `march.csv.<id>.json` and `.txt`. */
export function receiptNames({ id, name }: { readonly id: string; readonly name: string }): string[] {
  const harmless = name.replace(/[\p{Cc}/\\]/gu, '_').slice(-LONGEST_NAME);
  return ENDINGS.map((ending) => `${harmless}.${id}.${ending}`);
}

/** Whatever stands before the id: names are for people. */
export function receiptNamed(name: string): { readonly id: string; readonly ending: Ending } | null {
  const [, id, ending] = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(json|txt)$/.exec(name) ?? [];
  return id === undefined ? null : { id, ending: ending as Ending };
}

export function reportAs(ending: Ending, report: ReceiptReport): Buffer {
  return Buffer.from(ending === 'json' ? `${JSON.stringify(report, null, 2)}\n` : textOf(report));
}

function textOf({ received, file, rows, problems, ...report }: ReceiptReport): string {
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['file', file.name],
    ['reference', report.reference],
    ['sent to', report.tenant.name],
    ['vendor', `${report.vendor.name} (${report.vendor.code})`],
    ['received', received.at],
    ['sent by', `${received.by}, ${received.via}`],
    ['key', received.key],
    ['address', received.address],
    ['bytes', file.bytes],
    ['sha-256', file.sha256],
    ['state', report.state.replaceAll('_', ' ')],
    ['refused', report.refusal && `${report.refusal.detail} (${report.refusal.code})`],
    ['months', report.months.join(', ') || null],
    ['rows read', rows.total],
    ['rows wrong', rows.total === null ? null : rows.wrong],
    ['rows new', rows.new],
    ['rows replacing', rows.restated],
    ['rows known', rows.unchanged],
    ['reason', report.restatementReason],
    ['load number', report.loadNumber],
    ['loaded', report.loadedAt],
    ['finished', report.finishedAt],
    ['this report', report.issuedAt],
  ];
  const said = facts.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(16)}${value}`]));
  const wrong = problems.map(
    ({ line, columnName, code, detail }) =>
      `line ${line}${columnName === null ? '' : `, ${columnName}`}: ${detail} (${code})`,
  );
  return `${[...said, ...(wrong.length > 0 ? ['', 'wrong rows:', ...wrong] : [])].join('\n')}\n`;
}
