import { Injectable } from '@nestjs/common';
import { KeptMonths } from '@plumbline/measurements/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { enqueue } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import { BreachKeeping } from './breach-keeping';
import { type DirtySegment, EvaluationRepository } from './evaluation.repository';
import { MonthComparison } from './month-comparison';
import type { VendorMonth } from './month-figures';
import { addMonths } from './month-window';
import { ReportingDuties } from './reporting-duties';
import {
  type Compared,
  contractsOf,
  hasChanged,
  reportingResult,
  revisionOf,
  sameInstant,
} from './revisions';

export interface Evaluated {
  /** Revisions written. */
  readonly revisions: number;
  /** KPI files whose windows were taken. */
  readonly fileIds: readonly string[];
}

/**
 * Evaluates one vendor's month: what is dirty or undecided, by the terms and definitions in force at the window's start.
 * Running it twice, or twice at once, writes nothing the second time: a revision is written only when the figure changed.
 * A month whose rows are no longer kept stays as it was judged, whatever terms or definitions it gets.
 */
@Injectable()
export class Evaluator {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly comparison: MonthComparison,
    private readonly breaches: BreachKeeping,
    private readonly duties: ReportingDuties,
    private readonly kept: KeptMonths,
    private readonly clock: Clock,
  ) {}

  async evaluate(tx: TenantTransaction, vendorId: string, month: string): Promise<Evaluated> {
    const firstDate = `${month}-01`;
    if (!(await this.repository.lockVendor(tx, vendorId))) return { revisions: 0, fileIds: [] };
    const dirty = await this.repository.claimDirty(tx, vendorId, firstDate);
    if (await this.kept.droppedAt(tx, month)) return { revisions: 0, fileIds: filesOf(dirty) };
    // one instant for all: what is stored as evaluated_at is what the engine was told
    const at = this.clock.date();
    const { agreed, newest, facts, figures } = await this.comparison.compare(tx, vendorId, month, {
      dirty,
      at,
      change: null,
    });

    const revisions = figures
      .filter(hasChanged)
      .map((figure) => revisionOf(figure, dirty, facts.rollups.load));
    const retired = newest.filter(
      (result) => result.latest && agreed.every((sla) => sla.id !== result.slaId),
    );
    const replaced = figures
      .filter(hasChanged)
      .flatMap(({ previous }) => (previous?.latest ? [previous.id] : []));
    await this.repository.writeRevisions(tx, vendorId, firstDate, {
      revisions,
      replaced: [...replaced, ...retired.map(({ id }) => id)],
      at,
    });
    await this.moveReconsideration(tx, figures);
    await this.breaches.decide(tx, facts, figures, revisions);
    await this.breaches.closeRetired(tx, retired);
    const reports = contractsOf(agreed).map((contract) => ({
      vendorId,
      month,
      contract,
      reportedBy: reportingResult(contract, figures, revisions, agreed, newest),
    }));
    await this.duties.decide(tx, vendorId, month, reports);
    await this.askForMore(tx, facts, dirty, revisions.length + retired.length > 0);
    return {
      revisions: revisions.length,
      fileIds: filesOf(dirty),
    };
  }

  private async moveReconsideration(tx: TenantTransaction, figures: readonly Compared[]): Promise<void> {
    for (const figure of figures) {
      const { previous, judged } = figure;
      if (!previous || hasChanged(figure)) continue;
      if (sameInstant(previous.reconsiderAt, judged.reconsiderAt)) continue;
      await this.repository.reconsider(tx, previous.id, judged.reconsiderAt);
    }
  }

  private async askForMore(
    tx: TenantTransaction,
    { vendorId, month, strays }: VendorMonth,
    dirty: readonly DirtySegment[],
    changed: boolean,
  ): Promise<void> {
    const at = this.clock.date();
    if (changed) {
      await enqueue(tx, 'build-scorecards', `${vendorId}/${month}`, at);
      await enqueue(tx, 'build-credits', `${vendorId}/${month}`, at);
    }
    if (dirty.length === 0) return;
    const found = [...strays.values()];
    if (found.some(({ before }) => before))
      await enqueue(tx, 'evaluate', `${vendorId}/${addMonths(month, -1)}`, at);
    if (found.some(({ after }) => after))
      await enqueue(tx, 'evaluate', `${vendorId}/${addMonths(month, 1)}`, at);
  }
}

function filesOf(dirty: readonly DirtySegment[]): string[] {
  return [...new Set(dirty.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])))];
}
