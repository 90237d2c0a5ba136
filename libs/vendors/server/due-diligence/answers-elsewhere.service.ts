import { Injectable } from '@nestjs/common';
import { DocumentDirectory, DocumentsService } from '@plumbline/documents/server';
import type { Document } from '@plumbline/documents/schema';
import { Door } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { actorOf } from '@plumbline/platform/identity';
import { type Actor, mayActFor } from '@plumbline/platform/tenancy';
import type { AnswerElsewhere, AnswerTakeOver, DueDiligenceItem } from '@plumbline/vendors/schema';
import { membershipsElsewhere, type VendorMembership } from '../memberships-elsewhere';
import type { DueDiligenceItemEntity } from './due-diligence-item.entity';
import { DueDiligenceRepository } from './due-diligence.repository';
import { DueDiligenceService } from './due-diligence.service';

const SUBMIT = 'due-diligence.submit';

interface Found extends AnswerElsewhere {
  /** The partner as it is with that insurer. */
  readonly there: Actor;
  readonly kept: readonly Document[];
}

/**
 * A partner answers once where insurers ask for the same. What its side handed in elsewhere is read as the actor that the
 * person's own membership there makes, and handed in here like anything new: documents are copied byte for byte into this
 * insurer's store. Neither insurer's rows or log name the other.
 */
@Injectable()
export class AnswersElsewhereService {
  constructor(
    private readonly door: Door,
    private readonly items: DueDiligenceRepository,
    private readonly dueDiligence: DueDiligenceService,
    private readonly directory: DocumentDirectory,
    private readonly documents: DocumentsService,
  ) {}

  /** Newest first. */
  async list(actor: Actor, itemId: string): Promise<{ items: AnswerElsewhere[] }> {
    const found = await this.find(actor, await this.own(actor, itemId));
    return { items: found.map(({ there: _, kept: __, ...answer }) => answer) };
  }

  async take(
    actor: Actor,
    itemId: string,
    { from, note }: AnswerTakeOver,
    version: number,
  ): Promise<DueDiligenceItem> {
    const item = await this.own(actor, itemId);
    // before any byte is copied; handing in looks at it again
    demandVersion(item.version, version);
    const answer = (await this.find(actor, item)).find(
      ({ tenant, submissionId }) => tenant === from.tenant && submissionId === from.submissionId,
    );
    if (!answer) throw new NotFoundError('answer to take over');
    const documents: string[] = [];
    for (const { id } of answer.kept) {
      const { name, content } = await this.documents.content(answer.there, id);
      const copied = await this.documents.receive(actor, { vendorId: item.vendorId, name, content });
      documents.push(copied.id);
    }
    return this.dueDiligence.submit(actor, itemId, { kind: 'evidence', note, documents }, version);
  }

  private own(actor: Actor, itemId: string): Promise<DueDiligenceItemEntity> {
    return this.door.withTenant(actor, async (tx) => {
      const item = await this.items.find(tx, itemId);
      if (!item || item.state === 'withdrawn' || !mayActFor(actor, item.vendorId))
        throw new NotFoundError('due-diligence item');
      return item;
    });
  }

  private async find(actor: Actor, { code }: DueDiligenceItemEntity): Promise<Found[]> {
    const memberships = await membershipsElsewhere(this.door, actor, SUBMIT);
    const found: Found[] = [];
    for (const membership of memberships)
      found.push(...(await this.read(actor, memberships, membership, code)));
    return found.toSorted((a, b) => b.at.localeCompare(a.at));
  }

  /** What the vendor's side last handed in for the item of this code. */
  private read(
    person: Actor,
    memberships: readonly VendorMembership[],
    { tenant, vendorId }: VendorMembership,
    code: string,
  ): Promise<Found[]> {
    const there = actorOf(person, memberships, tenant.slug, SUBMIT);
    return this.door.withTenant(there, async (tx) => {
      const items = await this.items.ofVendor(tx, vendorId);
      const item = items.find((each) => each.code === code && each.state !== 'withdrawn');
      if (!item) return [];
      const submissions = await this.items.submissions(tx, [item.id]);
      const last = submissions.find(({ kind, side }) => kind === 'evidence' && side === 'vendor');
      if (!last) return [];
      const ids = last.documentIds ?? [];
      const known = await this.directory.find(tx, ids);
      // what that insurer put beside it is not the vendor's to hand on
      const kept = ids.flatMap((id) => {
        const document = known.get(id);
        return document?.uploadedBySide === 'vendor' ? [document] : [];
      });
      return [
        {
          ...{ tenant: tenant.slug, insurer: tenant.name, submissionId: last.id, title: item.title },
          ...{ note: last.note, at: last.submittedAt.toISOString(), there, kept },
          documents: kept.map(({ name, bytes }) => ({ name, bytes })),
        },
      ];
    });
  }
}
