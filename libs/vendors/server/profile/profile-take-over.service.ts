import { Injectable } from '@nestjs/common';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { actorOf, type MembershipOfPerson } from '@plumbline/platform/identity';
import { type Actor, mayActFor } from '@plumbline/platform/tenancy';
import {
  type EscalationLadder,
  type ListSection,
  listSections,
  type ProfileSection,
  profileSections,
  type ProfileSource,
  type TakenOver,
  type TakeOver,
} from '@plumbline/vendors/schema';
import { membershipsElsewhere } from '../memberships-elsewhere';
import { VendorsRepository } from '../vendors.repository';
import { bodyOf, entrySchemas, nameOf, sameKey } from './profile-answers';
import type { ProfileEntry, VendorLadderEntity, VendorLanguageAccessEntity } from './profile-entities';
import { ProfileDocumentsService } from './profile-documents.service';
import { full, MOST_ENTRIES, ProfileEntriesService } from './profile-entries.service';
import { ProfilesRepository } from './profiles.repository';

const WRITE = 'vendor-profile.write';
type Remark = TakenOver['remarks'][number];
type Body = Record<string, unknown>;

/** What the vendor's side wrote by itself, as it was read for one insurer. */
interface OwnProfile {
  readonly entries: ReadonlyMap<ListSection, readonly ProfileEntry[]>;
  readonly ladder: VendorLadderEntity | null;
  readonly languageAccess: VendorLanguageAccessEntity | null;
}

/**
 * A partner answers once where insurers ask the same: what its people entered for one insurer is entered for another by
 * one action. Each side is reached through its own door as the actor that the person's own membership there makes; what
 * an insurer had a hand in is not read, and nothing that is written names where it came from.
 */
@Injectable()
export class ProfileTakeOverService {
  constructor(
    private readonly door: Door,
    private readonly vendors: VendorsRepository,
    private readonly profiles: ProfilesRepository,
    private readonly entries: ProfileEntriesService,
    private readonly documents: ProfileDocumentsService,
  ) {}

  async sources(actor: Actor, vendorId: string): Promise<{ items: ProfileSource[] }> {
    await this.demandVendor(actor, vendorId);
    const memberships = await membershipsElsewhere(this.door, actor, WRITE);
    const items: ProfileSource[] = [];
    for (const { tenant, vendorId: theirs } of memberships) {
      const own = await this.read(actor, memberships, tenant.slug, theirs);
      items.push({ tenant: tenant.slug, insurer: tenant.name, vendorId: theirs, counts: countsOf(own) });
    }
    return { items };
  }

  async take(actor: Actor, vendorId: string, { from, sections }: TakeOver): Promise<TakenOver> {
    await this.demandVendor(actor, vendorId);
    const memberships = await membershipsElsewhere(this.door, actor, WRITE);
    if (!memberships.some(({ tenant, vendorId: id }) => tenant.slug === from.tenant && id === from.vendorId))
      throw new NotFoundError('profile to take over');
    const source = await this.read(actor, memberships, from.tenant, from.vendorId);
    return this.door.withTenant(actor, (tx) => this.write(tx, vendorId, source, sections));
  }

  private async demandVendor(actor: Actor, vendorId: string): Promise<void> {
    const found = await this.door.withTenant(actor, (tx) => this.vendors.find(tx, vendorId));
    if (!found || !mayActFor(actor, vendorId)) throw new NotFoundError('vendor');
  }

  private read(
    person: Actor,
    memberships: readonly MembershipOfPerson[],
    tenant: string,
    vendorId: string,
  ): Promise<OwnProfile> {
    const actor = actorOf(person, memberships, tenant, WRITE);
    return this.door.withTenant(actor, async (tx) => {
      const ofInsurer = await this.profiles.ofInsurer(tx, vendorId);
      const entries = new Map<ListSection, readonly ProfileEntry[]>();
      for (const section of listSections) {
        const rows: readonly ProfileEntry[] = await this.profiles.list(tx, section, vendorId);
        entries.set(
          section,
          rows.filter(({ id }) => !ofInsurer.has(id)),
        );
      }
      const ladder = ofInsurer.has('ladder') ? null : await this.profiles.document(tx, 'ladder', vendorId);
      const languageAccess = ofInsurer.has('language-access')
        ? null
        : await this.profiles.document(tx, 'language-access', vendorId);
      return { entries, ladder, languageAccess };
    });
  }

  /** In the order in which one part names another: flows name fourth parties, the ladder names contacts. */
  private async write(
    tx: TenantTransaction,
    vendorId: string,
    source: OwnProfile,
    sections: readonly ProfileSection[],
  ): Promise<TakenOver> {
    const added = Object.fromEntries(profileSections.map((section) => [section, 0])) as TakenOver['added'];
    const remarks: Remark[] = [];
    for (const section of listSections.filter((each) => sections.includes(each)))
      added[section] = await this.writeList(tx, vendorId, section, source, remarks);
    if (sections.includes('ladder') && source.ladder)
      added.ladder = await this.writeLadder(tx, vendorId, source, source.ladder, remarks);
    if (sections.includes('language-access') && source.languageAccess) {
      const kept = await this.profiles.document(tx, 'language-access', vendorId);
      if (kept) remarks.push({ code: 'section-kept', section: 'language-access', name: null });
      else {
        const { register } = source.languageAccess;
        await this.documents.save(tx, 'language-access', vendorId, { register }, 0);
        added['language-access'] = 1;
      }
    }
    return { added, remarks };
  }

  private async writeList(
    tx: TenantTransaction,
    vendorId: string,
    section: ListSection,
    source: OwnProfile,
    remarks: Remark[],
  ): Promise<number> {
    const there: readonly ProfileEntry[] = await this.profiles.list(tx, section, vendorId);
    const known = new Set(there.map((entry) => sameKey(section, bodyOf(section, entry))));
    let added = 0;
    for (const entry of source.entries.get(section) ?? []) {
      const name = nameOf(section, entry as never);
      const remark = (code: Remark['code']) => remarks.push({ code, section, name });
      const body = bodyOf(section, entry);
      if (known.has(sameKey(section, body))) {
        remark('entry-kept');
        continue;
      }
      const fitting = await this.fitting(tx, vendorId, section, body, source, remark);
      if (!fitting) continue;
      if (there.length + added >= MOST_ENTRIES) throw full();
      await this.entries.insert(tx, section, vendorId, fitting);
      known.add(sameKey(section, body));
      added += 1;
    }
    return added;
  }

  /** The entry as it can stand here: calendars are each insurer's own, fourth parties are found by name and service. */
  private async fitting(
    tx: TenantTransaction,
    vendorId: string,
    section: ListSection,
    body: Body,
    source: OwnProfile,
    remark: (code: Remark['code']) => void,
  ): Promise<Body | null> {
    const here = { ...body };
    if (here['calendarId']) {
      remark('calendar-not-taken');
      here['calendarId'] = null;
    }
    if (here['fourthPartyId']) {
      const theirs = source.entries.get('fourth-parties')?.find(({ id }) => id === here['fourthPartyId']);
      const same = theirs && (await this.sameHere(tx, vendorId, 'fourth-parties', theirs));
      // kept by the vendor itself would be untrue
      if (!same) {
        remark('flow-without-fourth-party');
        return null;
      }
      here['fourthPartyId'] = same.id;
    }
    const parsed = entrySchemas[section].safeParse(here);
    if (!parsed.success) remark('entry-no-longer-fits');
    return parsed.success ? parsed.data : null;
  }

  private async writeLadder(
    tx: TenantTransaction,
    vendorId: string,
    source: OwnProfile,
    ladder: VendorLadderEntity,
    remarks: Remark[],
  ): Promise<number> {
    if (await this.profiles.document(tx, 'ladder', vendorId)) {
      remarks.push({ code: 'section-kept', section: 'ladder', name: null });
      return 0;
    }
    const stages: EscalationLadder['stages'] = [];
    for (const { contactId, personId, personName, personSide: _, ...rest } of ladder.stages) {
      const theirs = source.entries.get('contacts')?.find(({ id }) => id === contactId);
      const same = theirs && (await this.sameHere(tx, vendorId, 'contacts', theirs));
      const member = personId !== null && (await this.profiles.members(tx, vendorId, [personId])).length > 0;
      if (same) stages.push({ ...rest, contactId: same.id, personId: null });
      else if (member) stages.push({ ...rest, contactId: null, personId });
      else
        remarks.push({
          code: 'person-not-taken',
          section: 'ladder',
          name: theirs ? nameOf('contacts', theirs as never) : personName,
        });
    }
    if (stages.length === 0) return 0;
    const kept = await this.documents.named(tx, vendorId, { stages });
    await this.documents.save(tx, 'ladder', vendorId, { stages: kept }, 0);
    return 1;
  }

  private async sameHere(
    tx: TenantTransaction,
    vendorId: string,
    section: ListSection,
    theirs: ProfileEntry,
  ): Promise<ProfileEntry | undefined> {
    const wanted = sameKey(section, bodyOf(section, theirs));
    const here: readonly ProfileEntry[] = await this.profiles.list(tx, section, vendorId);
    return here.find((entry) => sameKey(section, bodyOf(section, entry)) === wanted);
  }
}

function countsOf({ entries, ladder, languageAccess }: OwnProfile): ProfileSource['counts'] {
  const lists = listSections.map((section) => [section, entries.get(section)?.length ?? 0] as const);
  return {
    ...(Object.fromEntries(lists) as Record<ListSection, number>),
    ladder: ladder ? 1 : 0,
    'language-access': languageAccess ? 1 : 0,
  };
}
