import { csvText } from '@plumbline/api/schema';
import type { Scorecard, ScorecardLine } from '@plumbline/scorecards/schema';

const COLUMNS: readonly (readonly [header: string, cell: (line: ScorecardLine) => string | number | null])[] =
  [
    ['name', ({ name }) => name],
    ['metric', ({ metric }) => metric.code],
    ['line of business', ({ segment }) => segment.lineOfBusiness],
    ['channel', ({ segment }) => segment.channel],
    ['queue', ({ segment }) => segment.queue],
    ['language', ({ segment }) => segment.language],
    ['clause', ({ clause }) => clause],
    ['target', targetText],
    ['state', ({ state }) => state],
    ['value', ({ value }) => value],
    ['claimed value', ({ claimedValue }) => claimedValue],
    ['numerator', ({ numerator }) => numerator],
    ['denominator', ({ denominator }) => denominator],
    ['window', ({ windows }) => windows?.code ?? 'month'],
    ['windows met', ({ windows }) => windows?.met ?? null],
    ['windows breached', ({ windows }) => windows?.breached ?? null],
    ['weight', ({ weight }) => weight],
    ['points', ({ points }) => points],
    ['result', ({ resultId }) => resultId],
    ['result revision', ({ resultRevision }) => resultRevision],
  ];

/** The lines as CSV, figures unrounded. */
export function scorecardCsv({ lines }: Pick<Scorecard, 'lines'>): string {
  return csvText([
    COLUMNS.map(([header]) => header),
    ...lines.map((line) => COLUMNS.map(([, cell]) => cell(line))),
  ]);
}

/** A name for the download that holds nothing a header or a file system would mind. */
export function scorecardFileName({ vendor, period, revision }: Scorecard, extension: string): string {
  const code = vendor.code.replace(/[^A-Za-z0-9.-]+/g, '_');
  return `scorecard-${code}-${period}-revision-${revision}.${extension}`;
}

function targetText({ target }: ScorecardLine): string {
  return 'band' in target
    ? `${target.band.low} to ${target.band.high}`
    : `${target.comparator} ${target.value}`;
}
