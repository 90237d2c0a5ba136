import { type Readable, Transform, type TransformCallback } from 'node:stream';

/** How much of a file is looked at for its layout. */
export const HEAD_BYTES = 256 * 1024;
/** And of its end, for totals and notes below the table. */
export const TAIL_BYTES = 16 * 1024;

/** Passes a file on and keeps its beginning and its end. */
export class FileEnds extends Transform {
  head: Buffer = Buffer.alloc(0);
  tail: Buffer = Buffer.alloc(0);

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    if (this.head.length < HEAD_BYTES)
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    this.tail =
      chunk.length >= TAIL_BYTES
        ? Buffer.from(chunk.subarray(-TAIL_BYTES))
        : Buffer.concat([this.tail, chunk]).subarray(-TAIL_BYTES);
    done(null, chunk);
  }
}

/** The beginning of a file that is there already. */
export async function beginningOf(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    pieces.push(piece as Buffer);
    bytes += (piece as Buffer).length;
    if (bytes >= HEAD_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD_BYTES);
}
