import { Injectable } from '@nestjs/common';
import { type Document, largestDocument } from '@plumbline/documents/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { FileStore, FileTooLarge, type StoredFile, toStoredFile } from '@plumbline/platform/files';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import type { Readable } from 'node:stream';
import { toDocument } from './document-answers';
import { DocumentEntity } from './document.entity';
import { DocumentsRepository } from './documents.repository';
import { DocumentLook } from './look-at-document';

export interface IncomingDocument {
  /** The vendor that may see it; undefined: the insurer's side only. */
  readonly vendorId: string | undefined;
  readonly name: string;
  readonly content: Readable;
}

@Injectable()
export class DocumentsService {
  constructor(
    private readonly door: Door,
    private readonly store: FileStore,
    private readonly documents: DocumentsRepository,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** Before any byte is taken: a vendor that the actor cannot see is `not-found`; a vendor's user says whose it is. */
  async admit(actor: Actor, vendorId: string | undefined): Promise<void> {
    if (vendorId === undefined) {
      if (actor.side === 'insurer') return;
      throw InvalidError.field('query.vendorId', 'required', 'say which vendor the document is of');
    }
    const known = await this.door.withTenant(actor, (tx) => this.documents.knowsVendor(tx, vendorId));
    if (!known) throw new NotFoundError('vendor');
  }

  /** Bytes into the store first, then one transaction that says so; what is refused leaves nothing behind. */
  async receive(actor: Actor, { vendorId, name, content }: IncomingDocument): Promise<Document> {
    const identity = { tenantId: actor.tenantId, fileId: newId() };
    const look = new DocumentLook();
    let stored: StoredFile;
    try {
      stored = await this.store.receive(identity, content.compose(look) as Readable, largestDocument);
    } catch (error) {
      if (!(error instanceof FileTooLarge)) throw error;
      throw new RuleBrokenError('too-large', `A document has at most ${error.limit} bytes.`, [], 413);
    }
    try {
      const verdict = look.verdict(name);
      if ('problem' in verdict) throw new RuleBrokenError('document-kind', verdict.problem, [], 415);
      return await this.record(actor, { vendorId, name, mediaType: verdict.mediaType }, stored);
    } catch (error) {
      await this.store.discard(identity);
      throw error;
    }
  }

  view(actor: Actor, id: string): Promise<Document> {
    return this.door.withTenant(actor, async (tx) => {
      const { document, stored } = await this.find(tx, id);
      return toDocument(document, stored);
    });
  }

  /** Its bytes, checked whole before the first is given. That somebody took them is logged (requirement D2). */
  async content(actor: Actor, id: string): Promise<{ name: string; bytes: number; content: Readable }> {
    const { document, stored } = await this.door.withTenant(actor, async (tx) => {
      const found = await this.find(tx, id);
      await this.log(tx, 'document-read', found.document, {});
      return found;
    });
    return { name: document.name, bytes: stored.bytes, content: await this.store.read(toStoredFile(stored)) };
  }

  private record(
    actor: Actor,
    said: { readonly vendorId: string | undefined; readonly name: string; readonly mediaType: string },
    stored: StoredFile,
  ): Promise<Document> {
    return this.door.withTenant(actor, async (tx) => {
      const document: DocumentEntity = {
        tenantId: tx.tenantId,
        id: newId(),
        vendorId: said.vendorId ?? null,
        storedFileId: stored.fileId,
        name: said.name,
        mediaType: said.mediaType,
        uploadedBy: actor.id,
        uploadedByName: actor.name,
        uploadedBySide: actor.side,
        uploadedAt: this.clock.date(),
      };
      await this.documents.insert(tx, document, stored);
      await this.log(tx, 'document-received', document, {
        bytes: stored.bytes,
        sha256: stored.sha256.toString('hex'),
      });
      return toDocument(document, stored);
    });
  }

  private async find(tx: TenantTransaction, id: string) {
    const [document] = await this.documents.find(tx, [id]);
    const stored =
      document && (await this.documents.stored(tx, [document.storedFileId])).get(document.storedFileId);
    if (!stored) throw new NotFoundError('document');
    return { document, stored };
  }

  private log(
    tx: TenantTransaction,
    action: string,
    { id, vendorId }: DocumentEntity,
    detail: object,
  ): Promise<void> {
    const whose = vendorId === null ? {} : { vendorId };
    return this.activityLog.append(tx, { action, thing: 'document', thingId: id, ...whose, detail });
  }
}
