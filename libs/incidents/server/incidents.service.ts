import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  type Incident,
  type listIncidents,
  type NewIncident,
  type StatedMilestone,
  vendorsMilestones,
} from '@plumbline/incidents/schema';
import { Door } from '@plumbline/platform/database';
import { ConflictError, InvalidError, NotAllowedError, NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { IncidentChanges } from './incident-changes';
import { IncidentClocks } from './incident-clocks';
import { IncidentNotices } from './incident-notices';
import { IncidentReader } from './incident-reader';
import type { IncidentRow } from './incident-row';
import { IncidentsRepository } from './incidents.repository';
import { EntriesRepository } from './work/entries.repository';

/** The register, and what is said of an incident in its first hours (V4). */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly door: Door,
    private readonly incidents: IncidentsRepository,
    private readonly entries: EntriesRepository,
    private readonly deadlines: IncidentClocks,
    private readonly reader: IncidentReader,
    private readonly notices: IncidentNotices,
    private readonly changes: IncidentChanges,
  ) {}

  list(actor: Actor, query: InputOf<typeof listIncidents>['query']) {
    const after = readCursor(query.cursor, 2) as [string, string] | null;
    const truth = (said: 'true' | 'false' | undefined) => (said === undefined ? undefined : said === 'true');
    return this.door.withTenant(actor, async (tx) => {
      const { search, state, vendorId, severity, phi, from, before, exerciseId, limit } = query;
      const rows = await this.incidents.list(tx, {
        ...{ search, state, vendorId, severity, phi, from, before, exerciseId, after },
        open: truth(query.open),
        late: truth(query.late),
        drills: query.drills === 'true',
        now: this.changes.now(),
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
      await this.changes.log(tx, 'incident-viewed', incident);
      return answer;
    });
  }

  /** The vendor's own submission with the minimum: the notice that meets its clocks (semantics rule 11). */
  giveNotice(
    actor: Actor,
    id: string,
    said: Omit<NewIncident, 'vendorId' | 'notifiedAt'>,
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      if (actor.side !== 'vendor')
        throw new NotAllowedError(
          'vendor-only',
          'Notice is given by the vendor; record when it reached you.',
        );
      if (incident.notifiedAt)
        throw new ConflictError('already-notified', 'Notice of this incident was given: add a supplement.');
      const discoveredAt = this.changes.past(said.discoveredAt, 'discoveredAt');
      const now = this.changes.now();
      await this.changes.milestone(tx, incident, 'discovered', discoveredAt, { note: null });
      await this.changes.notified(tx, incident, now);
      if (said.what !== incident.title)
        await this.entries.add(tx, 'supplement', incident, { text: said.what, knownAt: now }, now);
      const changed = await this.incidents.update(tx, incident, {
        notifiedAt: now,
        // suspicion grows by what is said; that there is none is for the triage to say
        phi: incident.phi === 'yes' ? 'yes' : said.phiSuspected,
        discoveredAt: await this.changes.discoveredAt(tx, incident),
      });
      await this.deadlines.follow(tx, changed);
      await this.notices.updated(tx, changed, 'notice');
      await this.changes.log(tx, 'incident-notice-given', changed);
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
    return this.changes.change(actor, id, null, async (tx, incident) => {
      demandSide(actor, said.milestone, said.basis);
      const at = this.changes.past(said.at, 'at');
      if (said.milestone === 'notified') await this.changes.milestone(tx, incident, 'received', at);
      await this.changes.milestone(tx, incident, said.milestone, at, {
        basis: said.basis,
        note: said.note ?? null,
      });
      const changed = await this.incidents.update(tx, incident, {
        discoveredAt: await this.changes.discoveredAt(tx, incident),
        ...(said.milestone === 'notified' ? { notifiedAt: at } : {}),
      });
      await this.deadlines.follow(tx, changed);
      await this.notices.updated(tx, changed, `milestone-${changed.version}`);
      const { milestone, basis } = said;
      await this.changes.log(tx, 'incident-milestone-recorded', changed, {
        milestone,
        basis,
        at: at.toISOString(),
      });
      return changed;
    });
  }

  supplement(
    actor: Actor,
    id: string,
    said: { readonly text: string; readonly knownAt?: string | undefined },
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      const now = this.changes.now();
      const knownAt = said.knownAt === undefined ? now : this.changes.past(said.knownAt, 'knownAt');
      const entry = await this.entries.add(tx, 'supplement', incident, { text: said.text, knownAt }, now);
      const changed = await this.incidents.update(tx, incident, {});
      await this.notices.updated(tx, changed, entry);
      await this.changes.log(tx, 'incident-supplemented', changed, { supplementId: entry });
      return changed;
    });
  }

  acknowledge(actor: Actor, id: string, version: number): Promise<Incident> {
    return this.changes.change(actor, id, version, async (tx, incident) => {
      if (incident.acknowledgedAt)
        throw new ConflictError('already-acknowledged', 'Somebody has acknowledged this incident before.');
      const now = this.changes.now();
      await this.changes.milestone(tx, incident, 'acknowledged', now);
      const changed = await this.incidents.update(tx, incident, {
        state: 'acknowledged',
        acknowledgedAt: now,
        acknowledgedByName: actor.name,
        ownerId: actor.kind === 'person' ? actor.id : null,
      });
      await this.deadlines.follow(tx, changed);
      await this.notices.acknowledged(tx, changed);
      await this.changes.log(tx, 'incident-acknowledged', changed);
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
    return this.changes.change(actor, id, version, async (tx, incident) => {
      const { severity, phi, places, title = incident.title } = said;
      const changed = await this.incidents.update(tx, incident, { severity, phi, places, title });
      await this.deadlines.follow(tx, changed);
      const from = { severity: incident.severity, phi: incident.phi, places: incident.places };
      await this.changes.log(tx, 'incident-triaged', changed, { from, to: { severity, phi, places } });
      return changed;
    });
  }
}

function demandSide(actor: Actor, milestone: StatedMilestone, basis: 'asserted' | 'deemed'): void {
  if (basis === 'deemed' && milestone !== 'discovered')
    throw InvalidError.field('basis', 'invalid', 'only a discovery is deemed');
  if (actor.side === 'vendor' && (basis === 'deemed' || !vendorsMilestones.includes(milestone)))
    throw new NotAllowedError('insurer-only', 'This is for the insurer to record.');
}
