import { Injectable } from '@nestjs/common';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { decideBreach } from '@plumbline/sla-engine';
import {
  EvaluationRepository,
  type NewBreach,
  type NewRevision,
  type PreviousResult,
} from './evaluation.repository';
import { type Compared, sameWindow } from './revisions';

/** Keeps the breach records of missed targets in step with the figures. */
@Injectable()
export class BreachKeeping {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly clock: Clock,
  ) {}

  /** Opens, reopens and closes by facts, once per (SLA, window), whatever runs twice (semantics rule 12). */
  async decide(
    tx: TenantTransaction,
    vendorId: string,
    figures: readonly Compared[],
    revisions: readonly NewRevision[],
  ): Promise<void> {
    const opened: NewBreach[] = [];
    for (const figure of figures) {
      const { sla, window, judged, previous } = figure;
      const record = previous?.breachId ?? null;
      const action = breachAction({ judged, previous });
      const resultId = revisions.find((revision) => sameWindow(revision, figure))?.id ?? previous?.id ?? null;
      if (action === 'open') {
        opened.push({
          id: newId(),
          vendorId,
          contractVersionId: sla.contract.versionId,
          slaId: sla.id,
          window,
          openedAt: this.clock.date(),
          breachedAt: window.end,
          resultId,
        });
      } else if (action === 'reopen' && record !== null) {
        await this.repository.reopenBreach(tx, record);
      } else if (action === 'close' && record !== null) {
        await this.repository.closeBreach(tx, record, {
          at: this.clock.date(),
          resultId,
          reason: 'restated',
        });
      }
    }
    await this.repository.openBreaches(tx, opened);
  }

  /** Results of terms that are not in force for the window any more: they stay in the history, their breaches close. */
  async closeRetired(tx: TenantTransaction, retired: readonly PreviousResult[]): Promise<void> {
    for (const { breachId, breachOpen } of retired) {
      if (breachId === null || !breachOpen) continue;
      const closing = { at: this.clock.date(), resultId: null, reason: 'terms_changed' as const };
      await this.repository.closeBreach(tx, breachId, closing);
    }
  }
}

/** What a figure beside the newest stored one does to the breach record of its SLA and month. */
export function breachAction({ judged, previous }: Pick<Compared, 'judged' | 'previous'>) {
  const record = previous?.breachId ?? null;
  return decideBreach({
    previous: previous?.state ?? null,
    next: judged.state,
    nextUnderlying: judged.underlying,
    record: record === null ? 'none' : previous?.breachOpen ? 'open' : 'closed',
  }).action;
}
