import { isUtf8 } from 'node:buffer';
import { refused } from './file-refused';

const NUL = 0;
const LINE_FEED = 0x0a;

/**
 * Bytes to text, strictly: UTF-8 with or without byte order mark, nothing else. Wrong bytes, UTF-16 and NUL are refused
 * with the line they stand on, because a silently replaced character makes another queue or vendor of it.
 */
export class StrictText {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private line = 1;
  private begun = false;
  /** The bytes of a character that the last piece cut in two. */
  private cut: Buffer = Buffer.alloc(0);

  decode(bytes: Buffer): string {
    if (!this.begun && bytes.length > 0) {
      this.begun = true;
      refuseUtf16(bytes);
    }
    const nul = bytes.indexOf(NUL);
    if (nul !== -1) throw refused('nul-byte', {}, this.line + linesIn(bytes, nul));
    const text = this.run(() => this.decoder.decode(bytes, { stream: true }), bytes);
    this.line += linesIn(bytes, bytes.length);
    this.cut = unfinished(bytes);
    return text;
  }

  end(): string {
    return this.run(() => this.decoder.decode(), Buffer.alloc(0));
  }

  private run(decode: () => string, bytes: Buffer): string {
    try {
      return decode();
    } catch {
      const wrong = firstWrong(Buffer.concat([this.cut, bytes]));
      throw refused('not-utf-8', { byte: wrong.byte }, this.line + wrong.lines);
    }
  }
}

function refuseUtf16(bytes: Buffer): void {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  // without a mark, every other byte of plain letters is zero
  const [first, second, third, fourth] = bytes;
  const unmarked =
    bytes.length >= 4 &&
    (second === NUL && fourth === NUL ? first !== NUL : first === NUL && third === NUL && second !== NUL);
  if (mark === 0xfeff || mark === 0xfffe || unmarked) throw refused('utf-16', {}, 1);
}

function linesIn(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < end; at = bytes.indexOf(LINE_FEED, at + 1))
    count += 1;
  return count;
}

/** Up to three bytes at the end that may be the beginning of a character. */
function unfinished(bytes: Buffer): Buffer {
  for (let length = 1; length <= Math.min(3, bytes.length); length += 1) {
    const lead = bytes[bytes.length - length] ?? 0;
    if (lead < 0x80) break;
    if (lead >= 0xc0) return bytes.subarray(bytes.length - length);
  }
  return Buffer.alloc(0);
}

/** The first byte that is not UTF-8, and how many lines stand before it: a line feed is never part of another character. */
function firstWrong(bytes: Buffer): { lines: number; byte: string | null } {
  let [lines, from] = [0, 0];
  for (;;) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const line = bytes.subarray(from, feed === -1 ? bytes.length : feed);
    if (!isUtf8(line)) {
      const at = wrongAt(line);
      return { lines, byte: at === -1 ? null : (line[at] ?? 0).toString(16).toUpperCase() };
    }
    if (feed === -1) return { lines, byte: null };
    lines += 1;
    from = feed + 1;
  }
}

function wrongAt(line: Buffer): number {
  for (let at = 0; at < line.length;) {
    const lead = line[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (!isUtf8(line.subarray(at, at + length))) return at;
    at += length;
  }
  return -1;
}
