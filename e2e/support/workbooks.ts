import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';

type Parts = ReadonlyMap<string, string>;

/** A day (YYYY-MM-DD) is a number to a spreadsheet; what is blank has no cell. */
type Cell = string | number | { readonly day: string };

const open = promisify(yauzl.fromBuffer) as (file: Buffer, options: yauzl.Options) => Promise<yauzl.ZipFile>;

/** The parts of a workbook by their names, as text. */
export async function partsOf(workbook: Buffer): Promise<Parts> {
  const zip = await open(workbook, { lazyEntries: true });
  const read = promisify(zip.openReadStream.bind(zip)) as (
    entry: yauzl.Entry,
  ) => Promise<NodeJS.ReadableStream>;
  const parts = new Map<string, string>();
  for (let left = zip.entryCount; left > 0; left -= 1) {
    const next = once(zip, 'entry');
    zip.readEntry();
    const [entry] = (await next) as [yauzl.Entry];
    parts.set(entry.fileName, (await buffer(await read(entry))).toString('utf8'));
  }
  return parts;
}

/** The texts of the first row of the first sheet. */
export function headersOf(parts: Parts): string[] {
  const row = /<row r="1">(.*?)<\/row>/s.exec(sheetOf(parts))?.[1] ?? '';
  return [...row.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1] ?? '');
}

/**
 * The workbook as somebody saves it who wrote over its examples: the rows below the header are these, and a sheet of notes stands
 * before it.
 */
export function filledIn(parts: Parts, rows: readonly (readonly Cell[])[]): Buffer {
  const header = /<row r="1">.*?<\/row>/s.exec(sheetOf(parts))?.[0] ?? '';
  const written = rows.map((cells, index) => rowXml(cells, index + 2)).join('');
  const sheet = sheetOf(parts).replace(
    /<sheetData>.*<\/sheetData>/s,
    `<sheetData>${header}${written}</sheetData>`,
  );
  const notes = sheet.replace(
    /<sheetData>.*<\/sheetData>/s,
    `<sheetData>${rowXml(['Figures of March, as agreed'], 1)}</sheetData>`,
  );
  const added: Readonly<Record<string, (text: string) => string>> = {
    '[Content_Types].xml': (text) =>
      text.replace(
        /<Override PartName="\/xl\/worksheets\/sheet1\.xml"[^>]*>/,
        (one) => one + one.replace('sheet1.xml', 'sheet2.xml'),
      ),
    'xl/_rels/workbook.xml.rels': (text) =>
      text.replace(
        /<Relationship Id="rId1"[^>]*>/,
        (one) => one + one.replace('rId1', 'rIdNotes').replace('sheet1.xml', 'sheet2.xml'),
      ),
    'xl/workbook.xml': (text) =>
      text.replace('<sheets>', '<sheets><sheet name="Notes" sheetId="2" r:id="rIdNotes"/>'),
  };
  return stored([
    ...[...parts].map(([name, text]): readonly [string, string] => [
      name,
      name === SHEET ? sheet : (added[name]?.(text) ?? text),
    ]),
    ['xl/worksheets/sheet2.xml', notes],
  ]);
}

/** YYYY-MM-DD as a sheet counts days. */
function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

const SHEET = 'xl/worksheets/sheet1.xml';

function sheetOf(parts: Parts): string {
  const sheet = parts.get(SHEET);
  if (sheet === undefined) throw new Error('the workbook has no first sheet');
  return sheet;
}

function rowXml(cells: readonly Cell[], row: number): string {
  const each = cells.map((cell, index) => {
    const at = `${String.fromCharCode(65 + index)}${row}`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${serialOf(cell.day)}</v></c>`;
    return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${row}">${each.join('')}</row>`;
}

/** A ZIP of parts that are not packed (APPNOTE.TXT 4.3). */
function stored(parts: readonly (readonly [name: string, text: string])[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0021, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, path, bytes]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, where, path]));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}
