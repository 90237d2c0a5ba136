import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileRefused, refused } from '../reading/file-refused.ts';
import { limits } from './limits.ts';

const broken = () => refused('zip-damaged', {});

/**
 * The entries of a ZIP, read from its central directory. Nothing a header says is believed: entries are counted, inflated
 * bytes are counted as they come, and each entry must end with the checksum that was written down.
 */
export class ZipEntries {
  readonly names: readonly string[];
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
    this.names = [...entries.keys()];
  }

  static async open(bytes: Buffer): Promise<ZipEntries> {
    const entries = new Map<string, Entry>();
    let zip: ZipFile;
    try {
      zip = await fromBufferPromise(bytes, { lazyEntries: true });
      if (zip.entryCount <= limits.zipEntries)
        for await (const entry of zip.eachEntry()) {
          // two entries of one name: two readers would not see the same file
          if (entries.has(entry.fileName)) throw broken();
          entries.set(entry.fileName, entry);
        }
    } catch (error) {
      throw error instanceof FileRefused ? error : broken();
    }
    if (zip.entryCount > limits.zipEntries)
      throw refused('zip-too-many-entries', { entries: zip.entryCount, most: limits.zipEntries });
    return new ZipEntries(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The inflated bytes of an entry; `count` is told of each piece and throws when it has had enough. */
  async *read(name: string, count: (bytes: number, packed: number) => void): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw broken();
    if (entry.isEncrypted()) throw refused('password-protected', { what: 'file' });
    let sum = 0;
    try {
      for await (const piece of await this.zip.openReadStreamPromise(entry)) {
        count((piece as Buffer).length, entry.compressedSize);
        sum = crc32(piece as Buffer, sum);
        yield piece as Buffer;
      }
    } catch (error) {
      throw error instanceof FileRefused ? error : broken();
    }
    if (sum !== entry.crc32) throw broken();
  }
}

/** Counts inflated bytes against a limit of all. */
export function upTo(limit: number): (bytes: number) => void {
  let all = 0;
  return (bytes) => {
    all += bytes;
    if (all > limit) throw tooFar(limit);
  };
}

/** Counts inflated bytes of text, also against the packed ones. */
export function textCount(): (bytes: number, packed: number) => void {
  let all = 0;
  return (bytes, packed) => {
    all += bytes;
    const most = Math.min(limits.inflatedTextBytes, Math.max(limits.ratioFrom, packed * limits.ratio));
    if (all > most) throw tooFar(most);
  };
}

function tooFar(limit: number): FileRefused {
  return refused('inflates-too-far', { mebibytes: Math.floor(limit / 1024 / 1024) });
}
