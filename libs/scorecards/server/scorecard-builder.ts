import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { enqueue } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import { decidesTheSame, differenceOf, type ScoredLines, scoreLines } from '@plumbline/scorecards/schema';
import { isFinalState } from '@plumbline/sla-engine';
import type { RevisionReason } from '@plumbline/slas/schema';
import { VendorDirectory } from '@plumbline/vendors/server';
import { isDeepStrictEqual } from 'node:util';
import { type MonthLines, MonthLinesRepository, type UnscoredLine } from './month-lines.repository';
import { flowLines, flowWith } from './publication-flow';
import type { ScorecardEntity } from './scorecard.entity';
import { ScorecardsRepository } from './scorecards.repository';

/** The figure of a line, as it stands or as it would be. */
export type ForeseenFigure = Pick<
  UnscoredLine,
  'state' | 'value' | 'numerator' | 'denominator' | 'claimedValue' | 'interval'
>;

/** What a month's lines decide now. */
export interface Decision extends ScoredLines {
  readonly month: MonthLines;
  /** Every result is final. */
  readonly complete: boolean;
}

/**
 * Keeps a vendor's month in step with its results: a draft follows them, a published scorecard is answered by a draft of
 * the next revision. Running it twice, or twice at once, writes nothing the second time.
 */
@Injectable()
export class ScorecardBuilder {
  constructor(
    private readonly scorecards: ScorecardsRepository,
    private readonly months: MonthLinesRepository,
    private readonly vendors: VendorDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Builds or rebuilds a month (`2026-03`). `when`: `complete` makes a first draft or a new revision only once every result
   * is final; `asked` makes the first draft in any case. Answers the newest revision, null where there is none.
   */
  async build(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    when: 'complete' | 'asked',
  ): Promise<ScorecardEntity | null> {
    await this.vendors.lock(tx, [vendorId]);
    const evaluatedTo = await this.months.evaluatedTo(tx, vendorId, month);
    if (evaluatedTo) await this.scorecards.lookedAt(tx, vendorId, month, evaluatedTo);
    const newest = await this.scorecards.newest(tx, vendorId, month);
    const decision = await this.decide(tx, vendorId, month);
    if (!decision) return newest;
    if (newest?.state === 'draft') return this.refresh(tx, newest, decision);
    if (newest) {
      return this.isNextRevision(newest, decision)
        ? this.draft(tx, vendorId, month, decision, newest)
        : newest;
    }
    return decision.complete || when === 'asked' ? this.draft(tx, vendorId, month, decision, null) : null;
  }

  /**
   * What the month's lines decide now; null where no contract is in force. `foreseen`: figures, by SLA, that results to
   * come would have.
   */
  async decide(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    foreseen: ReadonlyMap<string, ForeseenFigure> = new Map(),
  ): Promise<Decision | null> {
    const stored = await this.months.read(tx, vendorId, month);
    if (!stored) return null;
    const lines = stored.lines.map((line) => {
      const figure = foreseen.get(line.slaId);
      return figure ? { ...line, ...figureOf(figure) } : line;
    });
    return {
      ...scoreLines(lines, stored.minimumCoverage),
      month: { ...stored, lines },
      complete: lines.every(
        ({ slaId, resultId, state, windows }) =>
          (resultId !== null || foreseen.has(slaId) || windows?.results.length === 0) &&
          isFinalState(state) &&
          (windows?.open ?? 0) === 0,
      ),
    };
  }

  private isNextRevision(published: ScorecardEntity, decision: Decision): boolean {
    const differs = !decidesTheSame(published, { ...decision, revision: published.revision + 1 });
    const lines = flowLines(decision.lines);
    return flowWith(published, { type: 'built', at: this.clock.now(), lines, differs }).ok;
  }

  private async draft(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    decision: Decision,
    published: ScorecardEntity | null,
  ): Promise<ScorecardEntity> {
    const revision = (published?.revision ?? 0) + 1;
    const scorecard: ScorecardEntity = {
      tenantId: tx.tenantId,
      id: newId(),
      vendorId,
      month: `${month}-01`,
      revision,
      state: 'draft',
      ...columnsOf(decision),
      differs: true,
      reasons: published ? reasonsFor(published, decision, revision) : [],
      builtAt: this.clock.date(),
      publishedAt: null,
      publishedBy: null,
      publishedByName: null,
      version: 1,
    };
    await this.scorecards.insert(tx, scorecard);
    await this.activityLog.append(tx, {
      action: published ? 'scorecard-revised' : 'scorecard-built',
      thing: 'scorecard',
      thingId: scorecard.id,
      vendorId,
      detail: { month, revision, score: scorecard.score, before: published?.score ?? null },
    });
    await this.refreshNext(tx, vendorId, month);
    return scorecard;
  }

  private async refresh(
    tx: TenantTransaction,
    draft: ScorecardEntity,
    decision: Decision,
  ): Promise<ScorecardEntity> {
    const published = draft.revision > 1 ? await this.scorecards.before(tx, draft) : null;
    const differs = !published || !decidesTheSame(published, { ...decision, revision: draft.revision });
    const reasons = published && differs ? reasonsFor(published, decision, draft.revision) : draft.reasons;
    const columns = { ...columnsOf(decision), differs, reasons };
    if (isDeepStrictEqual(columns, pick(draft, columns))) return draft;
    const refreshed = { ...draft, ...columns, builtAt: this.clock.date() };
    if (!(await this.scorecards.updateDraft(tx, refreshed))) return draft;
    await this.refreshNext(tx, draft.vendorId, draft.month.slice(0, 7));
    return { ...refreshed, version: draft.version + 1 };
  }

  /** The draft of the month after shows this month beside its own. */
  private async refreshNext(tx: TenantTransaction, vendorId: string, month: string): Promise<void> {
    const next = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();
    const newest = await this.scorecards.newest(tx, vendorId, next);
    if (newest?.state === 'draft')
      await enqueue(tx, 'build-scorecards', `${vendorId}/${next}`, this.clock.date());
  }
}

function figureOf({ state, value, numerator, denominator, claimedValue, interval }: ForeseenFigure) {
  return { state, value, numerator, denominator, claimedValue, interval };
}

function columnsOf({ month, complete, score, band, coverage, lines, trace }: Decision) {
  return {
    score,
    band,
    coverage,
    minimumCoverage: month.minimumCoverage,
    complete,
    contract: month.contract,
    lines: [...lines],
    trace,
  };
}

/** Why the lines that differ do: each reason once. */
function reasonsFor(published: ScorecardEntity, decision: Decision, revision: number): RevisionReason[] {
  const { lines } = differenceOf(published, { ...decision, revision });
  const reasons = lines.map(
    ({ slaId, after }): RevisionReason =>
      (after && decision.month.reasons.get(slaId)) ?? { code: 'terms_changed', file: null },
  );
  return reasons.filter(
    (reason, index) => reasons.findIndex((other) => isDeepStrictEqual(other, reason)) === index,
  );
}

function pick<Whole extends object, Part extends object>(
  whole: Whole,
  part: Part,
): Pick<Whole, keyof Whole & keyof Part> {
  return Object.fromEntries(Object.keys(part).map((key) => [key, whole[key as keyof Whole]])) as Pick<
    Whole,
    keyof Whole & keyof Part
  >;
}
