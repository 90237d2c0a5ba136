import { Injectable } from '@nestjs/common';
import type { Incident, NewIncident } from '@plumbline/incidents/schema';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { type Actor, mayActFor } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { IncidentChanges } from './incident-changes';
import { IncidentClocks } from './incident-clocks';
import { IncidentNotices } from './incident-notices';
import { IncidentReader } from './incident-reader';
import type { IncidentRow } from './incident-row';
import { IncidentsRepository } from './incidents.repository';

/** An incident's first minute: four answers, and everything that follows from them. */
@Injectable()
export class ReportingService {
  constructor(
    private readonly door: Door,
    private readonly incidents: IncidentsRepository,
    private readonly deadlines: IncidentClocks,
    private readonly reader: IncidentReader,
    private readonly notices: IncidentNotices,
    private readonly vendors: VendorDirectory,
    private readonly changes: IncidentChanges,
  ) {}

  report(actor: Actor, said: NewIncident): Promise<Incident> {
    return this.door.withTenant(actor, async (tx) => {
      const vendorId = vendorOf(actor, said.vendorId);
      const incident = await this.enter(tx, vendorId, said, null);
      return this.reader.answer(tx, incident);
    });
  }

  async knows(tx: TenantTransaction, vendorId: string): Promise<boolean> {
    return (await this.vendors.find(tx, [vendorId])).has(vendorId);
  }

  /** What still runs of an exercise that is over ends with it, so that nobody is told of it any more. */
  async endDrills(tx: TenantTransaction, exerciseId: string): Promise<void> {
    for (const drill of await this.incidents.ofExercise(tx, exerciseId))
      await this.deadlines.cancel(tx, drill, 'exercise-ended');
  }

  /** Enters an incident, real or a drill, within somebody's transaction. */
  async enter(
    tx: TenantTransaction,
    vendorId: string,
    said: NewIncident,
    exerciseId: string | null,
  ): Promise<IncidentRow> {
    const { actor } = tx;
    const vendor = (await this.vendors.find(tx, [vendorId])).get(vendorId);
    if (!vendor) throw new NotFoundError('vendor');
    const now = this.changes.now();
    const discoveredAt = this.changes.past(said.discoveredAt, 'discoveredAt');
    const notifiedAt = this.notified(actor, said);
    const year = now.toISOString().slice(0, 4);
    const series = exerciseId === null ? year : `DRILL-${year}`;
    const number = await this.incidents.nextNumber(tx, vendorId, series);
    const incident: IncidentRow = {
      id: newId(),
      vendorId,
      reference: `${vendor.code}-${series}-${String(number).padStart(4, '0')}`,
      externalNumber: null,
      title: said.what,
      service: said.service,
      phi: said.phiSuspected,
      severity: null,
      places: [],
      state: 'reported',
      isDrill: exerciseId !== null,
      exerciseId,
      source: actor.kind === 'api-key' ? 'api-key' : 'person',
      discoveredAt,
      notifiedAt,
      reportedAt: now,
      reportedBy: actor.id,
      reportedByName: actor.name,
      reportedBySide: actor.side,
      ...{ acknowledgedAt: null, acknowledgedByName: null, ownerId: null, peopleAffected: null },
      ...{ closedAt: null, closedByName: null, closingOutcome: null, cause: null, closingSummary: null },
      version: 1,
    };
    await this.incidents.insert(tx, incident);
    await this.changes.milestone(tx, incident, 'discovered', discoveredAt);
    if (notifiedAt) await this.changes.notified(tx, incident, notifiedAt);
    await this.deadlines.follow(tx, incident);
    const answer = await this.reader.summaries(tx, [incident]);
    const next = answer[0]?.nextDeadline?.at;
    await this.notices.reported(tx, incident, next === undefined ? null : new Date(next));
    const { phi, service, isDrill, reference } = incident;
    await this.changes.log(tx, 'incident-reported', incident, { reference, phi, service, isDrill });
    return incident;
  }

  /** A vendor's report is its notice; the insurer says when it was told, or that it was not. */
  private notified(actor: Actor, { notifiedAt }: NewIncident): Date | null {
    if (actor.side === 'vendor') {
      if (notifiedAt !== undefined)
        throw InvalidError.field('notifiedAt', 'invalid', 'a vendor’s report is its notice, given now');
      return this.changes.now();
    }
    if (notifiedAt === null) return null;
    return notifiedAt === undefined ? this.changes.now() : this.changes.past(notifiedAt, 'notifiedAt');
  }
}

/** Whose incident it is: said, or the only vendor that the actor may act for. */
function vendorOf(actor: Actor, said: string | undefined): string {
  if (said !== undefined) {
    if (!mayActFor(actor, said)) throw new NotFoundError('vendor');
    return said;
  }
  const [only, ...others] = actor.vendorScope === '*' ? [] : actor.vendorScope;
  if (only === undefined || others.length > 0)
    throw InvalidError.field('vendorId', 'required', 'say whose incident it is');
  return only;
}
