import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Passes bytes through and knows, at the end, how many they were and their SHA-256. */
export class MeasureBytes extends Transform {
  bytes = 0;
  private readonly hash = createHash('sha256');
  private result: Buffer | undefined;

  constructor(private readonly limit = Number.POSITIVE_INFINITY) {
    super();
  }

  get sha256(): Buffer {
    this.result ??= this.hash.digest();
    return this.result;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > this.limit) {
      done(new FileTooLarge(this.limit));
      return;
    }
    this.hash.update(chunk);
    done(null, chunk);
  }
}

/** The bytes sent are more than may be received; nothing of them is kept. */
export class FileTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`the file is larger than ${limit} bytes`);
  }
}
