import { type CsvCell, csvText } from '@plumbline/api/schema';
import type { AgreedLimit, ParityMatrix, ParityRow } from '@plumbline/contracts/schema';

type Line = readonly CsvCell[];

const HEADER: Line = [
  ...['on', 'contract', 'version', 'vendor', 'metric', 'metric version'],
  ...['line of business', 'channel', 'queue', 'language'],
  ...['verdict', 'reasons', 'sla', 'clause', 'agreed', 'expected', 'expected version', 'since', 'floors'],
];

/** The matrix as CSV, a line a cell. */
export function parityCsv(matrix: ParityMatrix): string {
  const lines = matrix.rows.flatMap((row) =>
    row.cells.flatMap((cell, index) => {
      const contract = matrix.contracts[index];
      if (!contract || (cell.state === 'not_demanded' && cell.floors.length === 0)) return [];
      const { lineOfBusiness, channel, queue, language } = row.segment;
      const expected = row.internalTarget;
      return [
        [
          ...[matrix.on, contract.reference, contract.number, contract.vendor.code],
          ...[row.metric.code, row.metric.version, lineOfBusiness, channel, queue, language],
          ...[cell.state, cell.reasons.join(' '), cell.sla?.name ?? null, cell.sla?.clauseNumber ?? null],
          ...[limitText(cell.sla?.target), limitText(expected?.target), expected?.number ?? null, cell.since],
          floorsText(cell),
        ],
      ];
    }),
  );
  return csvText([HEADER, ...lines]);
}

function floorsText({ floors }: ParityRow['cells'][number]): string {
  return floors.map(({ code, verdict }) => `${code}: ${verdict}`).join('; ');
}

function limitText(limit: AgreedLimit | undefined): string | null {
  if (!limit) return null;
  return 'band' in limit ? `${limit.band.low} to ${limit.band.high}` : `${limit.comparator} ${limit.value}`;
}
