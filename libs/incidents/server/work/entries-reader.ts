import { Injectable } from '@nestjs/common';
import type { Document } from '@plumbline/documents/schema';
import { DocumentDirectory } from '@plumbline/documents/server';
import type { Incident, PostIncidentReport } from '@plumbline/incidents/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Actor } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import type { IncidentRow } from '../incident-row';
import { IncidentsRepository } from '../incidents.repository';
import { EntriesRepository, type LinkRow, type ReportRow } from './entries.repository';

type Entries = Pick<
  Incident,
  'supplements' | 'estimates' | 'tasks' | 'notes' | 'evidence' | 'links' | 'handOvers' | 'report'
>;

const at = (date: Date | null): string | null => date?.toISOString() ?? null;
const said = <Row extends { readonly recordedAt: Date; readonly incidentId?: string }>(row: Row) => {
  const { recordedAt, incidentId: _, ...rest } = row;
  return { ...rest, recordedAt: recordedAt.toISOString() };
};

/** Reads what was said about an incident; row level security leaves each side what it may read. */
@Injectable()
export class EntriesReader {
  constructor(
    private readonly incidents: IncidentsRepository,
    private readonly entries: EntriesRepository,
    private readonly vendors: VendorDirectory,
    private readonly documents: DocumentDirectory,
  ) {}

  async of(tx: TenantTransaction, { id }: Pick<IncidentRow, 'id'>): Promise<Entries> {
    const evidence = await this.entries.of(tx, 'evidence', id);
    const report = await this.entries.report(tx, id);
    const documents = await this.documents.find(tx, [
      ...evidence.map(({ documentId }) => documentId),
      ...(report?.documentIds ?? []),
    ]);
    return {
      supplements: (await this.entries.of(tx, 'supplement', id)).map((each) => ({
        ...said(each),
        knownAt: each.knownAt.toISOString(),
      })),
      estimates: (await this.entries.of(tx, 'estimate', id)).map((each) => ({
        ...said(each),
        asOf: each.asOf.toISOString(),
      })),
      tasks: (await this.entries.of(tx, 'task', id)).map(
        ({ ownerId, ownerName, doneByName, dueAt, doneAt, ...each }) => ({
          ...said(each),
          owner: { id: ownerId, name: ownerName ?? '' },
          dueAt: at(dueAt),
          doneAt: at(doneAt),
          doneBy: doneByName,
        }),
      ),
      notes: (await this.entries.of(tx, 'note', id)).map(said),
      evidence: evidence.flatMap(({ documentId, ...each }) => {
        const document = documents.get(documentId);
        return document ? [{ ...said(each), document }] : [];
      }),
      links: await this.links(tx, id),
      handOvers: (await this.entries.of(tx, 'hand_over', id)).map(({ toId, toName, ...each }) => ({
        ...said(each),
        to: { id: toId, name: toName },
      })),
      report: report && reportOf(report, documents, tx.actor),
    };
  }

  private async links(tx: TenantTransaction, incidentId: string): Promise<Incident['links']> {
    const links = await this.entries.links(tx, incidentId);
    const otherOf = (link: LinkRow) => (link.incidentId === incidentId ? link.otherId : link.incidentId);
    const others = new Map((await this.incidents.named(tx, links.map(otherOf))).map((row) => [row.id, row]));
    const vendors = await this.vendors.find(
      tx,
      [...others.values()].map(({ vendorId }) => vendorId),
    );
    return links.flatMap((link) => {
      const other = others.get(otherOf(link));
      if (!other) return [];
      const { otherId: _, incidentId: __, recordedAt, ...rest } = link;
      const { id, reference, title, vendorId } = other;
      const incident = { id, reference, title, vendor: vendors.get(vendorId)?.name ?? '' };
      return [{ ...rest, recordedAt: recordedAt.toISOString(), incident }];
    });
  }
}

function reportOf(
  report: ReportRow,
  documents: ReadonlyMap<string, Document>,
  actor: Actor,
): PostIncidentReport {
  return {
    state: report.state,
    dueOn: report.dueOn,
    askedBy: report.askedByName,
    text: report.text,
    documents: report.documentIds.flatMap((id) => documents.get(id) ?? []),
    submittedBy: report.submittedByName,
    submittedAt: at(report.submittedAt),
    ownSubmission: report.submittedBy === actor.id || report.submittedKeyMaker === actor.id,
    decidedBy: report.decidedByName,
    decidedAt: at(report.decidedAt),
    reason: report.reason,
  };
}
