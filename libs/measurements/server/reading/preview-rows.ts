import type { FilePreview, Measure, PreviewRow } from '@plumbline/measurements/schema';
import { planCells } from './cell-plan';
import { type CsvBatch, type CsvDialect, CsvReader } from './csv-reader';
import { RowReader, type RowReaderOptions } from './row-reader';

const SHOWN_ROWS = 20;
const SHOWN_PROBLEMS = 50;

export interface PreviewOptions extends Omit<RowReaderOptions, 'plan'> {
  readonly measures: readonly Measure[];
  readonly dialect: CsvDialect;
}

/** The first rows as the job will read them. `whole`: the beginning is all of the file. Throws `FileRefused`. */
export function previewRows(head: Buffer, whole: boolean, options: PreviewOptions): FilePreview {
  const plan = planCells(
    options.mapping,
    new Map(options.measures.map((measure) => [measure.code, measure])),
  );
  const reader = new RowReader({ ...options, plan });
  const csv = new CsvReader(options.dialect);
  const rows: PreviewRow[] = [];
  const read = (batch: CsvBatch, from: number) => {
    for (let index = from; index < batch.rows.length; index += 1) {
      const line = batch.lineOf(index);
      const malformed = batch.quoteProblems.get(index);
      if (malformed !== undefined) reader.malformed(line, malformed);
      const text = malformed === undefined ? reader.read(batch.rows[index] ?? [], line) : '';
      if (text !== '' && rows.length < SHOWN_ROWS)
        rows.push(toPreview(text, reader, plan.figures.map(nameOf)));
    }
  };
  read(csv.read(head), 1);
  if (whole) read(csv.end(), 0);
  return {
    rowsRead: reader.rowsRead,
    rowsWrong: reader.problems.wrongRows,
    rows,
    problems: reader.problems.listed
      .slice(0, SHOWN_PROBLEMS)
      .map((problem, index) => ({ ordinal: index + 1, ...problem })),
  };
}

function nameOf({ measure, metric }: { measure: { code: string } | null; metric: string | null }): string {
  return measure ? measure.code : `claimed:${metric}`;
}

/** Back from COPY text: what is shown is what would be stored. */
function toPreview(text: string, reader: RowReader, names: readonly string[]): PreviewRow {
  const [vendor, segment, , startsAt = '', localDate = '', line, ...figures] = text.trimEnd().split('\t');
  const [lineOfBusiness = null, channel = null, queue = null, language = null] = reader.segmentOf(
    reader.segments.texts[Number(segment)] ?? '',
  );
  return {
    line: Number(line),
    vendor: reader.vendors.texts[Number(vendor)] ?? '',
    startsAt,
    localDate,
    segment: { lineOfBusiness, channel, queue, language },
    figures: Object.fromEntries(
      names.map((name, index) => [name, figures[index] === '\\N' ? null : (figures[index] ?? null)]),
    ),
  };
}
