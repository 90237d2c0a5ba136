import type { Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Door, newId } from '@plumbline/platform/database';
import { ConflictError, RuleBrokenError } from '@plumbline/platform/errors';
import { FileStore, type StoredFile } from '@plumbline/platform/files';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import type { IncomingPieces } from './incoming-pieces';
import type { PieceChecksum } from './tus-headers';
import { UnfinishedUploadsRepository, type UploadRow } from './unfinished-uploads.repository';

/** How long after its last byte an unfinished upload is kept. */
export const KEPT_FOR_MS = 24 * 3_600_000;
/** What a process that dies loses of a piece at most: each so many bytes are durable before the next are taken. */
const DURABLE_EVERY = 16 * 1024 ** 2;
/** 2 GiB in pieces of half a mebibyte; who sends smaller ones makes rows, not progress. */
const MOST_PIECES = 4_096;

/** The bytes of unfinished uploads: each piece is a stored file of its own, encrypted like every other. */
@Injectable()
export class UploadPieces {
  constructor(
    private readonly door: Door,
    private readonly uploads: UnfinishedUploadsRepository,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes what comes from where the upload stands, up to its declared end, and answers where it stands then. Two writers
   * cannot mix: the one that places its piece first wins, the other's is dropped (409 `wrong-offset`).
   */
  async take(
    actor: Actor,
    upload: UploadRow,
    incoming: IncomingPieces,
    checksum: PieceChecksum | null,
  ): Promise<UploadRow> {
    let now = upload;
    const most = checksum ? upload.bytes : DURABLE_EVERY;
    while (now.received < now.bytes && (await incoming.more())) {
      now = await this.takeOne(actor, now, incoming, Math.min(most, now.bytes - now.received), checksum);
      // a checksum is of the whole request: there is no second piece of it
      if (checksum) break;
    }
    if (await incoming.more()) throw tooLong(now);
    return now;
  }

  /** The file so far, in its order; a piece that is missing or damaged fails the stream. */
  async contentOf(actor: Actor, upload: UploadRow): Promise<Readable> {
    const pieces = await this.door.withTenant(actor, (tx) => this.uploads.placedPieces(tx, upload.id));
    const { store } = this;
    async function* inOrder(): AsyncGenerator<Buffer> {
      let at = 0;
      for (const piece of pieces) {
        if (piece.beginsAt !== at) throw new Error(`upload ${upload.id} has a gap at byte ${at}`);
        at += piece.bytes;
        yield* (await store.read(piece)) as AsyncIterable<Buffer>;
      }
    }
    return Readable.from(inOrder(), { objectMode: false });
  }

  /** Bytes first, rows after: what is left of an interrupted clearing is still found by its rows. */
  async clear(actor: Actor, uploadId: string): Promise<void> {
    const ids = await this.door.withTenant(actor, (tx) => this.uploads.pieceIds(tx, uploadId));
    for (const fileId of ids) await this.store.discard({ tenantId: actor.tenantId, fileId });
    await this.door.withTenant(actor, (tx) => this.uploads.forgetPieces(tx, ids));
  }

  private async takeOne(
    actor: Actor,
    upload: UploadRow,
    incoming: IncomingPieces,
    most: number,
    checksum: PieceChecksum | null,
  ): Promise<UploadRow> {
    if (upload.pieces >= MOST_PIECES)
      throw new RuleBrokenError(
        'too-many-pieces',
        `A file comes in at most ${MOST_PIECES} pieces: remove this upload and send larger ones.`,
      );
    const identity = { tenantId: actor.tenantId, fileId: newId() };
    const at = this.clock.date();
    const standing = await this.door.withTenant(actor, (tx) =>
      this.uploads.announcePiece(tx, upload, identity.fileId, at),
    );
    if (!standing) throw elsewhere();
    try {
      const hash = checksum?.hash();
      const content = incoming.take(most);
      const stored = await this.store.receive(identity, hash ? hashed(content, hash) : content, most);
      if (checksum && (incoming.broken !== undefined || !hash?.digest().equals(checksum.expected)))
        throw new RuleBrokenError(
          'checksum-differs',
          'The piece that arrived is not the one whose checksum was declared: send it again.',
          [],
          460,
        );
      if (upload.received + stored.bytes === upload.bytes && (await incoming.more())) throw tooLong(upload);
      return await this.place(actor, upload, stored);
    } catch (error) {
      await this.drop(actor, identity.fileId);
      // whoever removed the upload meanwhile removed these bytes, too, while they were being written
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? elsewhere() : error;
    }
  }

  private async place(actor: Actor, upload: UploadRow, stored: StoredFile): Promise<UploadRow> {
    const at = this.clock.date();
    const expiresAt = new Date(at.getTime() + KEPT_FOR_MS);
    const placed = await this.door.withTenant(actor, (tx) =>
      this.uploads.placePiece(tx, upload, stored, at, expiresAt),
    );
    if (!placed) throw elsewhere();
    return placed;
  }

  private async drop(actor: Actor, fileId: string): Promise<void> {
    await this.store.discard({ tenantId: actor.tenantId, fileId });
    await this.door.withTenant(actor, (tx) => this.uploads.forgetPieces(tx, [fileId]));
  }
}

function hashed(content: Readable, hash: Hash): Readable {
  async function* passed(): AsyncGenerator<Buffer> {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return Readable.from(passed(), { objectMode: false });
}

export function elsewhere(): ConflictError {
  return new ConflictError(
    'wrong-offset',
    'The upload stands elsewhere by now: ask with HEAD where it goes on, and send from there.',
  );
}

function tooLong({ bytes }: UploadRow): RuleBrokenError {
  return new RuleBrokenError(
    'too-large',
    `More was sent than the ${bytes} bytes that were declared.`,
    [],
    413,
  );
}
