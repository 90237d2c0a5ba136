import type { FilePreview, PreviewRow } from '@plumbline/measurements/schema';
import { READ_ROWS, SHOWN_PROBLEMS, SHOWN_ROWS } from '../reading/preview-rows';
import type { RowBatch } from '../reading/row-batch';
import { CaseReader, type CaseReaderOptions, type ReadCase } from './case-reader';

/** The first rows of a file of cases as the job will read them, each with what its own case is due. Throws `FileRefused`. */
export async function previewCases(
  batches: AsyncIterable<RowBatch>,
  options: CaseReaderOptions,
): Promise<FilePreview> {
  const reader = new CaseReader(options);
  const rows: PreviewRow[] = [];
  for await (const batch of batches) {
    for (let index = 0; index < batch.rows.length && reader.rowsRead < READ_ROWS; index += 1) {
      const line = batch.lineOf(index);
      const malformed = batch.quoteProblems.get(index);
      if (malformed !== undefined) reader.malformed(line, malformed);
      const read = malformed === undefined ? reader.read(batch.rows[index] ?? [], line) : null;
      if (read !== null && rows.length < SHOWN_ROWS) rows.push(toPreview(read, reader));
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
      .map((problem, index) => ({ ordinal: index + 1, ...problem })),
  };
}

function toPreview(
  { line, vendor, segment, number, opened, closed, due }: ReadCase,
  reader: CaseReader,
): PreviewRow {
  const [lineOfBusiness = null, channel = null, queue = null, language = null] = reader.segmentOf(
    reader.segments.texts[segment] ?? '',
  );
  return {
    line,
    vendor: reader.vendors.texts[vendor] ?? '',
    startsAt: opened.instant.toString(),
    localDate: opened.date,
    segment: { lineOfBusiness, channel, queue, language },
    figures: {},
    case: {
      number,
      openedOn: opened.date,
      closedOn: closed?.date ?? null,
      dueOn: due.dueOn,
      inTime: closed === null ? null : due.inTime(closed),
    },
  };
}
