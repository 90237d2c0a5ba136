import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { DocumentDirectory } from '@plumbline/documents/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotAllowedError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { keyMakerOf } from '@plumbline/platform/identity';
import { type Actor, Clock, requireAnotherPerson } from '@plumbline/platform/tenancy';
import {
  awaitsEvidence,
  type DueDiligence,
  type DueDiligenceItem,
  type ItemDecision,
  type ItemStanding,
  type listDueDiligence,
  type NewSubmission,
  standingOf,
} from '@plumbline/vendors/schema';
import { localToday } from '../local-today';
import { VendorDirectory } from '../vendor-directory';
import { toItem } from './due-diligence-answers';
import type { DueDiligenceItemEntity } from './due-diligence-item.entity';
import { templateOf } from './due-diligence-start';
import type { DueDiligenceSubmissionEntity } from './due-diligence-submission.entity';
import { DueDiligenceRepository } from './due-diligence.repository';
import { TemplateVersions } from './template-versions';

/** What is asked of vendors, what was handed in for it and what another person said of that (V1). */
@Injectable()
export class DueDiligenceService {
  constructor(
    private readonly door: Door,
    private readonly vendors: VendorDirectory,
    private readonly items: DueDiligenceRepository,
    private readonly templates: TemplateVersions,
    private readonly documents: DocumentDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor, vendorId: string): Promise<DueDiligence> {
    return this.door.withTenant(actor, async (tx) => {
      if (!(await this.vendors.find(tx, [vendorId])).has(vendorId)) throw new NotFoundError('vendor');
      const items = await this.items.ofVendor(tx, vendorId);
      const template = actor.side === 'insurer' ? await this.templates.newest(tx) : null;
      return {
        items: await this.answers(tx, items),
        template:
          actor.side === 'insurer' ? { number: templateOf(items), newest: template?.number ?? 1 } : null,
      };
    });
  }

  list(actor: Actor, { standing, askedOf, limit, cursor }: InputOf<typeof listDueDiligence>['query']) {
    const after = readCursor(cursor, 'text', 'number', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.items.list(tx, {
        standings: (standing?.split(',') as ItemStanding[] | undefined) ?? null,
        askedOf,
        today: localToday(this.clock, actor),
        after,
        limit: limit + 1,
      });
      const answers = await this.answers(
        tx,
        rows.map(({ item }) => item),
      );
      const byId = new Map(answers.map((answer) => [answer.id, answer]));
      const page = toPage(
        rows,
        limit,
        ({ item }) => byId.get(item.id),
        ({ item, vendor }) => [vendor, item.position, item.id],
      );
      return { ...page, items: page.items.filter((item) => item !== undefined) };
    });
  }

  submit(actor: Actor, itemId: string, wanted: NewSubmission, version: number): Promise<DueDiligenceItem> {
    return this.door.withTenant(actor, async (tx) => {
      const item = await this.forChange(tx, itemId, version);
      this.demandStanding(actor, item, awaitsEvidence);
      const until = wanted.kind === 'waiver' ? this.waiverOf(actor, wanted) : null;
      const documentIds = wanted.kind === 'evidence' ? wanted.documents : [];
      await this.documents.demand(tx, documentIds, item.vendorId, 'documents');
      const submission: DueDiligenceSubmissionEntity = {
        tenantId: tx.tenantId,
        id: newId(),
        vendorId: item.vendorId,
        itemId,
        kind: wanted.kind,
        side: actor.side,
        note: wanted.note,
        until,
        documentIds,
        submittedBy: actor.id,
        submittedByName: actor.name,
        submittedAt: this.clock.date(),
        keyMaker: await keyMakerOf(tx),
      };
      await this.items.insertSubmission(tx, submission);
      await this.save(tx, item, { state: 'submitted', waivedUntil: null, rejection: null });
      const detail = {
        code: item.code,
        kind: wanted.kind,
        ...(until === null ? {} : { until }),
        ...(documentIds.length === 0 ? {} : { documentIds }),
      };
      await this.log(tx, 'due-diligence-submitted', item, detail);
      return this.answer(tx, item);
    });
  }

  /**
   * Another person's word on what waits; or opens again what was accepted or waived. What the vendor asked for itself,
   * such as a waiver it never saw, is not told to it: the item is simply open.
   */
  decide(
    actor: Actor,
    itemId: string,
    { outcome, reason, remark }: ItemDecision,
    version: number,
  ): Promise<DueDiligenceItem> {
    return this.door.withTenant(actor, async (tx) => {
      const found = await this.items.find(tx, itemId);
      // the vendor first, as its steps do: a gate is not looked at while what it asks is being decided
      if (found) await this.vendors.lock(tx, [found.vendorId]);
      const item = await this.forChange(tx, itemId, version);
      this.demandStanding(actor, item, outcome === 'opened' ? ['accepted', 'waived'] : ['submitted']);
      const [submission] = await this.items.submissions(tx, [itemId]);
      if (!submission) throw new Error('an item waits for a decision without a submission');
      if (outcome !== 'opened') requireAnotherPerson(actor, submission.submittedBy, submission.keyMaker);
      const change = this.changeBy(actor, outcome, submission, reason ?? null);
      await this.items.insertDecision(tx, {
        tenantId: tx.tenantId,
        id: newId(),
        vendorId: item.vendorId,
        itemId,
        submissionId: submission.id,
        outcome,
        reason: reason ?? null,
        remark: remark ?? null,
        decidedBy: actor.id,
        decidedByName: actor.name,
        decidedAt: this.clock.date(),
      });
      await this.save(tx, item, change);
      await this.log(tx, `due-diligence-${outcome}`, item, {
        code: item.code,
        kind: submission.kind,
        reason: reason ?? null,
        ...(change.state === 'waived' ? { until: submission.until } : {}),
      });
      return this.answer(tx, item);
    });
  }

  private changeBy(
    actor: Actor,
    outcome: ItemDecision['outcome'],
    { kind, until }: DueDiligenceSubmissionEntity,
    reason: string | null,
  ): Pick<DueDiligenceItemEntity, 'state' | 'waivedUntil' | 'rejection'> {
    if (outcome === 'opened') return { state: 'open', waivedUntil: null, rejection: reason };
    if (kind === 'evidence')
      return { state: outcome, waivedUntil: null, rejection: outcome === 'rejected' ? reason : null };
    if (outcome === 'rejected') return { state: 'open', waivedUntil: null, rejection: null };
    if (until === null || until < localToday(this.clock, actor))
      throw new RuleBrokenError('waiver-expired', 'The waiver would have run out already: reject it.');
    return { state: 'waived', waivedUntil: until, rejection: null };
  }

  private waiverOf(actor: Actor, { until }: Extract<NewSubmission, { kind: 'waiver' }>): string {
    if (actor.side !== 'insurer')
      throw new NotAllowedError('insurer-only', 'Doing without an item is for the insurer to ask.');
    if (until < localToday(this.clock, actor))
      throw InvalidError.field('until', 'day-past', 'a day to come: an expired waiver is open again');
    return until;
  }

  private demandStanding(actor: Actor, item: DueDiligenceItemEntity, right: readonly ItemStanding[]): void {
    const standing = standingOf(item, localToday(this.clock, actor));
    if (standing === null) throw new NotFoundError('due-diligence item');
    if (!right.includes(standing))
      throw new RuleBrokenError('item-state', `The item is ${standing}: this needs ${right.join(' or ')}.`);
  }

  private async forChange(
    tx: TenantTransaction,
    itemId: string,
    version: number,
  ): Promise<DueDiligenceItemEntity> {
    const item = await this.items.findForChange(tx, itemId);
    if (!item) throw new NotFoundError('due-diligence item');
    demandVersion(item.version, version);
    return item;
  }

  private async save(
    tx: TenantTransaction,
    item: DueDiligenceItemEntity,
    change: Pick<DueDiligenceItemEntity, 'state' | 'waivedUntil' | 'rejection'>,
  ): Promise<void> {
    Object.assign(item, change, { updatedAt: this.clock.date(), version: item.version + 1 });
    await this.items.update(tx, item);
  }

  private async answer(tx: TenantTransaction, item: DueDiligenceItemEntity): Promise<DueDiligenceItem> {
    const [answer] = await this.answers(tx, [item]);
    if (!answer) throw new NotFoundError('due-diligence item');
    return answer;
  }

  private async answers(
    tx: TenantTransaction,
    items: readonly DueDiligenceItemEntity[],
  ): Promise<DueDiligenceItem[]> {
    const ids = items.map(({ id }) => id);
    const vendors = await this.vendors.find(
      tx,
      items.map(({ vendorId }) => vendorId),
    );
    const submissions = await this.items.submissions(tx, ids);
    const decisions = await this.items.decisions(tx, ids);
    const documents = await this.documents.find(
      tx,
      submissions.flatMap(({ documentIds }) => documentIds ?? []),
    );
    const today = localToday(this.clock, tx.actor);
    return items.flatMap((item) => {
      const vendor = vendors.get(item.vendorId);
      const own = submissions.filter(({ itemId }) => itemId === item.id);
      const answer =
        vendor && toItem({ item, vendor, submissions: own, decisions, documents }, tx.actor, today);
      return answer ? [answer] : [];
    });
  }

  private log(
    tx: TenantTransaction,
    action: string,
    item: DueDiligenceItemEntity,
    detail: object,
  ): Promise<void> {
    const { id, vendorId } = item;
    return this.activityLog.append(tx, {
      action,
      thing: 'due-diligence-item',
      thingId: id,
      vendorId,
      detail,
    });
  }
}
