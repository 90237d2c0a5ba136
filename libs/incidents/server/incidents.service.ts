import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  type Incident,
  type listIncidents,
  type NewIncident,
  type StatedMilestone,
  vendorsMilestones,
} from '@plumbline/incidents/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import {
  ConflictError,
  InvalidError,
  NotAllowedError,
  NotFoundError,
  RuleBrokenError,
} from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock, mayActFor } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { discoveryOf, IncidentClocks } from './incident-clocks';
import { IncidentNotices } from './incident-notices';
import { IncidentReader } from './incident-reader';
import type { IncidentRow } from './incident-row';
import { IncidentsRepository } from './incidents.repository';
import { EntriesRepository } from './work/entries.repository';

/** Clocks of telephones run ahead; what lies further in the future is a mistake. */
const AHEAD_MINUTES = 5;

/** What the register, reporting and the first hours of an incident are (V4). */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly door: Door,
    private readonly incidents: IncidentsRepository,
    private readonly entries: EntriesRepository,
    private readonly deadlines: IncidentClocks,
    private readonly reader: IncidentReader,
    private readonly notices: IncidentNotices,
    private readonly vendors: VendorDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof listIncidents>['query']) {
    const after = readCursor(query.cursor, 'instant', 'uuid');
    const truth = (said: 'true' | 'false' | undefined) => (said === undefined ? undefined : said === 'true');
    return this.door.withTenant(actor, async (tx) => {
      const { search, state, vendorId, severity, phi, from, before, exerciseId, limit } = query;
      const rows = await this.incidents.list(tx, {
        ...{ search, state, vendorId, severity, phi, from, before, exerciseId, after },
        open: truth(query.open),
        late: truth(query.late),
        drills: query.drills === 'true',
        now: this.clock.date(),
        limit: limit + 1,
      });
      const summaries = new Map((await this.reader.summaries(tx, rows)).map((each) => [each.id, each]));
      return toPage(
        rows,
        limit,
        ({ id }) => summaries.get(id)!,
        ({ discoveredAt, id }) => [discoveredAt.toISOString(), id],
      );
    });
  }

  /** That somebody looked at it is logged (requirement D2). */
  view(actor: Actor, id: string): Promise<Incident> {
    return this.door.withTenant(actor, async (tx) => {
      const incident = await this.incidents.find(tx, id);
      if (!incident) throw new NotFoundError('incident');
      const answer = await this.reader.answer(tx, incident);
      await this.log(tx, 'incident-viewed', incident);
      return answer;
    });
  }

  report(actor: Actor, said: NewIncident): Promise<Incident> {
    return this.door.withTenant(actor, async (tx) => {
      const vendorId = vendorOf(actor, said.vendorId);
      const incident = await this.enter(tx, vendorId, said, null);
      return this.reader.answer(tx, incident);
    });
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
    const now = this.clock.date();
    const discoveredAt = this.past(said.discoveredAt, 'discoveredAt');
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
    await this.milestone(tx, incident, 'discovered', discoveredAt);
    if (notifiedAt) await this.notifiedBy(tx, incident, notifiedAt);
    await this.deadlines.follow(tx, incident);
    const answer = await this.reader.summaries(tx, [incident]);
    const next = answer[0]?.nextDeadline?.at;
    await this.notices.reported(tx, incident, next === undefined ? null : new Date(next));
    const { phi, service, isDrill, reference } = incident;
    await this.log(tx, 'incident-reported', incident, { reference, phi, service, isDrill });
    return incident;
  }

  /** The vendor's own submission with the minimum: the notice that meets its clocks (semantics rule 11). */
  giveNotice(
    actor: Actor,
    id: string,
    said: Omit<NewIncident, 'vendorId' | 'notifiedAt'>,
  ): Promise<Incident> {
    return this.change(actor, id, null, async (tx, incident) => {
      if (actor.side !== 'vendor')
        throw new NotAllowedError(
          'vendor-only',
          'Notice is given by the vendor; record when it reached you.',
        );
      if (incident.notifiedAt)
        throw new ConflictError('already-notified', 'Notice of this incident was given: add a supplement.');
      const discoveredAt = this.past(said.discoveredAt, 'discoveredAt');
      const now = this.clock.date();
      await this.milestone(tx, incident, 'discovered', discoveredAt, { note: null });
      await this.notifiedBy(tx, incident, now);
      if (said.what !== incident.title)
        await this.entries.add(tx, 'supplement', incident, { text: said.what, knownAt: now }, now);
      const changed = await this.incidents.update(tx, incident, {
        notifiedAt: now,
        // suspicion grows by what is said; that there is none is for the triage to say
        phi: incident.phi === 'yes' ? 'yes' : said.phiSuspected,
        discoveredAt: await this.discoveredAt(tx, incident),
      });
      await this.deadlines.follow(tx, changed);
      await this.notices.updated(tx, changed, 'notice');
      await this.log(tx, 'incident-notice-given', changed);
      return changed;
    });
  }

  recordMilestone(
    actor: Actor,
    id: string,
    said: {
      readonly milestone: StatedMilestone;
      readonly basis: 'asserted' | 'deemed';
      readonly at: string;
      readonly note?: string | undefined;
    },
  ): Promise<Incident> {
    return this.change(actor, id, null, async (tx, incident) => {
      demandSide(actor, said.milestone, said.basis);
      const at = this.past(said.at, 'at');
      await this.milestone(tx, incident, said.milestone, at, { basis: said.basis, note: said.note ?? null });
      const changed = await this.incidents.update(tx, incident, {
        discoveredAt: await this.discoveredAt(tx, incident),
      });
      await this.deadlines.follow(tx, changed);
      await this.notices.updated(tx, changed, `milestone-${changed.version}`);
      const { milestone, basis } = said;
      await this.log(tx, 'incident-milestone-recorded', changed, { milestone, basis, at: at.toISOString() });
      return changed;
    });
  }

  supplement(
    actor: Actor,
    id: string,
    said: { readonly text: string; readonly knownAt?: string | undefined },
  ): Promise<Incident> {
    return this.change(actor, id, null, async (tx, incident) => {
      const now = this.clock.date();
      const knownAt = said.knownAt === undefined ? now : this.past(said.knownAt, 'knownAt');
      const entry = await this.entries.add(tx, 'supplement', incident, { text: said.text, knownAt }, now);
      const changed = await this.incidents.update(tx, incident, {});
      await this.notices.updated(tx, changed, entry);
      await this.log(tx, 'incident-supplemented', changed, { supplementId: entry });
      return changed;
    });
  }

  acknowledge(actor: Actor, id: string, version: number): Promise<Incident> {
    return this.change(actor, id, version, async (tx, incident) => {
      if (incident.acknowledgedAt)
        throw new ConflictError('already-acknowledged', 'Somebody has acknowledged this incident before.');
      const now = this.clock.date();
      await this.milestone(tx, incident, 'acknowledged', now);
      const changed = await this.incidents.update(tx, incident, {
        state: 'acknowledged',
        acknowledgedAt: now,
        acknowledgedByName: actor.name,
        ownerId: actor.kind === 'person' ? actor.id : null,
      });
      await this.deadlines.follow(tx, changed);
      await this.notices.acknowledged(tx, changed);
      await this.log(tx, 'incident-acknowledged', changed);
      return changed;
    });
  }

  triage(
    actor: Actor,
    id: string,
    said: Pick<IncidentRow, 'phi' | 'places'> & {
      readonly severity: NonNullable<IncidentRow['severity']>;
      readonly title?: string | undefined;
    },
    version: number,
  ): Promise<Incident> {
    return this.change(actor, id, version, async (tx, incident) => {
      const { severity, phi, places, title = incident.title } = said;
      const changed = await this.incidents.update(tx, incident, { severity, phi, places, title });
      await this.deadlines.follow(tx, changed);
      const from = { severity: incident.severity, phi: incident.phi, places: incident.places };
      await this.log(tx, 'incident-triaged', changed, { from, to: { severity, phi, places } });
      return changed;
    });
  }

  /** Holds the incident, does the work, and answers the whole of it. Nothing is said about a closed one. */
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
    milestone: Parameters<IncidentsRepository['addMilestone']>[2]['milestone'],
    at: Date,
    { basis = 'asserted', note = null }: { basis?: 'asserted' | 'deemed'; note?: string | null } = {},
  ): Promise<void> {
    await this.incidents.addMilestone(tx, incident, { milestone, basis, at, note }, this.clock.date());
  }

  private async notifiedBy(
    tx: TenantTransaction,
    incident: Pick<IncidentRow, 'id' | 'vendorId'>,
    at: Date,
  ): Promise<void> {
    await this.milestone(tx, incident, 'notified', at);
    await this.milestone(tx, incident, 'received', at);
  }

  private async discoveredAt(tx: TenantTransaction, incident: IncidentRow): Promise<Date> {
    const records = await this.incidents.milestones(tx, incident.id);
    return new Date(discoveryOf(records).at.epochMilliseconds);
  }

  /** A vendor's report is its notice; the insurer says when it was told, or that it was not. */
  private notified(actor: Actor, { notifiedAt }: NewIncident): Date | null {
    if (actor.side === 'vendor') {
      if (notifiedAt !== undefined)
        throw InvalidError.field('notifiedAt', 'invalid', 'a vendor’s report is its notice, given now');
      return this.clock.date();
    }
    if (notifiedAt === null) return null;
    return notifiedAt === undefined ? this.clock.date() : this.past(notifiedAt, 'notifiedAt');
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

function demandSide(actor: Actor, milestone: StatedMilestone, basis: 'asserted' | 'deemed'): void {
  if (basis === 'deemed' && milestone !== 'discovered')
    throw InvalidError.field('basis', 'invalid', 'only a discovery is deemed');
  if (actor.side === 'vendor' && (basis === 'deemed' || !vendorsMilestones.includes(milestone)))
    throw new NotAllowedError('insurer-only', 'This is for the insurer to record.');
}
