import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, NotFoundError, ProductError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import {
  decidesTheSame,
  type Publication,
  type PublicationOutcomes,
  type Scorecard,
} from '@plumbline/scorecards/schema';
import { isFinalState } from '@plumbline/sla-engine';
import { VendorDirectory } from '@plumbline/vendors/server';
import { flowWith } from './publication-flow';
import { ScorecardBuilder } from './scorecard-builder';
import type { ScorecardEntity } from './scorecard.entity';
import { ScorecardsRepository } from './scorecards.repository';
import { ScorecardsService } from './scorecards.service';

/** Freezes drafts. What is published never changes: restated data makes the next revision (architecture invariant 5). */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly door: Door,
    private readonly scorecards: ScorecardsRepository,
    private readonly builder: ScorecardBuilder,
    private readonly vendors: VendorDirectory,
    private readonly service: ScorecardsService,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** Takes effect once, however often it is pressed: the others are told `scorecard-published`. */
  async publish(actor: Actor, id: string, version: number): Promise<Scorecard> {
    await this.door.withTenant(actor, async (tx) => {
      const draft = await this.draft(tx, id, version);
      await this.demandUpToDate(tx, draft);
      const published = await this.scorecards.updateDraft(tx, {
        ...draft,
        state: 'published',
        publishedAt: this.clock.date(),
        publishedBy: actor.id,
        publishedByName: actor.name,
      });
      if (!published) throw alreadyPublished();
      await this.activityLog.append(tx, {
        action: 'scorecard-published',
        thing: 'scorecard',
        thingId: id,
        vendorId: draft.vendorId,
        detail: { month: draft.month.slice(0, 7), revision: draft.revision, score: draft.score },
      });
    });
    return this.service.view(actor, id);
  }

  /** Each for itself: one that cannot be published keeps no other back. */
  async publishSeveral(actor: Actor, items: readonly Publication[]): Promise<PublicationOutcomes> {
    const outcomes: PublicationOutcomes['items'] = [];
    for (const { id, version } of items) {
      try {
        await this.publish(actor, id, version);
        outcomes.push({ id, published: true, problem: null });
      } catch (error) {
        if (!(error instanceof ProductError)) throw error;
        outcomes.push({ id, published: false, problem: { code: error.code, detail: error.detail } });
      }
    }
    return { items: outcomes };
  }

  private async draft(tx: TenantTransaction, id: string, version: number): Promise<ScorecardEntity> {
    const found = await this.scorecards.find(tx, id);
    if (!found) throw new NotFoundError('scorecard');
    // builder and publishers of one vendor wait for each other here
    await this.vendors.lock(tx, [found.vendorId]);
    const draft = await this.scorecards.find(tx, id);
    if (!draft) throw new NotFoundError('scorecard');
    const flow = flowWith(draft, { type: 'published', at: this.clock.now() });
    if (!flow.ok && flow.problem.code === 'scorecard.published') throw alreadyPublished();
    demandVersion(draft.version, version);
    if (!flow.ok) throw refused(flow.problem.code, draft);
    return draft;
  }

  private async demandUpToDate(tx: TenantTransaction, draft: ScorecardEntity): Promise<void> {
    const decision = await this.builder.decide(tx, draft.vendorId, draft.month.slice(0, 7));
    if (!decision || !decidesTheSame(draft, { ...decision, revision: draft.revision })) {
      const detail =
        'Results moved since this draft was built: it is being brought up to date, look at it again.';
      throw new ConflictError('scorecard-moved', detail);
    }
  }
}

/** What the engine's flow refuses, in the words of the product. */
function refused(code: string, draft: ScorecardEntity): ProductError {
  switch (code) {
    case 'scorecard.resultsOpen': {
      const open = draft.lines.filter(({ state }) => !isFinalState(state));
      const names = open.map(({ name }) => name).join(', ');
      return new RuleBrokenError('month-open', `Results of this month are still open: ${names}.`);
    }
    case 'scorecard.unchanged': {
      const detail = `Nothing differs any more from revision ${draft.revision - 1}, which is published.`;
      return new RuleBrokenError('scorecard-unchanged', detail);
    }
    default:
      throw new Error(`the flow of scorecards refused a publication with ${code}`);
  }
}

function alreadyPublished(): ConflictError {
  return new ConflictError('scorecard-published', 'This revision is published already and never changes.');
}
