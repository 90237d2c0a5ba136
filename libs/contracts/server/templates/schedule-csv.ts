import { type AgreedServiceLevel, scheduleColumns } from '@plumbline/contracts/schema';
import { Exact, parseExact } from '@plumbline/sla-engine';

/**
 * The SLAs of a version as CSV (RFC 4180, UTF-8 with byte order mark): what is downloaded, sent back and read says the same. A
 * text that a spreadsheet would take for a formula is led by an apostrophe (OWASP ASVS 1.2.10), which reading drops.
 */
export function scheduleCsv(slas: readonly AgreedServiceLevel[]): string {
  const lines = slas.map((sla) => {
    const { target, segment, metric } = sla;
    const limit = (value: string) => (metric.unit === 'ratio' ? percent(value) : value);
    const limits =
      'band' in target
        ? ['', '', limit(target.band.low), limit(target.band.high)]
        : [target.comparator, limit(target.value), '', ''];
    return [
      ...[sla.name, metric.code, sla.clauseNumber, ...limits],
      ...[segment.lineOfBusiness ?? '', segment.channel ?? '', segment.queue ?? '', segment.language ?? ''],
      ...[sla.window, `${sla.minimumSample}`, sla.weight],
    ];
  });
  return `\uFEFF${[scheduleColumns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
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
