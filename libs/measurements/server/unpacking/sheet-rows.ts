import { refused } from '../reading/file-refused.ts';
import { limits } from './limits.ts';
import { MergedCells } from './merged-cells.ts';
import { type NumberKind, type NumberRules, numberText } from './number-text.ts';
import { unescaped, type Sheet, type Workbook } from './workbook.ts';
import { damaged, readXml } from './xml.ts';

export interface SheetEvents {
  /** A row with at least one value; cells without one are blank, blanks at its end are left out. */
  row(line: number, cells: readonly string[]): void;
  piece?(): Promise<void>;
}

const LAST_LINE = 1_048_576;

/** The rows of one sheet as the same texts that a CSV file would hold, with their numbers in the sheet. */
export async function readSheet(
  workbook: Workbook,
  sheet: Sheet,
  shared: { texts: readonly string[]; kinds: readonly NumberKind[] },
  decimal: NumberRules['decimal'],
  events: SheetEvents,
): Promise<void> {
  const merged = await MergedCells.of(workbook.again(sheet.part));
  const rules = { from1904: workbook.from1904, decimal };
  let [line, column, characters] = [0, 0, 0];
  let row: string[] = [];
  let labels: boolean[] = [];
  let cell = blankCell();
  let taking: 'value' | 'formula' | null = null;

  await readXml(sheet.part, workbook.content(sheet.part), {
    open(name, attributes) {
      if (name === 'row') {
        line = attributes['r'] === undefined ? line + 1 : Number(attributes['r']);
        if (!Number.isInteger(line) || line < 1 || line > LAST_LINE) throw damaged(sheet.part);
        [row, labels, column] = [[], [], 0];
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        if (column === 0) throw damaged(sheet.part);
        cell = blankCell();
        cell.type = attributes['t'] ?? 'n';
        cell.kind = shared.kinds[Number(attributes['s'] ?? 0)] ?? 'number';
      } else if (name === 'f') {
        cell.computed = true;
        taking = 'formula';
      } else if (name === 'rPh') cell.aid += 1;
      else if (name === 'v' || (name === 't' && cell.aid === 0)) {
        if (name === 'v') cell.valued = true;
        taking = 'value';
      }
    },
    text(some) {
      if (taking === 'value') cell.written += some;
      else if (taking === 'formula') cell.formula += some;
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') taking = null;
      else if (name === 'rPh') cell.aid -= 1;
      else if (name === 'c') {
        const text = textOf(cell, shared.texts, rules, sheet.part);
        if (text === '') return;
        if (column > limits.columns)
          throw refused('too-many-columns', { what: 'row', columns: column, most: limits.columns }, line);
        while (row.length < column) row.push('');
        row[column - 1] = text;
        labels[column - 1] = cell.type !== 'n' || ['date', 'month', 'date-time'].includes(cell.kind);
      } else if (name === 'row') {
        merged.fill(line, row, labels);
        if (row.length === 0) return;
        const length = row.reduce((sum, text) => sum + text.length, 0);
        if (length > limits.rowCharacters) throw refused('record-too-long', { what: 'row' }, line);
        characters += length;
        if (characters > limits.sheetCharacters) throw refused('inflates-too-far', { mebibytes: null }, line);
        events.row(line, row);
      }
    },
    ...(events.piece ? { piece: events.piece } : {}),
  });
}

interface Cell {
  type: string;
  kind: NumberKind;
  written: string;
  valued: boolean;
  computed: boolean;
  formula: string;
  /** Inside a reading aid of an inline text. */
  aid: number;
}

function blankCell(): Cell {
  return { type: 'n', kind: 'number', written: '', valued: false, computed: false, formula: '', aid: 0 };
}

function textOf(cell: Cell, texts: readonly string[], rules: NumberRules, part: string): string {
  const { type, written } = cell;
  // a formula that nobody has calculated: its text stays, and reading it as a figure says what is wrong
  if (cell.computed && (!cell.valued || (written === '' && type === 'n'))) return `=${cell.formula || '…'}`;
  switch (type) {
    case 's': {
      const text = texts[Number(written)];
      if (text === undefined && written !== '') throw damaged(part);
      return text ?? '';
    }
    case 'b':
      return written === '' ? '' : written === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return written.replace(/T00:00:00(?:\.0+)?$/, '');
    case 'str':
    case 'inlineStr':
      return unescaped(written);
    case 'e':
      return written;
    default:
      return numberText(written, cell.kind, rules);
  }
}

/** `AB12` → 28; 0 where it is no reference. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > 16_384) return 0;
  }
  return column;
}
