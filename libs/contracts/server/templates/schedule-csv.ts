import { csvText } from '@plumbline/api/schema';
import { type AgreedServiceLevel, scheduleColumns } from '@plumbline/contracts/schema';
import { workbookOf } from '@plumbline/platform/files/writing';
import { Exact, parseExact } from '@plumbline/sla-engine';

/** The SLAs of a version as CSV: what is downloaded, sent back and read says the same. */
export function scheduleCsv(slas: readonly AgreedServiceLevel[]): string {
  return csvText([scheduleColumns, ...slas.map(cellsOf)]);
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
    ...[sla.window, `${sla.minimumSample}`, sla.weight],
  ];
}

/** `0.80` as `80%`, every digit kept. */
function percent(share: string): string {
  const exact = parseExact(share);
  return exact.ok ? `${exact.value.times(new Exact(100)).toFixed()}%` : share;
}
