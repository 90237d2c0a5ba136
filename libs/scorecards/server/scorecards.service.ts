import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import {
  type ExportedScorecard,
  type listScorecards,
  type NewScorecard,
  type NewScorecardComment,
  type Readiness,
  type Scorecard,
  type ScorecardComment,
  type ScorecardMonth,
  scoreInput,
} from '@plumbline/scorecards/schema';
import { VendorDirectory } from '@plumbline/vendors/server';
import { toComment, toScorecard, toSummary } from './scorecard-answers';
import { ScorecardBuilder } from './scorecard-builder';
import type { ScorecardEntity } from './scorecard.entity';
import { type MonthRow, ScorecardsRepository, type SummaryRow } from './scorecards.repository';

@Injectable()
export class ScorecardsService {
  constructor(
    private readonly door: Door,
    private readonly scorecards: ScorecardsRepository,
    private readonly builder: ScorecardBuilder,
    private readonly vendors: VendorDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { period, vendorId, state, limit, cursor }: InputOf<typeof listScorecards>['query']) {
    const after = readCursor(cursor, 'month', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.scorecards.list(tx, { period, vendorId, state, after, limit: limit + 1 });
      return toPage(rows, limit, toSummary, ({ month, id }) => [month, id]);
    });
  }

  month(actor: Actor, period: string): Promise<ScorecardMonth> {
    return this.door.withTenant(actor, async (tx) => {
      const vendors = await this.scorecards.vendorsOfMonth(tx, period);
      const newest = await this.scorecards.newestOfMonth(tx, period);
      return { period, vendors: boardOf(vendors, newest) };
    });
  }

  view(actor: Actor, id: string): Promise<Scorecard> {
    return this.door.withTenant(actor, async (tx) => this.answer(tx, await this.find(tx, id)));
  }

  /** Builds a month on demand; without terms in force there is nothing to build (`no-terms`). */
  build(actor: Actor, { vendorId, period }: NewScorecard): Promise<Scorecard> {
    return this.door.withTenant(actor, async (tx) => {
      if (!(await this.vendors.find(tx, [vendorId])).has(vendorId)) {
        throw InvalidError.field('vendorId', 'vendor-unknown', 'There is no such vendor here.');
      }
      const scorecard = await this.builder.build(tx, vendorId, period, 'asked');
      if (!scorecard) {
        const detail = `No contract with this vendor was in force on the first day of ${period}.`;
        throw new RuleBrokenError('no-terms', detail, [{ path: 'period', code: 'no-terms', detail }]);
      }
      return this.answer(tx, scorecard);
    });
  }

  comment(actor: Actor, id: string, { text, slaId }: NewScorecardComment): Promise<ScorecardComment> {
    return this.door.withTenant(actor, async (tx) => {
      const scorecard = await this.find(tx, id);
      if (slaId !== undefined && scorecard.lines.every((line) => line.slaId !== slaId)) {
        throw InvalidError.field('slaId', 'line-unknown', 'This scorecard has no such line.');
      }
      const comment = {
        tenantId: tx.tenantId,
        id: newId(),
        scorecardId: id,
        vendorId: scorecard.vendorId,
        slaId: slaId ?? null,
        side: actor.side,
        authorId: actor.id,
        authorName: actor.name,
        text,
        createdAt: this.clock.date(),
      };
      await this.scorecards.insertComment(tx, comment);
      await this.activityLog.append(tx, {
        action: 'scorecard-commented',
        thing: 'scorecard',
        thingId: id,
        vendorId: scorecard.vendorId,
        detail: { commentId: comment.id, slaId: comment.slaId },
      });
      return toComment({ ...comment, revision: scorecard.revision });
    });
  }

  export(actor: Actor, id: string): Promise<ExportedScorecard> {
    return this.door.withTenant(actor, async (tx) => {
      const scorecard = await this.find(tx, id);
      return {
        format: 'plumbline.scorecard/1',
        scorecard: await this.answer(tx, scorecard),
        recompute: { id, op: 'score.compute', input: scoreInput(scorecard.lines, scorecard.minimumCoverage) },
      };
    });
  }

  private async find(tx: TenantTransaction, id: string): Promise<ScorecardEntity> {
    const scorecard = await this.scorecards.find(tx, id);
    if (!scorecard) throw new NotFoundError('scorecard');
    return scorecard;
  }

  private async answer(tx: TenantTransaction, scorecard: ScorecardEntity): Promise<Scorecard> {
    const month = scorecard.month.slice(0, 7);
    return toScorecard(scorecard, {
      revisions: await this.scorecards.revisions(tx, scorecard.vendorId, month),
      before: scorecard.revision > 1 ? await this.scorecards.before(tx, scorecard) : null,
      comments: await this.scorecards.comments(tx, scorecard.vendorId, month),
    });
  }
}

function boardOf(vendors: readonly MonthRow[], newest: readonly SummaryRow[]): ScorecardMonth['vendors'] {
  const scorecards = new Map(newest.map((row) => [row.vendorId, row]));
  return vendors.map(({ vendorId, vendorCode, vendorName, slas, final }) => {
    const row = scorecards.get(vendorId);
    return {
      vendor: { id: vendorId, code: vendorCode, name: vendorName },
      readiness: readinessOf(row),
      slas,
      final,
      scorecard: row ? toSummary(row) : null,
    };
  });
}

function readinessOf(scorecard: SummaryRow | undefined): Readiness {
  if (scorecard === undefined) return 'waiting';
  if (scorecard.state !== 'draft') return 'published';
  return scorecard.complete ? 'ready' : 'waiting';
}
