import { Injectable } from '@nestjs/common';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { decideBreach } from '@plumbline/sla-engine';
import {
  type BreachRecord,
  EvaluationRepository,
  type NewBreach,
  type NewRevision,
  type PreviousResult,
} from './evaluation.repository';
import { monthWindow } from './month-window';
import type { Compared } from './revisions';

/** Keeps the breach records of missed targets in step with the figures. */
@Injectable()
export class BreachKeeping {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly clock: Clock,
  ) {}

  /** Opens, reopens and closes by facts, once per (SLA, month), whatever runs twice (semantics rule 12). */
  async decide(
    tx: TenantTransaction,
    { vendorId, month }: { readonly vendorId: string; readonly month: string },
    figures: readonly Compared[],
    revisions: readonly NewRevision[],
    breaches: readonly BreachRecord[],
  ): Promise<void> {
    const opened: NewBreach[] = [];
    for (const { sla, judged, previous } of figures) {
      const record = breaches.find((breach) => breach.slaId === sla.id);
      const { action } = decideBreach({
        previous: previous?.state ?? null,
        next: judged.state,
        record: record === undefined ? 'none' : record.open ? 'open' : 'closed',
      });
      const resultId = revisions.find((revision) => revision.sla.id === sla.id)?.id ?? previous?.id ?? null;
      if (action === 'open') {
        opened.push({
          id: newId(),
          vendorId,
          contractVersionId: sla.contract.versionId,
          slaId: sla.id,
          firstDate: `${month}-01`,
          openedAt: this.clock.date(),
          breachedAt: monthWindow(month, sla.contract.timezone).end,
          resultId,
        });
      } else if (action === 'reopen' && record) {
        await this.repository.reopenBreach(tx, record.id);
      } else if (action === 'close' && record) {
        await this.repository.closeBreach(tx, record.id, {
          at: this.clock.date(),
          resultId,
          reason: 'restated',
        });
      }
    }
    await this.repository.openBreaches(tx, opened);
  }

  /** Results of terms that are not in force for the month any more: they stay in the history, their breaches close. */
  async closeRetired(
    tx: TenantTransaction,
    retired: readonly PreviousResult[],
    breaches: readonly BreachRecord[],
  ): Promise<void> {
    for (const { slaId } of retired) {
      const breach = breaches.find((each) => each.slaId === slaId && each.open);
      if (!breach) continue;
      const closing = { at: this.clock.date(), resultId: null, reason: 'terms_changed' as const };
      await this.repository.closeBreach(tx, breach.id, closing);
    }
  }
}
