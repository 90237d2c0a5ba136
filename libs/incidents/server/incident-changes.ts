import { Injectable } from '@nestjs/common';
import type { Incident } from '@plumbline/incidents/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import type { Milestone } from '@plumbline/sla-engine';
import { discoveryOf } from './incident-clocks';
import { IncidentReader } from './incident-reader';
import type { IncidentRow } from './incident-row';
import { IncidentsRepository } from './incidents.repository';

/** Clocks of telephones run ahead; what lies further in the future is a mistake. */
const AHEAD_MINUTES = 5;

/** How an incident is changed: held, changed once, answered whole. */
@Injectable()
export class IncidentChanges {
  constructor(
    private readonly door: Door,
    private readonly incidents: IncidentsRepository,
    private readonly reader: IncidentReader,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.date();
  }

  /** `version`: what the change is based on; null where it adds to whatever is there. Nothing is said about a closed one. */
  change(
    actor: Actor,
    id: string,
    version: number | null,
    work: (tx: TenantTransaction, incident: IncidentRow) => Promise<IncidentRow>,
  ): Promise<Incident> {
    return this.door.withTenant(actor, async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      if (!incident) throw new NotFoundError('incident');
      if (version !== null) demandVersion(incident.version, version);
      if (incident.state === 'closed')
        throw new RuleBrokenError(
          'incident-closed',
          'This incident is closed: report another one and link it.',
        );
      return this.reader.answer(tx, await work(tx, incident));
    });
  }

  async log(
    tx: TenantTransaction,
    action: string,
    { id, vendorId }: Pick<IncidentRow, 'id' | 'vendorId'>,
    detail: object = {},
  ): Promise<void> {
    await this.activityLog.append(tx, { action, thing: 'incident', thingId: id, vendorId, detail });
  }

  /** An instant that has come; a little ahead is now. */
  past(text: string, path: string): Date {
    const now = this.clock.now();
    const at = Temporal.Instant.from(text);
    if (Temporal.Instant.compare(at, now.add({ minutes: AHEAD_MINUTES })) > 0)
      throw InvalidError.field(path, 'in-the-future', 'this has not come yet');
    return new Date(Math.min(at.epochMilliseconds, now.epochMilliseconds));
  }

  async milestone(
    tx: TenantTransaction,
    incident: Pick<IncidentRow, 'id' | 'vendorId'>,
    milestone: Milestone,
    at: Date,
    { basis = 'asserted', note = null }: { basis?: 'asserted' | 'deemed'; note?: string | null } = {},
  ): Promise<void> {
    await this.incidents.addMilestone(tx, incident, { milestone, basis, at, note }, this.now());
  }

  /** A submission with the minimum is the notice, and is received as it is given (semantics rule 11). */
  async notified(
    tx: TenantTransaction,
    incident: Pick<IncidentRow, 'id' | 'vendorId'>,
    at: Date,
  ): Promise<void> {
    await this.milestone(tx, incident, 'notified', at);
    await this.milestone(tx, incident, 'received', at);
  }

  /** By all that is recorded by now. */
  async discoveredAt(tx: TenantTransaction, { id }: Pick<IncidentRow, 'id'>): Promise<Date> {
    return new Date(discoveryOf(await this.incidents.milestones(tx, id)).at.epochMilliseconds);
  }
}
