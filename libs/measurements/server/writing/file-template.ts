import {
  type Dimension,
  dimensionNames,
  dimensions,
  type Measure,
  type MeasuredSegment,
  partsOfWholes,
} from '@plumbline/measurements/schema';
import { cell } from '../files/problems-csv';
import { type WrittenCell, workbookOf } from '@plumbline/platform/files/writing';

export interface SubjectFacts {
  /** The parts of the service that are looked at apart. */
  readonly segments: readonly MeasuredSegment[];
  /** Where the file speaks of several vendors, one of them for the examples. */
  readonly vendorCode: string | null;
  /** YYYY-MM-DD: a day that has not begun, so that an example left in by mistake is refused and never counted. */
  readonly exampleDay: string;
}

export interface TemplateFacts extends SubjectFacts {
  /** What the file has to carry. */
  readonly measures: readonly Pick<Measure, 'code' | 'unit'>[];
}

export interface CaseTemplateFacts extends SubjectFacts {
  /** Somebody looks at when a case was acknowledged: whoever maps such a column has to say how much time there was. */
  readonly acknowledges: boolean;
}

export type TemplateFormat = 'csv' | 'xlsx';

const EXAMPLES = 2;

/** An empty KPI file whose columns are suggested rightly when it comes back: headers, and a row or two to write over. */
export function fileTemplate(facts: TemplateFacts, format: TemplateFormat): Buffer {
  const { measures, exampleDay } = facts;
  const { header, examples } = subjectsOf(facts);
  const figures = exampleFigures(measures);
  return written('KPI', format, [
    ['day', ...header, ...measures.map(({ code }) => code)],
    ...examples.map((subject) => [
      { day: exampleDay },
      ...subject,
      ...measures.map(({ code }) => figures.get(code) ?? 0),
    ]),
  ]);
}

/** The same for a file of cases: one that is closed and one that is still open, so that both can be seen. */
export function caseTemplate(facts: CaseTemplateFacts, format: TemplateFormat): Buffer {
  const { header, examples } = subjectsOf(facts);
  const opened = Temporal.PlainDate.from(facts.exampleDay);
  const after = (days: number) => ({ day: opened.add({ days }).toString() });
  const acknowledged = (cell: WrittenCell) => (facts.acknowledges ? [cell] : []);
  const [first = [], second = first] = examples;
  return written('Cases', format, [
    ['case_number', ...header, 'opened', ...acknowledged('acknowledged'), 'closed'],
    ['EXAMPLE-1', ...first, after(0), ...acknowledged(after(1)), after(9)],
    ['EXAMPLE-2', ...second, after(0), ...acknowledged(''), ''],
  ]);
}

function written(sheet: string, format: TemplateFormat, rows: readonly WrittenCell[][]): Buffer {
  if (format === 'xlsx') return workbookOf([{ name: sheet, rows }]);
  const text = (one: WrittenCell) => cell(typeof one === 'object' ? one.day : String(one));
  // with a mark, Excel reads and writes it as UTF-8
  return Buffer.from(`\ufeff${rows.map((row) => `${row.map(text).join(',')}\r\n`).join('')}`);
}

/** The columns that say whose row it is and about which part of the service, and what could stand in them. */
function subjectsOf({ segments, vendorCode }: SubjectFacts): { header: string[]; examples: string[][] } {
  const cut = dimensionNames.filter((name: Dimension) => segments.some((segment) => segment[name] !== null));
  const vendor = vendorCode === null ? [] : [vendorCode];
  const parts = segments.map((segment) => cut.map((name) => segment[name] ?? ''));
  const shown = new Map((parts.length === 0 ? [[]] : parts).map((each) => [each.join('\n'), each]));
  return {
    header: [...vendor.map(() => 'vendor_code'), ...cut.map((name) => dimensions[name])],
    examples: [...shown.values()].slice(0, EXAMPLES).map((each) => [...vendor, ...each]),
  };
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
