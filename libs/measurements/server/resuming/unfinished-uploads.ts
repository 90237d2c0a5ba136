import { Injectable } from '@nestjs/common';
import type { KpiFile, KpiFileUpload } from '@plumbline/measurements/schema';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { FileDamaged } from '@plumbline/platform/files';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory, type VendorFacts } from '@plumbline/vendors/server';
import { toKpiFile } from '../files/kpi-file-answers';
import { type Arrival, KpiFileUploads } from '../files/kpi-file-uploads';
import { KpiFilesRepository } from '../files/kpi-files.repository';
import { refused } from '../reading/file-refused';
import { brokenRule, keptRefusal, refusalOf } from '../reading/refusal';
import type { IncomingPieces } from './incoming-pieces';
import type { DeclaredFile, PieceChecksum } from './tus-headers';
import { UnfinishedUploadsRepository, type UploadRow } from './unfinished-uploads.repository';
import { elsewhere, KEPT_FOR_MS, UploadPieces } from './upload-pieces';

/** What may be under way at once: one sender cannot keep the others of the tenant out, nor one tenant fill the disk. */
export const uploadLimits = { ofOneSender: 20, ofTenant: 200, bytesOfTenant: 64 * 1024 ** 3 } as const;

export interface NewUpload {
  readonly vendor: VendorFacts;
  readonly file: DeclaredFile;
  readonly arrival: Arrival;
  readonly autoConfirm: boolean;
}

/**
 * KPI files that arrive in pieces, perhaps over days and several processes: all that is known of them is in PostgreSQL, all
 * their bytes in the file store. Whose it is not, whatever the reason, there is none (404).
 */
@Injectable()
export class UnfinishedUploads {
  constructor(
    private readonly door: Door,
    private readonly uploads: UnfinishedUploadsRepository,
    private readonly pieces: UploadPieces,
    private readonly whole: KpiFileUploads,
    private readonly files: KpiFilesRepository,
    private readonly vendors: VendorDirectory,
    private readonly clock: Clock,
  ) {}

  /** The vendor was admitted for this actor before. */
  begin(actor: Actor, { vendor, file, arrival, autoConfirm }: NewUpload): Promise<UploadRow> {
    const at = this.clock.date();
    const row: UploadRow = {
      id: newId(),
      vendorId: vendor.id,
      begunBy: actor.id,
      begunByName: actor.name,
      begunByKind: actor.kind === 'api-key' ? 'api-key' : 'person',
      via: arrival.via,
      address: arrival.address,
      key: arrival.key,
      ...file,
      autoConfirm,
      received: 0,
      pieces: 0,
      state: 'receiving',
      kpiFileId: null,
      refusalCode: null,
      refusalDetail: null,
      refusalParameters: null,
      createdAt: at,
      updatedAt: at,
      expiresAt: new Date(at.getTime() + KEPT_FOR_MS),
    };
    return this.door.withTenant(wholeTenant(actor), async (tx) => {
      const { own, all, bytes } = await this.uploads.underWay(tx, actor.id, at);
      if (
        own >= uploadLimits.ofOneSender ||
        all >= uploadLimits.ofTenant ||
        bytes + file.bytes > uploadLimits.bytesOfTenant
      )
        throw new RuleBrokenError(
          'too-many-uploads',
          'Too much is being sent and not finished: go on with an upload, or remove one, and begin this one then.',
          [],
          429,
        );
      await this.uploads.insert(tx, row);
      return row;
    });
  }

  list(actor: Actor, vendorId: string | undefined): Promise<KpiFileUpload[]> {
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.uploads.list(tx, actor.id, vendorId, this.clock.date());
      return this.answers(tx, rows);
    });
  }

  answer(actor: Actor, row: UploadRow): Promise<KpiFileUpload> {
    return this.door.withTenant(actor, async (tx) => {
      const [answer] = await this.answers(tx, [row]);
      if (!answer) throw notFound();
      return answer;
    });
  }

  find(actor: Actor, id: string): Promise<UploadRow> {
    return this.door.withTenant(actor, (tx) => this.own(tx, id));
  }

  /** Takes a piece. With its last byte the upload becomes a KPI file, or is refused for what is in it. */
  async take(
    actor: Actor,
    id: string,
    offset: number,
    incoming: IncomingPieces,
    checksum: PieceChecksum | null,
  ): Promise<UploadRow> {
    const before = await this.find(actor, id);
    if (before.received !== offset) throw elsewhere();
    const after = await this.pieces.take(actor, before, incoming, checksum);
    if (after.received === after.bytes) await this.complete(actor, id);
    return after;
  }

  /** The file that the upload became; it becomes one here where that has not happened yet. Any number of calls make one. */
  async complete(actor: Actor, id: string): Promise<KpiFile> {
    const upload = await this.find(actor, id);
    const refusal = keptRefusal(upload);
    if (refusal) throw brokenRule(refusal);
    if (upload.kpiFileId !== null) return this.kpiFile(actor, upload.kpiFileId);
    if (upload.received < upload.bytes)
      throw new ConflictError(
        'upload-incomplete',
        `${upload.received} of ${upload.bytes} bytes have arrived: send the others first.`,
      );
    try {
      const file = await this.receiveWhole(actor, upload);
      await this.pieces.clear(actor, id);
      return file;
    } catch (error) {
      const refusal = speaksAgainst(error);
      if (refusal && (await this.refuse(actor, id, refusal))) throw refusal;
      // another call was first: this one's file is undone or its pieces are gone, and what that call made holds
      if (refusal || error instanceof CompletedMeanwhile) return this.complete(actor, id);
      throw error;
    }
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.door.withTenant(actor, async (tx) => {
      const upload = await this.own(tx, id);
      await this.uploads.end(tx, upload.id, this.clock.date());
    });
    await this.erase(actor, id);
  }

  /** Removes what nobody went on with in time; called again it finds nothing. */
  async expire(worker: Actor, id: string): Promise<void> {
    const upload = await this.door.withTenant(worker, (tx) => this.uploads.find(tx, id));
    if (upload && upload.expiresAt <= this.clock.date()) await this.erase(worker, id);
  }

  /** Finishes for its sender what a process left that died between the last byte and the file. */
  async completeFor(worker: Actor, id: string): Promise<void> {
    const upload = await this.door.withTenant(worker, (tx) => this.uploads.find(tx, id));
    if (
      upload?.state !== 'receiving' ||
      upload.received < upload.bytes ||
      upload.expiresAt <= this.clock.date()
    )
      return;
    try {
      await this.complete(senderOf(worker, upload), id);
    } catch (error) {
      // a refusal is an outcome: it is kept with the upload, for its sender to read
      if (!(error instanceof RuleBrokenError)) throw error;
    }
  }

  private async erase(actor: Actor, id: string): Promise<void> {
    await this.pieces.clear(actor, id);
    await this.door.withTenant(actor, (tx) => this.uploads.remove(tx, id));
  }

  private async receiveWhole(actor: Actor, upload: UploadRow): Promise<KpiFile> {
    const { name, via, address, key, sha256, autoConfirm } = upload;
    const vendor = await this.whole.admit(actor, { id: upload.vendorId });
    return this.whole.receive(actor, {
      vendor,
      name,
      sha256,
      content: await this.pieces.contentOf(actor, upload),
      arrival: { via, address, key },
      whenKnown: autoConfirm ? 'load' : 'ask',
      inSameTransaction: async (tx, kpiFileId) => {
        if (!(await this.uploads.complete(tx, upload.id, kpiFileId, this.clock.date())))
          throw new CompletedMeanwhile();
      },
    });
  }

  /** Whether it stood to be refused. */
  private async refuse(actor: Actor, id: string, refusal: RuleBrokenError): Promise<boolean> {
    const stood = await this.door.withTenant(actor, (tx) => this.uploads.refuse(tx, id, refusal));
    if (stood) await this.pieces.clear(actor, id);
    return stood;
  }

  private kpiFile(actor: Actor, id: string): Promise<KpiFile> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.files.find(tx, id);
      const stored = file && (await this.files.stored(tx, file.storedFileId));
      const vendor = file && (await this.vendors.find(tx, [file.vendorId])).get(file.vendorId);
      if (!file || !stored || !vendor) throw new NotFoundError('KPI file');
      return toKpiFile(file, vendor, stored);
    });
  }

  private async own(tx: TenantTransaction, id: string): Promise<UploadRow> {
    const row = await this.uploads.find(tx, id);
    if (!row || row.begunBy !== tx.actor.id || row.expiresAt <= this.clock.date()) throw notFound();
    return row;
  }

  private async answers(tx: TenantTransaction, rows: readonly UploadRow[]): Promise<KpiFileUpload[]> {
    const vendors = await this.vendors.find(
      tx,
      rows.map(({ vendorId }) => vendorId),
    );
    return rows.flatMap((row) => {
      const vendor = vendors.get(row.vendorId);
      return vendor ? [toUpload(row, vendor)] : [];
    });
  }
}

/** Another call made the file first: this one's is undone. */
class CompletedMeanwhile extends Error {}

/** What speaks against the bytes themselves; null where the same call may succeed later. */
function speaksAgainst(error: unknown): RuleBrokenError | null {
  if (error instanceof RuleBrokenError && error.status === 422) return error;
  return error instanceof FileDamaged ? brokenRule(refusalOf(refused('stored-file-damaged', {}))) : null;
}

function notFound(): NotFoundError {
  return new NotFoundError('KPI file upload');
}

/** For counting what a whole tenant has under way, which neither a vendor nor a person may see. */
function wholeTenant(actor: Actor): Actor {
  return { ...actor, kind: 'worker', vendorScope: '*' };
}

/** The sender, as far as the upload remembers: for its own vendor, with no further right. */
function senderOf(worker: Actor, upload: UploadRow): Actor {
  return {
    ...worker,
    kind: upload.begunByKind,
    id: upload.begunBy,
    name: upload.begunByName,
    vendorScope: [upload.vendorId],
  };
}

function toUpload(row: UploadRow, vendor: VendorFacts): KpiFileUpload {
  return {
    id: row.id,
    vendor: { id: vendor.id, code: vendor.code, name: vendor.name },
    name: row.name,
    state: row.state,
    bytes: row.bytes,
    received: row.received,
    fingerprint: row.fingerprint,
    sha256: row.sha256?.toString('hex') ?? null,
    kpiFileId: row.kpiFileId,
    refusal: keptRefusal(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
