const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;
const LONGEST_TAG = 200;
const MOST = 100_000;

interface Block {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Cells that were merged downwards, column by column. A text or a date over several rows is about each of them; a figure
 * is counted in its first row only, where the sheet holds it. Blocks over several columns are titles and stay as they are.
 */
export class MergedCells {
  private readonly blocks: ReadonlyMap<number, Block[]>;
  private readonly said = new Map<number, string>();
  /** By column: how many of its blocks lie above the row at hand. */
  private readonly passed = new Map<number, number>();

  private constructor(blocks: ReadonlyMap<number, Block[]>) {
    this.blocks = blocks;
  }

  /** Sheets name their merged cells after their rows, so this looks through the sheet once before it is read. */
  static async of(content: AsyncIterable<Buffer>): Promise<MergedCells> {
    const blocks = new Map<number, Block[]>();
    let [rest, found] = ['', 0];
    for await (const bytes of content) {
      const text = rest + bytes.toString('latin1');
      let end = 0;
      for (const match of text.matchAll(MERGED)) {
        end = match.index + match[0].length;
        const [, left = '', top, right = '', bottom] = match;
        found += 1;
        if (left !== right || found > MOST) continue;
        const column = [...left].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const own = blocks.get(column) ?? [];
        own.push({ top: Number(top), bottom: Number(bottom) });
        blocks.set(column, own);
      }
      rest = text.slice(Math.max(end, text.length - LONGEST_TAG));
    }
    for (const each of blocks.values()) each.sort((one, other) => one.top - other.top);
    return new MergedCells(blocks);
  }

  /** Puts in what the cells of this row are merged with. Rows come in their order. */
  fill(line: number, row: string[], labels: readonly boolean[]): void {
    for (const [column, blocks] of this.blocks) {
      let passed = this.passed.get(column) ?? 0;
      while ((blocks[passed]?.bottom ?? line) < line) passed += 1;
      this.passed.set(column, passed);
      const block = blocks[passed];
      if (!block || block.top > line) continue;
      if (block.top === line) {
        this.said.set(column, labels[column] ? (row[column] ?? '') : '');
        continue;
      }
      const text = this.said.get(column) ?? '';
      if (text === '' || (row[column] ?? '') !== '' || row.length === 0) continue;
      while (row.length <= column) row.push('');
      row[column] = text;
    }
  }
}
