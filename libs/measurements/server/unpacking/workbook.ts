import { refused } from '../reading/file-refused.ts';
import { limits } from './limits.ts';
import { kindOfFormat, type NumberKind } from './number-text.ts';
import { attribute, damaged, readXml } from './xml.ts';
import { upTo, type ZipEntries } from './zip-entries.ts';

export interface Sheet {
  readonly name: string;
  /** Where it lies in the ZIP. */
  readonly part: string;
}

const OFFICE_DOCUMENT = /\/officeDocument$/;
const WORKSHEET = /\/worksheet$/;
const SHARED_STRINGS = /\/sharedStrings$/;
const STYLES = /\/styles$/;

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** What the sheets of a workbook share: their names, its texts, its formats, its calendar. */
export class Workbook {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  private readonly zip: ZipEntries;
  private readonly relations: ReadonlyMap<string, Relation>;
  private readonly count = upTo(limits.inflatedWorkbookBytes);

  private constructor(
    zip: ZipEntries,
    relations: ReadonlyMap<string, Relation>,
    found: { sheets: readonly Sheet[]; from1904: boolean },
  ) {
    this.zip = zip;
    this.relations = relations;
    this.sheets = found.sheets;
    this.from1904 = found.from1904;
  }

  /** Null: the ZIP holds no workbook. */
  static async open(zip: ZipEntries): Promise<Workbook | null> {
    if (!zip.has('[Content_Types].xml') || !zip.has('_rels/.rels')) return null;
    const count = upTo(limits.inflatedWorkbookBytes);
    const package_ = await readRelations(zip, '', count);
    const part = [...package_.values()].find(({ type }) => OFFICE_DOCUMENT.test(type))?.part;
    if (part === undefined || !zip.has(part)) throw damaged('_rels/.rels');
    if (part.endsWith('.bin')) throw refused('old-excel', { what: 'XLSB' });
    const relations = await readRelations(zip, part, count);
    const sheets: { name: string; relation: string; hidden: boolean }[] = [];
    let [from1904, root] = [false, ''];
    await readXml(part, zip.read(part, count), {
      open(name, attributes) {
        if (root === '') root = name;
        if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
        if (name !== 'sheet') return;
        const [said, relation] = [attributes['name'] ?? '', attribute(attributes, 'id') ?? ''];
        sheets.push({ name: said, relation, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
      },
    });
    if (root !== 'workbook') throw refused('foreign-format', { what: 'office' });
    const found = sheets.flatMap(({ name, relation, hidden }) => {
      const to = relations.get(relation);
      // charts and hidden sheets hold nothing that a partner could have meant to send
      return to && !hidden && WORKSHEET.test(to.type) ? [{ name, part: to.part }] : [];
    });
    if (found.length === 0) throw refused('empty-file', { what: 'sheets' });
    if (found.length > limits.sheets)
      throw refused('too-many-sheets', { sheets: found.length, most: limits.sheets });
    return new Workbook(zip, relations, { sheets: found, from1904 });
  }

  content(part: string): AsyncGenerator<Buffer> {
    return this.zip.read(part, this.count);
  }

  /** The same for a second look, which is not counted a second time. */
  again(part: string): AsyncGenerator<Buffer> {
    return this.zip.read(part, upTo(limits.inflatedWorkbookBytes));
  }

  /** By index; a text in several formats is one text, and its reading aid is not part of it. */
  async texts(): Promise<readonly string[]> {
    const part = this.partOf(SHARED_STRINGS);
    const texts: string[] = [];
    if (part === undefined) return texts;
    let [text, taking, aid] = ['', false, 0];
    await readXml(part, this.content(part), {
      open(name) {
        if (name === 'si') text = '';
        if (name === 'rPh') aid += 1;
        taking = name === 't' && aid === 0;
      },
      close(name) {
        if (name === 'rPh') aid -= 1;
        if (name === 't') taking = false;
        if (name === 'si') texts.push(unescaped(text));
      },
      text(some) {
        if (taking) text += some;
      },
    });
    return texts;
  }

  /** What a number stands for, by the style of its cell. */
  async numberKinds(): Promise<readonly NumberKind[]> {
    const part = this.partOf(STYLES);
    const kinds: NumberKind[] = [];
    if (part === undefined) return kinds;
    const codes = new Map<number, string>();
    let inCells = false;
    await readXml(part, this.content(part), {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        if (name === 'cellXfs') inCells = true;
        if (name !== 'xf' || !inCells) return;
        const id = Number(attributes['numFmtId'] ?? 0);
        kinds.push(kindOfFormat(id, codes.get(id)));
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
    });
    return kinds;
  }

  private partOf(type: RegExp): string | undefined {
    const part = [...this.relations.values()].find((relation) => type.test(relation.type))?.part;
    return part !== undefined && this.zip.has(part) ? part : undefined;
  }
}

/** `_x000A_` stands for a character that XML cannot hold; control characters other than breaks stay as they are written. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code < 32 && ![9, 10, 13].includes(code) ? written : String.fromCharCode(code);
  });
}

/** By id; `part` blank: of the package. Targets outside the ZIP are never followed. */
async function readRelations(
  zip: ZipEntries,
  part: string,
  count: (bytes: number) => void,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const at = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.has(at)) return relations;
  await readXml(at, zip.read(at, count), {
    open(name, attributes) {
      const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      if (name !== 'Relationship' || id === undefined || mode === 'External') return;
      relations.set(id, { type, part: resolved(folder, target) });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function isTrue(said: string | undefined): boolean {
  return said === '1' || said === 'true';
}
