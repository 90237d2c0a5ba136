import { createHash } from 'node:crypto';
import type {
  IncidentColumn,
  IncidentImport,
  IncidentImportResult,
  ImportedMilestone,
  PhiAnswer,
  Severity,
} from '@plumbline/incidents/schema';
import { readMoment } from '@plumbline/measurements/server';
import type { ImportTable, TableRow } from '@plumbline/vendors/server';

type RowProblem = IncidentImportResult['problems'][number];

/** A row as it will be entered. */
export interface ReadIncident {
  readonly line: number;
  /** What makes the same row the same incident next time: its number, else its words. */
  readonly key: string;
  readonly title: string;
  readonly details: readonly string[];
  readonly people: number | null;
  readonly places: readonly string[];
  readonly severity: Severity | null;
  readonly phi: PhiAnswer;
  readonly milestones: Readonly<Partial<Record<ImportedMilestone, Temporal.Instant>>>;
}

export interface ReadRows {
  readonly incidents: readonly ReadIncident[];
  readonly problems: readonly RowProblem[];
  readonly wrong: number;
}

interface Cell {
  readonly header: string;
  readonly means: IncidentColumn;
  readonly text: string;
}

/** Reads a list by what its columns are said to be: nothing is guessed, and what is wrong says where. */
export function readIncidentRows(table: ImportTable, wanted: IncidentImport): ReadRows {
  const problems: RowProblem[] = [];
  const incidents: ReadIncident[] = [];
  const seen = new Map<string, number>();
  let wrong = 0;
  for (const row of table.rows) {
    const found: RowProblem[] = [];
    const say = (cell: Pick<Cell, 'header' | 'text'>, code: RowProblem['code']) =>
      found.push({ line: row.line, column: cell.header, value: cell.text.slice(0, 200), code });
    const incident = readRow(table, row, wanted, say, seen);
    if (found.length === 0 && incident) incidents.push(incident);
    else wrong += 1;
    problems.push(...found);
  }
  return { incidents, problems, wrong };
}

function readRow(
  table: ImportTable,
  row: TableRow,
  wanted: IncidentImport,
  say: (cell: Pick<Cell, 'header' | 'text'>, code: RowProblem['code']) => void,
  seen: Map<string, number>,
): ReadIncident | null {
  if (row.brokenQuotes) say({ header: table.columns[0] ?? '', text: row.cells[0] ?? '' }, 'broken-quotes');
  const cells = Object.entries(wanted.columns).flatMap(([header, means]): Cell[] => {
    const text = (row.cells[table.columns.indexOf(header)] ?? '').trim();
    return wanted.missing.includes(text) ? [{ header, means, text: '' }] : [{ header, means, text }];
  });
  const said = <Kind extends IncidentColumn['kind']>(kind: Kind) =>
    cells.filter((cell): cell is Cell & { means: Extract<IncidentColumn, { kind: Kind }> } => {
      return cell.means.kind === kind && cell.text !== '';
    });

  const milestones: Partial<Record<ImportedMilestone, Temporal.Instant>> = {};
  for (const cell of said('milestone')) {
    const at = momentOf(cell.text, cell.means.format, wanted.timezone);
    if (typeof at === 'string') say(cell, at);
    else milestones[cell.means.milestone] = at;
  }
  const { discovered } = milestones;
  const discovery = cells.find(({ means }) => means.kind === 'milestone' && means.milestone === 'discovered');
  if (!discovered && discovery?.text === '') say(discovery, 'value-missing');
  for (const cell of said('milestone')) {
    const at = milestones[cell.means.milestone];
    const after = ['notified', 'contained', 'closed'].includes(cell.means.milestone);
    if (after && at && discovered && Temporal.Instant.compare(at, discovered) < 0)
      say(cell, 'before-discovery');
  }
  const chosen = <Value extends string>(kind: 'severity' | 'phi', otherwise: Value): Value => {
    const [cell] = said(kind);
    if (!cell) return otherwise;
    const value = (cell.means.values as Readonly<Record<string, string>>)[cell.text];
    if (value === undefined) say(cell, 'value-unknown');
    return (value ?? otherwise) as Value;
  };
  const [peopleCell] = said('people');
  const people = peopleCell ? Number(peopleCell.text.replaceAll(',', '')) : null;
  if (peopleCell && !(Number.isInteger(people) && (people ?? -1) >= 0)) say(peopleCell, 'value-invalid');
  const places = said('place').map(({ means, text }) => `${means.prefix}${text}`);
  said('place').forEach((cell, index) => {
    if (!/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(places[index] ?? '')) say(cell, 'value-invalid');
  });
  const key = keyOf(row, said('number')[0], seen, say);
  const title = said('title')
    .map(({ text }) => text.replace(/\s+/g, ' '))
    .join(' · ');
  return {
    line: row.line,
    key,
    title: (title || wanted.title).slice(0, 200),
    details: said('detail').map(({ text }) => text.replaceAll('\r\n', '\n').slice(0, 8000)),
    people,
    places,
    severity: chosen<Severity | ''>('severity', '') || null,
    phi: chosen<PhiAnswer>('phi', wanted.phi),
    milestones,
  };
}

/** Rows without a number are told apart by their words, and rows of the same words by which of them they are. */
function keyOf(
  row: TableRow,
  number: Cell | undefined,
  seen: Map<string, number>,
  say: (cell: Cell, code: RowProblem['code']) => void,
): string {
  const words = createHash('sha256').update(JSON.stringify(row.cells)).digest('hex').slice(0, 32);
  const key = number ? number.text.slice(0, 100) : `row ${words}`;
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  if (times > 1 && number) say(number, 'row-twice');
  return times > 1 && !number ? `${key} ${times}` : key;
}

/** A day without a time begins it; of a time that comes twice in a night the earlier one counts. */
function momentOf(
  text: string,
  format: Parameters<typeof readMoment>[1],
  timezone: string,
): Temporal.Instant | 'value-invalid' | 'time-skipped' {
  const moment = readMoment(text, format);
  if (!moment) return 'value-invalid';
  const local = Temporal.PlainDate.from(moment.date)
    .toPlainDateTime()
    .add({ seconds: moment.second ?? 0 });
  if (moment.offset !== null) return Temporal.Instant.from(`${local.toString()}${moment.offset}`);
  const zoned = local.toZonedDateTime(timezone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(local) && moment.second !== null) return 'time-skipped';
  return zoned.toInstant();
}
