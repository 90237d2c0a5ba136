import type { FilePreview, PreviewRow } from '@plumbline/measurements/schema';
import { previewed } from '../reading/preview-rows';
import type { RowBatch } from '../reading/row-batch';
import { CaseReader, type CaseReaderOptions, type ReadCase } from './case-reader';

/** The first rows of a file of cases as the job will read them, each with what its own case is due. Throws `FileRefused`. */
export function previewCases(
  batches: AsyncIterable<RowBatch>,
  options: CaseReaderOptions,
): Promise<FilePreview> {
  const reader = new CaseReader(options);
  return previewed(batches, reader, (row, line) => {
    const read = reader.read(row, line);
    return read === null ? null : toPreview(read, reader);
  });
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
