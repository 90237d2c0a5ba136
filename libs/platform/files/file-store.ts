import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { buildEncrypt } from '@aws-crypto/encrypt-node';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encryptionContext, type FileIdentity, FileKeys, keyringOf } from './file-keys';
import { MeasureBytes } from './measure-bytes';

const { encryptStream } = buildEncrypt();
const { decryptStream } = buildDecrypt();
const FRAME_BYTES = 64 * 1024;

/** What PostgreSQL keeps of a stored file (`stored_file`); the bytes themselves lie encrypted in the files folder. */
export interface StoredFile extends FileIdentity {
  /** Of the bytes as received. */
  readonly sha256: Buffer;
  readonly bytes: number;
  /** Of the bytes as stored: a flipped, missing or added byte is seen before anything is served. */
  readonly storedSha256: Buffer;
  readonly storedBytes: number;
  readonly wrappedKey: Buffer;
}

/** The bytes on disk are not the bytes that were stored. They are never served; restore the file from a backup. */
export class FileDamaged extends Error {
  constructor(identity: FileIdentity, what: string) {
    super(`stored file ${identity.fileId}: ${what}`);
  }
}

/**
 * Received files, encrypted at rest (AES-256-GCM in frames, key commitment, a key for each file), never changed. Streams both
 * ways in constant memory; a file is there wholly or not at all, whatever dies when.
 */
export class FileStore {
  private readonly keys: FileKeys;

  constructor(
    private readonly folder: string,
    secret: Buffer,
  ) {
    this.keys = new FileKeys(secret);
  }

  /** Stores what `incoming` gives, up to `limit` bytes (`FileTooLarge`). The caller records the answer in `stored_file`. */
  async receive(identity: FileIdentity, incoming: Readable, limit: number): Promise<StoredFile> {
    const { key, wrapped } = this.keys.make(identity);
    const path = this.pathOf(identity);
    const unfinished = `${path}.part`;
    const received = new MeasureBytes(limit);
    const stored = new MeasureBytes();
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    let broken: { readonly error: unknown } | undefined;
    const source = untilItBreaks(incoming, received, (error) => (broken = { error }));
    try {
      const cipher = encryptStream(keyringOf(key), {
        encryptionContext: encryptionContext(identity),
        frameLength: FRAME_BYTES,
      });
      await pipeline(source, cipher, stored, createWriteStream(unfinished, { mode: 0o600, flush: true }));
      if (broken) throw broken.error;
      await rename(unfinished, path);
      await flushFolder(dirname(path));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return {
      ...identity,
      sha256: received.sha256,
      bytes: received.bytes,
      storedSha256: stored.sha256,
      storedBytes: stored.bytes,
      wrappedKey: wrapped,
    };
  }

  /**
   * The plain bytes of a stored file. The stored bytes are checked whole before the first one is given out, and each frame
   * again while it is decrypted; `FileDamaged` otherwise.
   */
  async read(file: StoredFile): Promise<Readable> {
    await this.check(file);
    const key = this.unwrap(file);
    const plain = new PassThrough();
    pipeline(createReadStream(this.pathOf(file)), decryptStream(keyringOf(key)), plain).catch(
      (error: unknown) => {
        // a failed frame ends the reader's stream with an error: half a file must not look like a whole one
        plain.destroy(new FileDamaged(file, error instanceof Error ? error.message : String(error)));
      },
    );
    return plain;
  }

  /**
   * Drops bytes that no row speaks of (the same content was stored before, or the transaction failed), and what a process
   * left that died while it stored them.
   */
  async discard(identity: FileIdentity): Promise<void> {
    const path = this.pathOf(identity);
    await rm(path, { force: true });
    await rm(`${path}.part`, { force: true });
  }

  private async check(file: StoredFile): Promise<void> {
    const measured = new MeasureBytes();
    try {
      await pipeline(createReadStream(this.pathOf(file)), measured, async (chunks: AsyncIterable<Buffer>) => {
        for await (const _ of chunks);
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        throw new FileDamaged(file, 'its bytes are missing');
      throw error;
    }
    if (measured.bytes !== file.storedBytes || !measured.sha256.equals(file.storedSha256)) {
      throw new FileDamaged(file, 'its bytes are not the ones that were stored');
    }
  }

  private unwrap(file: StoredFile): Buffer {
    try {
      return this.keys.unwrap(file, file.wrappedKey);
    } catch {
      throw new FileDamaged(file, 'its key does not open under this installation’s secret');
    }
  }

  private pathOf({ tenantId, fileId }: FileIdentity): string {
    // ids are ours, and their last digits are random: folders stay small
    return join(this.folder, tenantId, fileId.slice(-2), fileId);
  }
}

/**
 * The measured bytes of a source, ending quietly where the source breaks: the encrypting stream throws past every handler
 * ("premature close") when it is destroyed half way, so it is always let run to its end.
 */
async function* untilItBreaks(
  incoming: Readable,
  measure: MeasureBytes,
  onBreak: (error: unknown) => void,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of incoming.compose(measure)) yield chunk as Buffer;
  } catch (error) {
    onBreak(error);
  }
}

/** A rename is durable once its folder is. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
