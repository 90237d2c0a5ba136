import { Injectable } from '@nestjs/common';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { makerOfKey } from '@plumbline/platform/identity';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock, requireAnotherPerson } from '@plumbline/platform/tenancy';
import type { FourthParty, FourthPartyDecision, ListSection } from '@plumbline/vendors/schema';
import { changedFields } from '../changed-fields';
import { VendorsRepository } from '../vendors.repository';
import { bodyOf, nameOf, toEntry } from './profile-answers';
import type { EntryOf, ProfileEntry, VendorFourthPartyEntity } from './profile-entities';
import { ProfileHistory } from './profile-history';
import { CalendarSource } from './profile-sources';
import { ProfilesRepository } from './profiles.repository';

/** Enough for the largest; a page shows them all. */
export const MOST_ENTRIES = 200;

type Body = Readonly<Record<string, unknown>>;

/** The lists of a vendor's profile: sites, contacts, fourth parties, data flows. */
@Injectable()
export class ProfileEntriesService {
  constructor(
    private readonly door: Door,
    private readonly vendors: VendorsRepository,
    private readonly profiles: ProfilesRepository,
    private readonly history: ProfileHistory,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  add<Answer>(actor: Actor, section: ListSection, vendorId: string, body: Body): Promise<Answer> {
    return this.door.withTenant(actor, async (tx) => {
      if (!(await this.vendors.find(tx, vendorId))) throw new NotFoundError('vendor');
      const there = await this.profiles.list(tx, section, vendorId);
      if (there.length >= MOST_ENTRIES) throw full();
      return toEntry<Answer>(section, await this.insert(tx, section, vendorId, body));
    });
  }

  change<Answer>(
    actor: Actor,
    section: ListSection,
    { vendorId, entryId }: { readonly vendorId: string; readonly entryId: string },
    body: Body,
    version: number,
  ): Promise<Answer> {
    return this.door.withTenant(actor, async (tx) => {
      const entry = await this.forChange(tx, section, vendorId, entryId, version);
      await this.update(tx, section, entry, body);
      return toEntry<Answer>(section, entry);
    });
  }

  /** What a ladder or a flow still names stays: `profile-entry-in-use`. */
  remove(
    actor: Actor,
    section: ListSection,
    { vendorId, entryId }: { readonly vendorId: string; readonly entryId: string },
    version: number,
  ): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      const entry = await this.forChange(tx, section, vendorId, entryId, version);
      await this.demandUnused(tx, section, entry);
      const at = this.clock.date();
      Object.assign(entry, { removedAt: at, updatedAt: at, version: version + 1 });
      await this.profiles.update(tx, section, entry);
      await this.record(tx, section, entry, 'removed', {});
    });
  }

  /** Approves or refuses a fourth party; what is decided on is what was read (If-Match). */
  decide(
    actor: Actor,
    { vendorId, entryId }: { readonly vendorId: string; readonly entryId: string },
    { approval, reason }: FourthPartyDecision,
    version: number,
  ): Promise<FourthParty> {
    const section = 'fourth-parties';
    return this.door.withTenant(actor, async (tx) => {
      const entry = await this.forChange(tx, section, vendorId, entryId, version);
      requireAnotherPerson(actor, entry.enteredBy, await makerOfKey(tx, entry.enteredBy));
      const at = this.clock.date();
      const changed = changedFields(entry, { approval, approvalReason: reason });
      Object.assign(entry, { approval, approvalReason: reason, decidedByName: actor.name, decidedAt: at });
      Object.assign(entry, { updatedAt: at, version: version + 1 });
      await this.profiles.update(tx, section, entry);
      await this.record(tx, section, entry, 'decided', changed);
      return toEntry(section, entry);
    });
  }

  /** Enters one within a transaction of somebody who made sure of the vendor. */
  async insert<Section extends ListSection>(
    tx: TenantTransaction,
    section: Section,
    vendorId: string,
    body: Body,
  ): Promise<EntryOf[Section]> {
    await this.demandReferences(tx, vendorId, body);
    const at = this.clock.date();
    const { tenantId } = tx;
    const kept = {
      tenantId,
      id: newId(),
      vendorId,
      createdAt: at,
      updatedAt: at,
      removedAt: null,
      version: 1,
    };
    const entry = { ...kept, ...body, ...(section === 'fourth-parties' ? undecided(tx.actor) : {}) };
    await this.profiles.insert(tx, section, entry);
    const changed = Object.fromEntries(
      Object.entries(body).map(([field, to]) => [field, { from: null, to }]),
    );
    await this.record(tx, section, entry as unknown as EntryOf[Section], 'added', changed);
    return entry as unknown as EntryOf[Section];
  }

  /** Changes one that is locked; answers whether anything changed. */
  async update(
    tx: TenantTransaction,
    section: ListSection,
    entry: ProfileEntry,
    body: Body,
  ): Promise<boolean> {
    await this.demandReferences(tx, entry.vendorId, body);
    const changed = changedFields(bodyOf(section, entry), body);
    if (Object.keys(changed).length === 0) return false;
    Object.assign(entry, body, { updatedAt: this.clock.date(), version: entry.version + 1 });
    // what was approved was another thing; that it ends some day takes nothing from an approval
    if (section === 'fourth-parties' && Object.keys(changed).some((field) => field !== 'until'))
      Object.assign(entry, undecided(tx.actor));
    await this.profiles.update(tx, section, entry);
    await this.record(tx, section, entry as EntryOf[ListSection], 'changed', changed);
    return true;
  }

  private record<Section extends ListSection>(
    tx: TenantTransaction,
    section: Section,
    entry: EntryOf[Section],
    act: 'added' | 'changed' | 'removed' | 'decided',
    changed: Record<string, { readonly from: unknown; readonly to: unknown }>,
  ): Promise<void> {
    const name = nameOf(section, entry);
    return this.history.record(tx, entry.vendorId, { section, act, name, entryId: entry.id, changed });
  }

  private async forChange<Section extends ListSection>(
    tx: TenantTransaction,
    section: Section,
    vendorId: string,
    id: string,
    version: number,
  ): Promise<EntryOf[Section]> {
    const entry = await this.profiles.findForChange(tx, section, vendorId, id);
    if (!entry) throw new NotFoundError('entry');
    demandVersion(entry.version, version);
    return entry;
  }

  /** A calendar is one of this insurer's, a fourth party one of this vendor's. */
  private async demandReferences(tx: TenantTransaction, vendorId: string, body: Body): Promise<void> {
    const { calendarId, fourthPartyId } = body as {
      calendarId?: string | null;
      fourthPartyId?: string | null;
    };
    if (calendarId) {
      const found = await this.calendars.find(tx, [calendarId], this.clock.now());
      if (!found.has(calendarId))
        throw InvalidError.field('calendarId', 'calendar-unknown', 'There is no such calendar here.');
    }
    if (fourthPartyId) {
      const known = await this.profiles.hold(tx, 'fourth-parties', vendorId, [fourthPartyId]);
      if (!known.has(fourthPartyId))
        throw InvalidError.field(
          'fourthPartyId',
          'fourth-party-unknown',
          'This is no fourth party of the vendor.',
        );
    }
  }

  private async demandUnused(
    tx: TenantTransaction,
    section: ListSection,
    entry: ProfileEntry,
  ): Promise<void> {
    const ladder = section === 'contacts' ? await this.profiles.document(tx, 'ladder', entry.vendorId) : null;
    const flows =
      section === 'fourth-parties' ? await this.profiles.list(tx, 'data-flows', entry.vendorId) : [];
    const used =
      ladder?.stages.some(({ contactId }) => contactId === entry.id) ||
      flows.some(({ fourthPartyId }) => fourthPartyId === entry.id);
    if (used)
      throw new RuleBrokenError(
        'profile-entry-in-use',
        section === 'contacts'
          ? 'The escalation ladder names this contact: take it out of the ladder first.'
          : 'A data flow says that this fourth party keeps data: change the flow first.',
      );
  }
}

function undecided(actor: Actor): Partial<VendorFourthPartyEntity> {
  return {
    approval: 'waiting',
    approvalReason: null,
    decidedByName: null,
    decidedAt: null,
    enteredBy: actor.id,
  };
}

export function full(): RuleBrokenError {
  return new RuleBrokenError(
    'profile-full',
    `A list of a vendor’s profile has at most ${MOST_ENTRIES} entries.`,
  );
}
