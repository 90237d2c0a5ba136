import { Injectable } from '@nestjs/common';
import { DocumentDirectory } from '@plumbline/documents/server';
import type { Incident, LinkKind, Side } from '@plumbline/incidents/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { IncidentChanges } from '../incident-changes';
import { IncidentNotices } from '../incident-notices';
import type { IncidentRow } from '../incident-row';
import { IncidentsRepository } from '../incidents.repository';
import { EntriesRepository } from './entries.repository';

interface Owner {
  readonly ownerId: string | null;
  readonly ownerSide: Side;
}

/** The work on an incident: tasks, people affected, evidence, notes, links, hand-overs. */
@Injectable()
export class WorkService {
  constructor(
    private readonly changes: IncidentChanges,
    private readonly incidents: IncidentsRepository,
    private readonly entries: EntriesRepository,
    private readonly documents: DocumentDirectory,
    private readonly notices: IncidentNotices,
  ) {}

  addTask(
    actor: Actor,
    id: string,
    said: Owner & { readonly title: string; readonly dueAt: string | null },
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      const { title, ownerId, ownerSide } = said;
      const ownerName = await this.ownerName(tx, incident, said);
      const dueAt = said.dueAt === null ? null : new Date(said.dueAt);
      const task = {
        title,
        ownerId,
        ownerName,
        ownerSide,
        dueAt,
        doneAt: null,
        doneByName: null,
        version: 1,
      };
      const taskId = await this.entries.add(tx, 'task', incident, task, this.changes.now());
      const changed = await this.incidents.update(tx, incident, {});
      if (ownerSide !== actor.side) await this.notices.updated(tx, changed, `task-${taskId}`);
      await this.changes.log(tx, 'incident-task-added', changed, { taskId, ownerSide });
      return changed;
    });
  }

  /** `version`: of the task, which two people may work on at the same time. */
  changeTask(
    actor: Actor,
    id: string,
    taskId: string,
    said: {
      readonly ownerId?: string | null | undefined;
      readonly ownerSide?: Side | undefined;
      readonly done?: boolean | undefined;
      readonly dueAt?: string | null | undefined;
    },
    version: number,
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      const task = await this.entries.lockTask(tx, id, taskId);
      if (!task) throw new NotFoundError('task');
      demandVersion(task.version, version);
      const owner = { ownerId: said.ownerId ?? null, ownerSide: said.ownerSide ?? task.ownerSide };
      const reassigned = said.ownerId !== undefined || said.ownerSide !== undefined;
      const { done = task.doneAt !== null, dueAt } = said;
      await this.entries.updateTask(tx, {
        ...task,
        ...(reassigned ? { ...owner, ownerName: await this.ownerName(tx, incident, owner) } : {}),
        dueAt: dueAt === undefined ? task.dueAt : dueAt === null ? null : new Date(dueAt),
        doneAt: done ? (task.doneAt ?? this.changes.now()) : null,
        doneByName: done ? (task.doneByName ?? actor.name) : null,
        version: task.version + 1,
      });
      const changed = await this.incidents.update(tx, incident, {});
      await this.changes.log(tx, 'incident-task-changed', changed, { taskId, done });
      return changed;
    });
  }

  estimate(
    actor: Actor,
    id: string,
    said: {
      readonly people: number;
      readonly exactness: 'estimate' | 'at_least' | 'confirmed';
      readonly asOf?: string | undefined;
      readonly note?: string | undefined;
    },
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      const { people, exactness, note = null } = said;
      const now = this.changes.now();
      const asOf = said.asOf === undefined ? now : this.changes.past(said.asOf, 'asOf');
      const entry = await this.entries.add(tx, 'estimate', incident, { people, exactness, asOf, note }, now);
      const changed = await this.incidents.update(tx, incident, { peopleAffected: people });
      await this.notices.updated(tx, changed, entry);
      await this.changes.log(tx, 'incident-affected-estimated', changed, { people, exactness });
      return changed;
    });
  }

  addEvidence(
    actor: Actor,
    id: string,
    said: { readonly documentId: string; readonly note?: string | undefined },
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      const { documentId, note = null } = said;
      const document = (await this.documents.find(tx, [documentId])).get(documentId);
      if (!document || (document.vendorId !== null && document.vendorId !== incident.vendorId))
        throw InvalidError.field('documentId', 'document-unknown', 'There is no such document here.');
      const entry = await this.entries.add(
        tx,
        'evidence',
        incident,
        { documentId, note },
        this.changes.now(),
      );
      const changed = await this.incidents.update(tx, incident, {});
      await this.notices.updated(tx, changed, entry);
      await this.changes.log(tx, 'incident-evidence-added', changed, { documentId, sha256: document.sha256 });
      return changed;
    });
  }

  /** What a side notes for itself is not read by the other, and what it says is not logged. */
  addNote(
    actor: Actor,
    id: string,
    said: { readonly text: string; readonly shared: boolean },
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      const noteId = await this.entries.add(tx, 'note', incident, said, this.changes.now());
      if (!said.shared) {
        await this.changes.log(tx, 'incident-noted', incident, { noteId, shared: false });
        return incident;
      }
      const changed = await this.incidents.update(tx, incident, {});
      await this.notices.updated(tx, changed, noteId);
      await this.changes.log(tx, 'incident-noted', changed, { noteId, shared: true });
      return changed;
    });
  }

  link(
    actor: Actor,
    id: string,
    said: { readonly incidentId: string; readonly kind: LinkKind; readonly note?: string | undefined },
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      const { incidentId: otherId, kind, note = null } = said;
      const other = otherId === id ? null : await this.incidents.find(tx, otherId);
      if (!other)
        throw InvalidError.field('incidentId', 'incident-unknown', 'There is no such other incident here.');
      await this.entries.add(tx, 'link', incident, { otherId, kind, note }, this.changes.now());
      await this.changes.log(tx, 'incident-linked', incident, { otherId, kind });
      return incident;
    });
  }

  unlink(actor: Actor, id: string, linkId: string): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      if (!(await this.entries.removeLink(tx, id, linkId))) throw new NotFoundError('link');
      await this.changes.log(tx, 'incident-unlinked', incident, { linkId });
      return incident;
    });
  }

  handOver(
    actor: Actor,
    id: string,
    said: { readonly toPersonId: string; readonly note?: string | undefined },
  ): Promise<Incident> {
    return this.changes.change(actor, id, null, async (tx, incident) => {
      const { toPersonId: toId, note = null } = said;
      const to = await this.incidents.member(tx, toId, null);
      if (!to)
        throw InvalidError.field('toPersonId', 'not-a-member', 'This person does not belong to the insurer.');
      const entry = await this.entries.add(
        tx,
        'hand_over',
        incident,
        { toId, toName: to.name, note },
        this.changes.now(),
      );
      const changed = await this.incidents.update(tx, incident, { ownerId: toId });
      await this.notices.handedOver(tx, changed, entry, toId);
      await this.changes.log(tx, 'incident-handed-over', changed, { to: toId });
      return changed;
    });
  }

  /** An owner belongs to the side that is said; a vendor does not learn who works for the insurer. */
  private async ownerName(
    tx: TenantTransaction,
    { vendorId }: IncidentRow,
    { ownerId, ownerSide }: Owner,
  ): Promise<string | null> {
    if (ownerId === null) return null;
    const owner = await this.incidents.member(tx, ownerId, ownerSide === 'insurer' ? null : vendorId);
    if (!owner)
      throw InvalidError.field('ownerId', 'other-side', 'This person does not belong to that side here.');
    return owner.name;
  }
}
