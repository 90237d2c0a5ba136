import { Injectable } from '@nestjs/common';
import { DocumentDirectory } from '@plumbline/documents/server';
import type { CauseCodes, ClosingOutcome, Incident } from '@plumbline/incidents/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { RuleBrokenError } from '@plumbline/platform/errors';
import { keyMakerOf } from '@plumbline/platform/identity';
import { type Actor, requireAnotherPerson } from '@plumbline/platform/tenancy';
import { IncidentChanges } from '../incident-changes';
import { IncidentClocks } from '../incident-clocks';
import { IncidentNotices } from '../incident-notices';
import type { IncidentRow } from '../incident-row';
import { IncidentsRepository } from '../incidents.repository';
import { EntriesRepository, type ReportRow } from './entries.repository';

/** How an incident ends: a report that was asked for, approved by somebody else, and a closure with its cause. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly changes: IncidentChanges,
    private readonly incidents: IncidentsRepository,
    private readonly entries: EntriesRepository,
    private readonly documents: DocumentDirectory,
    private readonly deadlines: IncidentClocks,
    private readonly notices: IncidentNotices,
  ) {}

  ask(actor: Actor, id: string, dueOn: string, version: number): Promise<Incident> {
    return this.changes.change(actor, id, version, async (tx, incident) => {
      const asked = await this.entries.report(tx, id);
      if (asked?.state === 'approved')
        throw new RuleBrokenError('report-approved', 'The report of this incident is approved already.');
      const fresh: ReportRow = {
        ...{ state: 'asked', dueOn, askedByName: actor.name, text: null, documentIds: [] },
        ...{ submittedBy: null, submittedByName: null, submittedKeyMaker: null, submittedAt: null },
        ...{ decidedByName: null, decidedAt: null, reason: null },
      };
      await this.entries.saveReport(tx, incident, asked ? { ...asked, dueOn } : fresh);
      await this.changes.log(tx, 'incident-report-asked', incident, { dueOn });
      return this.told(tx, incident, 'report-asked');
    });
  }

  submit(
    actor: Actor,
    id: string,
    said: { readonly text: string; readonly documentIds: string[] },
    version: number,
  ): Promise<Incident> {
    return this.changes.change(actor, id, version, async (tx, incident) => {
      const asked = await this.entries.report(tx, id);
      if (asked?.state !== 'asked' && asked?.state !== 'returned')
        throw new RuleBrokenError('report-not-asked', 'No report of this incident waits to be submitted.');
      await this.documents.demand(tx, said.documentIds, incident.vendorId, 'documentIds');
      await this.entries.saveReport(tx, incident, {
        ...asked,
        ...said,
        state: 'submitted',
        submittedBy: actor.id,
        submittedByName: actor.name,
        submittedKeyMaker: await keyMakerOf(tx),
        submittedAt: this.changes.now(),
        ...{ decidedByName: null, decidedAt: null, reason: null },
      });
      await this.changes.log(tx, 'incident-report-submitted', incident, {
        documents: said.documentIds.length,
      });
      return this.told(tx, incident, 'report-submitted');
    });
  }

  /** Nobody approves what they submitted themselves. */
  decide(
    actor: Actor,
    id: string,
    said: { readonly outcome: 'approved' | 'returned'; readonly reason?: string | undefined },
    version: number,
  ): Promise<Incident> {
    return this.changes.change(actor, id, version, async (tx, incident) => {
      const submitted = await this.entries.report(tx, id);
      if (submitted?.state !== 'submitted')
        throw new RuleBrokenError('report-not-submitted', 'No report of this incident waits for a decision.');
      requireAnotherPerson(actor, submitted.submittedBy ?? '', submitted.submittedKeyMaker);
      const { outcome: state, reason = null } = said;
      await this.entries.saveReport(tx, incident, {
        ...submitted,
        ...{ state, reason, decidedByName: actor.name, decidedAt: this.changes.now() },
      });
      await this.changes.log(tx, 'incident-report-decided', incident, { outcome: state });
      return this.told(tx, incident, 'report-decided');
    });
  }

  /** Clocks of what was no incident end with it; those of one that was resolved go on until they are met. */
  close(
    actor: Actor,
    id: string,
    said: { readonly outcome: ClosingOutcome; readonly cause: CauseCodes | null; readonly summary: string },
    version: number,
  ): Promise<Incident> {
    return this.changes.change(actor, id, version, async (tx, incident) => {
      const { outcome, cause, summary } = said;
      const report = await this.entries.report(tx, id);
      if (outcome === 'resolved') {
        if (report && report.state !== 'approved')
          throw new RuleBrokenError('report-open', 'The report that was asked for is not approved yet.');
        if (!incident.acknowledgedAt)
          throw new RuleBrokenError('not-acknowledged', 'Acknowledge the incident before it is closed.');
      }
      const now = this.changes.now();
      await this.changes.milestone(tx, incident, 'closed', now);
      const closed = await this.incidents.update(tx, incident, {
        ...{ state: 'closed', closedAt: now, closedByName: actor.name },
        ...{ closingOutcome: outcome, cause, closingSummary: summary },
      });
      if (outcome === 'resolved') await this.deadlines.follow(tx, closed);
      else await this.deadlines.cancel(tx, closed, outcome);
      await this.notices.updated(tx, closed, 'closed');
      await this.changes.log(tx, 'incident-closed', closed, { outcome, cause });
      return closed;
    });
  }

  private async told(tx: TenantTransaction, incident: IncidentRow, what: string): Promise<IncidentRow> {
    const changed = await this.incidents.update(tx, incident, {});
    await this.notices.updated(tx, changed, `${what}-${changed.version}`);
    return changed;
  }
}
