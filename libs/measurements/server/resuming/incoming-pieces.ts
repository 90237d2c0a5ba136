import { PassThrough, Readable } from 'node:stream';

/** A request that breaks loses what nobody has read of it yet: this much is taken at once, whatever waits. */
const HELD_BYTES = 256 * 1024;

/**
 * Cuts what arrives into pieces, one after the other, in constant memory. A connection that breaks ends the piece at hand
 * instead of failing it: what has arrived counts, and `broken` says that it was not all.
 */
export class IncomingPieces {
  /** Why no more came; undefined where the sender said everything. */
  broken: Error | undefined;
  private readonly held = new PassThrough({ highWaterMark: HELD_BYTES });
  private readonly source = this.held.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(incoming: Readable) {
    const breakOff = (error: Error) => {
      this.broken ??= error;
      this.held.end();
    };
    incoming.on('error', breakOff);
    incoming.on('close', () => {
      if (!incoming.readableEnded) breakOff(new Error('the connection broke'));
    });
    incoming.pipe(this.held);
  }

  /** Whether there is another byte; waits for it. */
  async more(): Promise<boolean> {
    while (this.rest.length === 0) {
      const next = await this.source.next();
      if (next.done) return false;
      this.rest = next.value;
    }
    return true;
  }

  /** The next bytes, at most `most` of them. */
  take(most: number): Readable {
    return Readable.from(this.upTo(most), { objectMode: false });
  }

  /** Reads the rest and drops it, so that the answer reaches a client that is still sending. */
  async dropRest(): Promise<void> {
    await this.source.return?.();
    this.held.resume();
  }

  private async *upTo(most: number): AsyncGenerator<Buffer> {
    for (let left = most; left > 0 && (await this.more());) {
      const bytes = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(bytes.length);
      left -= bytes.length;
      yield bytes;
    }
  }
}
