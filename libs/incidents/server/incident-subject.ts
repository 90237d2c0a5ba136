import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type AdvancedClock,
  type ClockRow,
  type ClockSubjectKind,
  ClockSubjects,
} from '@plumbline/clocks/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { ClockBreaches } from '@plumbline/slas/server';
import { IncidentNotices } from './incident-notices';
import { IncidentsRepository } from './incidents.repository';

/** What clocks ask of incidents: what one is called, who is told as a clock runs, and the breach once it has run out. */
@Injectable()
export class IncidentSubject implements ClockSubjectKind, OnModuleInit {
  readonly kind = 'incident' as const;

  constructor(
    private readonly subjects: ClockSubjects,
    private readonly incidents: IncidentsRepository,
    private readonly notices: IncidentNotices,
    private readonly breaches: ClockBreaches,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async labels(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const named = await this.incidents.named(tx, ids);
    return new Map(named.map(({ id, reference, title }) => [id, `${reference} ${title}`]));
  }

  async advanced(tx: TenantTransaction, clocks: readonly AdvancedClock[]): Promise<void> {
    const ids = clocks.map(({ clock }) => clock.subjectId);
    const incidents = new Map((await this.incidents.named(tx, ids)).map((row) => [row.id, row]));
    const passed = clocks.map(({ clock, stage: { stage } }) => {
      const incident = incidents.get(clock.subjectId);
      if (!incident) throw new Error(`clock ${clock.id} has lost its incident`);
      return { incident, clock, stage };
    });
    for (const { clock, stage } of passed) if (stage === 100) await this.breach(tx, clock);
    await this.notices.stages(tx, passed);
  }

  /** Only where a contract was in force that can be broken, and never of a drill. */
  private async breach(tx: TenantTransaction, clock: ClockRow): Promise<void> {
    const { contractVersionId, isDrill, rule } = clock;
    if (isDrill || contractVersionId === null || rule.policy.owedBy !== 'vendor') return;
    await this.breaches.open(tx, { ...clock, contractVersionId });
  }
}
