import type { FilePreview, Measure, PreviewRow } from '@plumbline/measurements/schema';
import { planCells } from './cell-plan';
import type { RowBatch } from './row-batch';
import { withDetail } from './row-problems';
import { RowReader, type RowReaderOptions } from './row-reader';
import type { RowSubjects } from './row-subjects';

const SHOWN_ROWS = 20;
const SHOWN_PROBLEMS = 50;
/** Enough to see what a mapping makes of a file. */
const READ_ROWS = 2_000;

export interface PreviewOptions extends Omit<RowReaderOptions, 'plan'> {
  readonly measures: readonly Measure[];
}

/** The first rows as the job will read them. Throws `FileRefused`. */
export async function previewRows(
  batches: AsyncIterable<RowBatch>,
  options: PreviewOptions,
): Promise<FilePreview> {
  const plan = planCells(
    options.mapping,
    new Map(options.measures.map((measure) => [measure.code, measure])),
  );
  const reader = new RowReader({ ...options, plan });
  const names = plan.figures.map(nameOf);
  return previewed(batches, reader, (row, line) => {
    const text = reader.read(row, line);
    return text === '' ? null : toPreview(text, reader, names);
  });
}

/** What a reader makes of the first rows: those that it takes, and what is wrong with others. */
export async function previewed(
  batches: AsyncIterable<RowBatch>,
  reader: RowSubjects,
  read: (row: readonly string[], line: number) => PreviewRow | null,
): Promise<FilePreview> {
  const rows: PreviewRow[] = [];
  for await (const batch of batches) {
    for (let index = 0; index < batch.rows.length && reader.rowsRead < READ_ROWS; index += 1) {
      const line = batch.lineOf(index);
      const malformed = batch.quoteProblems.get(index);
      if (malformed !== undefined) reader.malformed(line, malformed);
      const found = malformed === undefined ? read(batch.rows[index] ?? [], line) : null;
      if (found !== null && rows.length < SHOWN_ROWS) rows.push(found);
    }
    if (reader.rowsRead >= READ_ROWS) break;
  }
  return {
    rowsRead: reader.rowsRead,
    rowsSkipped: reader.rowsSkipped,
    rowsWrong: reader.problems.wrongRows,
    rows,
    problems: reader.problems.listed
      .slice(0, SHOWN_PROBLEMS)
      .map((problem, index) => ({ ordinal: index + 1, ...withDetail(problem) })),
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
