import { Injectable } from '@nestjs/common';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  decidesTheSame,
  differenceOf,
  type ScorecardEffect,
  type ScorecardEffects,
} from '@plumbline/scorecards/schema';
import { type Foreseen, ForeseenResults } from '@plumbline/slas/server';
import { VendorDirectory } from '@plumbline/vendors/server';
import { ScorecardBuilder } from './scorecard-builder';
import { ScorecardsRepository } from './scorecards.repository';

type ForeseenMonth = Foreseen['months'][number];

/** What confirming a checked KPI file would do to published scorecards. */
@Injectable()
export class ScorecardEffectsService {
  constructor(
    private readonly door: Door,
    private readonly foreseen: ForeseenResults,
    private readonly scorecards: ScorecardsRepository,
    private readonly builder: ScorecardBuilder,
    private readonly vendors: VendorDirectory,
  ) {}

  view(actor: Actor, fileId: string): Promise<ScorecardEffects> {
    return this.door.withTenant(actor, async (tx) => {
      const { months } = await this.foreseen.of(tx, fileId);
      const items: ScorecardEffect[] = [];
      for (const month of months) {
        const effect = await this.ofMonth(tx, month);
        if (effect) items.push(effect);
      }
      return { items };
    });
  }

  /** Null: nothing is published for the month, or what is published would stand. */
  private async ofMonth(
    tx: TenantTransaction,
    { vendorId, month, changed }: ForeseenMonth,
  ): Promise<ScorecardEffect | null> {
    const newest = await this.scorecards.newest(tx, vendorId, month);
    const published = newest?.state === 'draft' ? await this.scorecards.before(tx, newest) : newest;
    if (!newest || !published) return null;
    const figures = new Map(changed.map(({ sla, judged }) => [sla.id, judged]));
    const decision = await this.builder.decide(tx, vendorId, month, figures);
    // a revision is drafted once every result is final; a draft that is there follows at once
    if (!decision || (newest === published && !decision.complete)) return null;
    const next = { ...decision, revision: published.revision + 1 };
    const vendor = (await this.vendors.find(tx, [vendorId])).get(vendorId);
    if (!vendor || decidesTheSame(published, next)) return null;
    return {
      scorecardId: published.id,
      vendor: { id: vendor.id, code: vendor.code, name: vendor.name },
      period: month,
      revision: published.revision,
      nextRevision: next.revision,
      band: { before: published.band, after: decision.band },
      difference: differenceOf(published, next),
    };
  }
}
