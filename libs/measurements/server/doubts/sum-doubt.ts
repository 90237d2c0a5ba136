import { doubt, type Doubt, type DoubtfulFile, LISTED_PLACES, placeOf, stagedColumns } from './doubt';

/** What may stand for the calls that were given up: the first of these that the file reports. */
const givenUp = [
  ['abandoned'],
  ['abandoned_after_threshold', 'short_abandoned'],
  ['abandoned_after_threshold'],
] as const;

/**
 * Rows whose calls offered are not those answered, given up and passed on together. Many telephone systems count calls that
 * are answered after the interval or short abandons elsewhere, so that it may well be right.
 */
export async function sumDoubt({ connection, figures }: DoubtfulFile): Promise<Doubt | null> {
  const columns = stagedColumns(figures);
  const lost = givenUp.find((measures) => measures.every((measure) => columns.has(measure)));
  const offered = columns.get('offered');
  if (offered === undefined || !columns.has('answered') || lost === undefined) return null;
  const parts = ['answered', ...lost, ...(columns.has('flowed_out') ? ['flowed_out'] : [])].map(
    (measure) => ({ measure, column: columns.get(measure) ?? '' }),
  );
  const sum = parts
    .map(({ measure, column }) => (measure === 'flowed_out' ? `coalesce(${column}, 0)` : column))
    .join(' + ');
  const { rows: counted } = await connection.query<{ found: string; all: string }>(
    `select count(*) filter (where ${offered} <> ${sum}) as found, count(*) as "all" from staged where final`,
  );
  const found = Number(counted[0]?.found);
  if (found === 0) return null;
  const { rows } = await connection.query<Record<string, string>>(
    `select line, local_date::text as date, ${offered}::text as offered, (${sum})::text as total,
            ${parts.map(({ column }, at) => `coalesce(${column}, 0)::text as part_${at}`).join(', ')}
     from staged where final and ${offered} <> ${sum} order by line limit $1`,
    [LISTED_PLACES],
  );
  const names = parts.map(({ measure }) => measure);
  const places = rows.map((row) =>
    placeOf(
      'sum-differs',
      { line: Number(row['line']), date: row['date'] ?? null },
      {
        ...{ offered: row['offered'] ?? '', total: row['total'] ?? '', parts: names },
        amounts: names.map((_, at) => row[`part_${at}`] ?? ''),
      },
    ),
  );
  return doubt('sum-differs', { found, rows: Number(counted[0]?.all), parts: names }, found, places);
}
