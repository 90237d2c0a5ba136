import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type KpiFile, largestFile, type UploadOrigin, type UploadWay } from '@plumbline/measurements/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { FileStore, type StoredFile } from '@plumbline/platform/files';
import { enqueue } from '@plumbline/platform/jobs';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorCodes, VendorDirectory, type VendorFacts } from '@plumbline/vendors/server';
import { FileEnds } from '../reading/file-ends';
import { FileRefused } from '../reading/file-refused';
import { lookAtFile } from '../reading/look-at-file';
import type { FileLook } from '../reading/read-layout';
import { brokenRule, refusalOf } from '../reading/refusal';
import { toKpiFile } from './kpi-file-answers';
import { KpiFileEntity } from './kpi-file.entity';
import { KpiFilesRepository } from './kpi-files.repository';
import { mappedBefore } from './mapped-before';

/** By which way a file comes in, and from where. */
export interface Arrival extends UploadOrigin {
  readonly via: UploadWay;
}

export interface Upload {
  readonly vendor: VendorFacts;
  readonly name: string;
  readonly content: Readable;
  readonly arrival: Arrival;
  /** What happens to a file whose layout has a mapping: nothing yet, or it is checked, or also loaded where it is clean. */
  readonly whenKnown: 'ask' | 'check' | 'load';
  /** As the sender declared it: other bytes are refused. */
  readonly sha256?: Buffer | null;
  /** Done in the transaction that makes the file: it is made where this succeeds. */
  readonly inSameTransaction?: (tx: TenantTransaction, kpiFileId: string) => Promise<void>;
}

/** Receives files: bytes into the store first, then one transaction that says so. */
@Injectable()
export class KpiFileUploads {
  constructor(
    private readonly door: Door,
    private readonly store: FileStore,
    private readonly files: KpiFilesRepository,
    private readonly vendors: VendorDirectory,
    private readonly vendorCodes: VendorCodes,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** Before any byte is taken: a vendor that the actor cannot see is `not-found`. */
  admit(actor: Actor, whose: { readonly id: string } | { readonly code: string }): Promise<VendorFacts> {
    return this.door.withTenant(actor, async (tx) => {
      const id = 'id' in whose ? whose.id : await this.byCode(tx, whose.code);
      const vendor = id === undefined ? undefined : (await this.vendors.find(tx, [id])).get(id);
      if (!vendor) throw new NotFoundError('vendor');
      return vendor;
    });
  }

  /** A file that plainly holds no table is refused (422) and nothing of it is kept. */
  async receive(actor: Actor, upload: Upload): Promise<KpiFile> {
    const ends = new FileEnds();
    const identity = { tenantId: actor.tenantId, fileId: newId() };
    const stored = await this.store.receive(identity, upload.content.compose(ends) as Readable, largestFile);
    try {
      if (upload.sha256 && !upload.sha256.equals(stored.sha256))
        throw otherBytes(upload.sha256, stored.sha256);
      const { head, tail } = ends;
      const open = () => this.store.read(stored);
      const look = await lookAtFile({ name: upload.name, bytes: stored.bytes, head, tail, open });
      return await this.record(actor, upload, stored, look);
    } catch (error) {
      await this.store.discard(identity);
      if (error instanceof FileRefused) throw brokenRule(refusalOf(error));
      throw error;
    }
  }

  private async record(
    actor: Actor,
    { vendor, name, arrival, whenKnown, inSameTransaction }: Upload,
    stored: StoredFile,
    look: FileLook,
  ): Promise<KpiFile> {
    let same: string | null = null;
    const answer = await this.door.withTenant(actor, async (tx) => {
      const at = this.clock.date();
      same = await this.files.sameContent(tx, vendor.id, stored.sha256);
      if (same === null) await this.files.insertStored(tx, vendor.id, stored, at);
      const { layout, saved: known } = await mappedBefore(this.files, tx, vendor.id, look);
      const saved = whenKnown === 'ask' ? null : known;
      const file = Object.assign(new KpiFileEntity(), {
        tenantId: tx.tenantId,
        id: newId(),
        vendorId: vendor.id,
        storedFileId: same ?? stored.fileId,
        name,
        state: saved ? 'checking' : 'received',
        layout,
        mapping: saved?.mapping ?? null,
        autoConfirm: saved !== null && whenKnown === 'load',
        uploadedBy: actor.id,
        uploadedByName: actor.name,
        uploadedVia: arrival.via,
        uploadedFrom: arrival.address,
        uploadedWith: arrival.key,
        wrongRows: 'refuse',
        restatementReason: null,
        rowsTotal: null,
        rowsRead: 0,
        rowsWrong: 0,
        rowsNew: null,
        rowsUnchanged: null,
        rowsRestated: null,
        effect: null,
        problemsListed: 0,
        unknownVendors: [],
        warnings: [],
        unknownNames: [],
        refusalCode: null,
        refusalDetail: null,
        refusalParameters: null,
        loadNumber: null,
        createdAt: at,
        updatedAt: at,
        loadedAt: null,
        finishedAt: null,
        version: 1,
      } satisfies KpiFileEntity);
      await this.files.insert(tx, file);
      await inSameTransaction?.(tx, file.id);
      if (saved) await enqueue(tx, 'check-kpi-file', file.id, at);
      await this.activityLog.append(tx, {
        action: 'kpi-file-received',
        thing: 'kpi-file',
        thingId: file.id,
        vendorId: vendor.id,
        detail: { bytes: stored.bytes, sha256: stored.sha256.toString('hex'), via: file.uploadedVia },
      });
      return toKpiFile(file, vendor, stored);
    });
    if (same !== null) await this.store.discard(stored);
    return answer;
  }

  private async byCode(tx: TenantTransaction, code: string): Promise<string | undefined> {
    return (await this.vendorCodes.resolve(tx, [code])).get(code);
  }
}

function otherBytes(declared: Buffer, received: Buffer): RuleBrokenError {
  return new RuleBrokenError(
    'checksum-differs',
    `The file that arrived has SHA-256 ${received.toString('hex')}, not ${declared.toString('hex')} as declared: it was changed on the way or while it was being sent. Nothing of it was kept; send it anew.`,
  );
}
