import { Injectable } from '@nestjs/common';
import { KeptMonths } from '@plumbline/measurements/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { enqueue } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import { BreachKeeping } from './breach-keeping';
import { type DirtySegment, EvaluationRepository } from './evaluation.repository';
import { MonthComparison } from './month-comparison';
import type { VendorMonth } from './month-figures';
import { addMonths, monthAt } from './month-window';
import { type ReportedMonth, ReportingDuties } from './reporting-duties';
import {
  type Compared,
  contractsOf,
  hasChanged,
  reportingResult,
  revisionOf,
  sameInstant,
} from './revisions';
import { changedWindows, type ComparedWindows, WindowEvaluation } from './window-evaluation';

export interface Evaluated {
  /** Revisions written. */
  readonly revisions: number;
  /** KPI files whose windows were taken. */
  readonly fileIds: readonly string[];
}

/**
 * Evaluates one vendor's month: what is dirty or undecided, by the terms and definitions in force at the window's start; of
 * windows other than months, those that end in it and those that hold a day of it that was touched.
 * Running it twice, or twice at once, writes nothing the second time: a revision is written only when the figure changed.
 * A month whose rows are no longer kept stays as it was judged, whatever terms or definitions it gets.
 */
@Injectable()
export class Evaluator {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly comparison: MonthComparison,
    private readonly windows: WindowEvaluation,
    private readonly breaches: BreachKeeping,
    private readonly duties: ReportingDuties,
    private readonly kept: KeptMonths,
    private readonly clock: Clock,
  ) {}

  async evaluate(tx: TenantTransaction, vendorId: string, month: string): Promise<Evaluated> {
    const firstDate = `${month}-01`;
    const vendor = await this.repository.lockVendor(tx, vendorId);
    if (!vendor) return { revisions: 0, fileIds: [] };
    const dirty = await this.repository.claimDirty(tx, vendorId, firstDate);
    if (await this.kept.droppedAt(tx, month)) return { revisions: 0, fileIds: filesOf(dirty) };
    // one instant for all: what is stored as evaluated_at is what the engine was told
    const at = this.clock.date();
    const { agreed, newest, facts, figures } = await this.comparison.compare(tx, vendorId, month, {
      dirty,
      at,
      change: null,
    });
    const others = vendor.otherWindows
      ? await this.windows.compare(tx, vendorId, month, { dirty, at })
      : noWindows;

    const months = figures.filter(hasChanged).map((figure) => revisionOf(figure, dirty, facts.rollups.load));
    const revisions = [
      ...months,
      ...changedWindows(others).map((figure) => revisionOf(figure, figure.dirty, others.load)),
    ];
    const retired = [
      ...newest.filter((result) => result.latest && agreed.every((sla) => sla.id !== result.slaId)),
      ...others.retired,
    ];
    const compared = [...figures, ...others.figures];
    const replaced = compared
      .filter(hasChanged)
      .flatMap(({ previous }) => (previous?.latest ? [previous.id] : []));
    await this.repository.writeRevisions(tx, vendorId, {
      revisions,
      replaced: [...replaced, ...retired.map(({ id }) => id)],
      at,
    });
    await this.moveReconsideration(tx, compared);
    await this.breaches.decide(tx, vendorId, compared, revisions);
    await this.breaches.closeRetired(tx, retired);
    const reports: ReportedMonth[] = [];
    for (const contract of contractsOf(agreed)) {
      const reportedBy =
        reportingResult(contract, figures, revisions, agreed, newest) ??
        (vendor.otherWindows
          ? await this.windows.reported(tx, vendorId, month, {
              contract,
              agreed,
              compared: others,
              revisions,
            })
          : null);
      reports.push({ vendorId, month, contract, reportedBy });
    }
    await this.duties.decide(tx, vendorId, month, reports);
    const changed = [
      ...(months.length + retired.length > 0 ? [month] : []),
      ...revisions.map(({ window }) => window.month),
      ...others.retired.map((result) => result.month),
    ];
    await this.askForMore(tx, facts, dirty, changed);
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
    changed: readonly string[],
  ): Promise<void> {
    const at = this.clock.date();
    // a quarter that has begun ends in a month that may not have: its scorecard waits for that month
    for (const each of new Set(changed)) {
      if (each !== month && each > monthAt(this.clock.now(), 'Etc/GMT-14')) continue;
      await enqueue(tx, 'build-scorecards', `${vendorId}/${each}`, at);
      await enqueue(tx, 'build-credits', `${vendorId}/${each}`, at);
    }
    if (dirty.length === 0) return;
    const found = [...strays.values()];
    if (found.some(({ before }) => before))
      await enqueue(tx, 'evaluate', `${vendorId}/${addMonths(month, -1)}`, at);
    if (found.some(({ after }) => after))
      await enqueue(tx, 'evaluate', `${vendorId}/${addMonths(month, 1)}`, at);
  }
}

const noWindows: ComparedWindows = { load: 0, figures: [], newest: [], retired: [] };

function filesOf(dirty: readonly DirtySegment[]): string[] {
  return [...new Set(dirty.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])))];
}
