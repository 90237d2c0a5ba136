import { csvText } from '@plumbline/api/schema';
import { type AgreedServiceLevel, scheduleColumns } from '@plumbline/contracts/schema';
import { Exact, parseExact } from '@plumbline/sla-engine';

/** The SLAs of a version as CSV: what is downloaded, sent back and read says the same. */
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
      ...[`${sla.minimumSample}`, sla.weight],
    ];
  });
  return csvText([scheduleColumns, ...lines]);
}

/** `0.80` as `80%`, every digit kept. */
function percent(share: string): string {
  const exact = parseExact(share);
  return exact.ok ? `${exact.value.times(new Exact(100)).toFixed()}%` : share;
}
