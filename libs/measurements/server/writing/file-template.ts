import {
  type Dimension,
  dimensionNames,
  dimensions,
  type Measure,
  type MeasuredSegment,
  partsOfWholes,
} from '@plumbline/measurements/schema';
import { cell } from '../files/problems-csv';
import { type WrittenCell, workbookOf } from './workbook';

export interface TemplateFacts {
  /** What the file has to carry. */
  readonly measures: readonly Pick<Measure, 'code' | 'unit'>[];
  /** The parts of the service that are looked at apart. */
  readonly segments: readonly MeasuredSegment[];
  /** Where the file speaks of several vendors, one of them for the examples. */
  readonly vendorCode: string | null;
  /** YYYY-MM-DD: a day that has not begun, so that an example left in by mistake is refused and never counted. */
  readonly exampleDay: string;
}

const EXAMPLES = 2;

/** An empty KPI file whose columns are suggested rightly when it comes back: headers, and a row or two to write over. */
export function fileTemplate(facts: TemplateFacts, format: 'csv' | 'xlsx'): Buffer {
  const rows = rowsOf(facts);
  if (format === 'xlsx') return workbookOf([{ name: 'KPI', rows }]);
  const text = (written: WrittenCell) => cell(typeof written === 'object' ? written.day : String(written));
  // with a mark, Excel reads and writes it as UTF-8
  return Buffer.from(`\ufeff${rows.map((row) => `${row.map(text).join(',')}\r\n`).join('')}`);
}

function rowsOf({ measures, segments, vendorCode, exampleDay }: TemplateFacts): WrittenCell[][] {
  const cut = dimensionNames.filter((name: Dimension) => segments.some((segment) => segment[name] !== null));
  const header = [
    'day',
    ...(vendorCode === null ? [] : ['vendor_code']),
    ...cut.map((name) => dimensions[name]),
    ...measures.map(({ code }) => code),
  ];
  const figures = exampleFigures(measures);
  const shown = new Map(
    segments.map((segment) => [cut.map((name) => segment[name] ?? '').join('\n'), segment]),
  );
  const examples = [...shown.values()]
    .slice(0, EXAMPLES)
    .map((segment) => [
      { day: exampleDay },
      ...(vendorCode === null ? [] : [vendorCode]),
      ...cut.map((name) => segment[name] ?? ''),
      ...measures.map(({ code }) => figures.get(code) ?? 0),
    ]);
  return [header, ...examples];
}

/** Figures that could be true: no part is more than its whole. */
function exampleFigures(measures: TemplateFacts['measures']): ReadonlyMap<string, number> {
  const figures = new Map(measures.map(({ code, unit }) => [code, unit === 'seconds' ? 36_000 : 100]));
  // a whole may be a part itself: once for each step that such a chain can have
  for (const _ of partsOfWholes)
    for (const [part, whole] of partsOfWholes) {
      const [some, all] = [figures.get(part), figures.get(whole)];
      if (some !== undefined && all !== undefined && some >= all) figures.set(part, all - 5);
    }
  return figures;
}
