import { type AgreedServiceLevel, scheduleColumns } from '@plumbline/contracts/schema';
import { workbookOf } from '@plumbline/platform/files/writing';
import { Exact, parseExact } from '@plumbline/sla-engine';

/**
 * The SLAs of a version as CSV (RFC 4180, UTF-8 with byte order mark): what is downloaded, sent back and read says the same. A
 * text that a spreadsheet would take for a formula is led by an apostrophe (OWASP ASVS 1.2.10), which reading drops.
 */
export function scheduleCsv(slas: readonly AgreedServiceLevel[]): string {
  const lines = [scheduleColumns, ...slas.map(cellsOf)];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The same as a workbook, every cell a text: a spreadsheet changes none of them. */
export function scheduleWorkbook(slas: readonly AgreedServiceLevel[]): Buffer {
  return workbookOf([{ name: 'SLAs', rows: [scheduleColumns, ...slas.map(cellsOf)] }]);
}

function cellsOf({ name, clauseNumber, target, segment, metric, ...sla }: AgreedServiceLevel): string[] {
  const limit = (value: string) => (metric.unit === 'ratio' ? percent(value) : value);
  const limits =
    'band' in target
      ? ['', '', limit(target.band.low), limit(target.band.high)]
      : [target.comparator, limit(target.value), '', ''];
  return [
    ...[name, metric.code, clauseNumber, ...limits],
    ...[segment.lineOfBusiness ?? '', segment.channel ?? '', segment.queue ?? '', segment.language ?? ''],
    ...[`${sla.minimumSample}`, sla.weight],
  ];
}

/** `0.80` as `80%`, every digit kept. */
function percent(share: string): string {
  const exact = parseExact(share);
  return exact.ok ? `${exact.value.times(new Exact(100)).toFixed()}%` : share;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r']/.test(text) && !/^-?\d+(?:\.\d+)?%?$/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
