import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AdvancedClock, type ClockSubjectKind, ClockSubjects } from '@plumbline/clocks/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { IncidentNotices } from './incident-notices';
import { IncidentsRepository } from './incidents.repository';

/** What clocks ask of incidents: what one is called, and who is told as a clock runs. */
@Injectable()
export class IncidentSubject implements ClockSubjectKind, OnModuleInit {
  readonly kind = 'incident' as const;

  constructor(
    private readonly subjects: ClockSubjects,
    private readonly incidents: IncidentsRepository,
    private readonly notices: IncidentNotices,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async labels(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const named = await this.incidents.named(tx, ids);
    return new Map(named.map(({ id, reference, title }) => [id, `${reference} ${title}`]));
  }

  async advanced(tx: TenantTransaction, clocks: readonly AdvancedClock[]): Promise<void> {
    for (const { clock, stage } of clocks) {
      const incident = await this.incidents.find(tx, clock.subjectId);
      if (!incident) throw new Error(`clock ${clock.id} has lost its incident`);
      await this.notices.stage(tx, incident, clock, stage.stage);
    }
  }
}
