import { type Dimension, dimensionNames, dimensions, type UnknownName } from '@plumbline/measurements/schema';
import { doubt, type Doubt, type DoubtfulFile, LISTED_PLACES, placeOf } from './doubt';
import { bySimilarity, looksAlike } from './look-alike';

/** So many names are asked about at once, with so many that each may mean; the next check asks about the others. */
const ASKED_NAMES = 50;
const CHOICES = 50;

interface Found extends UnknownName {
  readonly line: number;
}

/**
 * Names of the file that no stored segment has: those that look like a known name, and the others. Where nothing of the
 * kind is stored for the vendors of the file yet, every name is new and only those that look like one of the insurer's are
 * asked about.
 */
export async function newNameDoubts(
  file: DoubtfulFile,
): Promise<{ warnings: Doubt[]; unknownNames: UnknownName[] }> {
  const strange = await namesOutside(file);
  if (strange.length === 0) return { warnings: [], unknownNames: [] };
  const own = await namesOfVendors(file);
  const asked = strange.flatMap(({ known, ...name }): Found[] => {
    const ours = [...(own.get(name.dimension) ?? [])];
    const resembles =
      bySimilarity(name.value, [...known]).find((each) => looksAlike(name.value, each)) ?? null;
    if (resembles === null && ours.length === 0) return [];
    const choices = bySimilarity(name.value, [
      ...new Set([...ours, ...(resembles === null ? [] : [resembles])]),
    ]);
    return [{ ...name, resembles, choices: choices.slice(0, CHOICES) }];
  });
  const alike = asked.filter(({ resembles }) => resembles !== null);
  const others = asked.filter(({ resembles }) => resembles === null);
  return {
    warnings: [...warning('look-alike-name', alike), ...warning('new-name', others)],
    unknownNames: [...alike, ...others].slice(0, ASKED_NAMES).map(({ line: _, ...name }) => name),
  };
}

function warning(code: 'look-alike-name' | 'new-name', names: readonly Found[]): Doubt[] {
  const [first] = names;
  if (first === undefined) return [];
  const said = ({ dimension, value, resembles }: UnknownName) => ({ dimension, value, resembles });
  const places = names
    .slice(0, LISTED_PLACES)
    .map((name) => placeOf(code, { line: name.line, date: null }, { ...said(name), rows: name.rows }));
  return [doubt(code, { names: names.length, ...said(first) }, names.length, places)];
}

/** Names of the file that the tenant has no segment of and nobody has said are new, with those that it has. */
async function namesOutside({ connection, tenantId, staged, aliases, ofCases }: DoubtfulFile) {
  const known = await namesIn(
    connection.query<Record<string, string | null>>(
      `select ${columns('g')} from segment g where g.tenant_id = $1`,
      [tenantId],
    ),
  );
  const isKnown = (dimension: Dimension, value: string) =>
    known.get(dimension)?.has(value) === true || aliases.get(dimension)?.get(value) === value;
  const strangers = staged.segments.flatMap((segment, ordinal) =>
    dimensionNames.flatMap((dimension, at) => {
      const value = segment[at] ?? null;
      return value === null || isKnown(dimension, value) ? [] : [{ dimension, value, ordinal }];
    }),
  );
  if (strangers.length === 0) return [];
  const { rows } = await connection.query<{ segment: number; rows: string; line: string }>(
    ofCases
      ? 'select segment, sum(last_line - line + 1) as rows, min(line) as line from case_row where segment = any ($1) group by segment'
      : 'select segment, count(*) as rows, min(line) as line from staged where final and segment = any ($1) group by segment',
    [[...new Set(strangers.map(({ ordinal }) => ordinal))]],
  );
  const bySegment = new Map(rows.map((row) => [row.segment, row]));
  const names = new Map<string, { dimension: Dimension; value: string; rows: number; line: number }>();
  for (const { dimension, value, ordinal } of strangers) {
    const row = bySegment.get(ordinal);
    if (row === undefined) continue;
    const key = `${dimension} ${value}`;
    const before = names.get(key) ?? { dimension, value, rows: 0, line: Number(row.line) };
    names.set(key, {
      ...before,
      rows: before.rows + Number(row.rows),
      line: Math.min(before.line, Number(row.line)),
    });
  }
  return [...names.values()]
    .sort((one, other) => one.line - other.line)
    .map((name) => ({ ...name, known: known.get(name.dimension) ?? new Set<string>() }));
}

/** Names in what is stored for the vendors of the file: what a partner may be shown. */
function namesOfVendors({ connection, tenantId }: DoubtfulFile) {
  return namesIn(
    connection.query<Record<string, string | null>>(
      `select ${columns('g')} from segment g where g.tenant_id = $1 and g.id in (
         select d.segment_id from measurement_day d where d.tenant_id = $1 and d.vendor_id = any (array(select id from staged_vendor)))`,
      [tenantId],
    ),
  );
}

async function namesIn(
  reading: Promise<{ rows: Record<string, string | null>[] }>,
): Promise<ReadonlyMap<Dimension, ReadonlySet<string>>> {
  const { rows } = await reading;
  return new Map(
    dimensionNames.map((name) => [name, new Set(rows.flatMap((row) => row[dimensions[name]] ?? []))]),
  );
}

function columns(alias: string): string {
  return dimensionNames.map((name) => `${alias}.${dimensions[name]}`).join(', ');
}
