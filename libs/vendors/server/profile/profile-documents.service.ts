import { Injectable } from '@nestjs/common';
import { Door, isUniqueViolation, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock, sideOfRole } from '@plumbline/platform/tenancy';
import type { EscalationLadder, LanguageAccess } from '@plumbline/vendors/schema';
import { changedFields } from '../changed-fields';
import { VendorsRepository } from '../vendors.repository';
import type { KeptStage } from './profile-entities';
import { ProfileHistory } from './profile-history';
import { type Documents, ProfilesRepository } from './profiles.repository';

/** What of a vendor's profile is replaced as one: the escalation ladder and the language-access register. */
@Injectable()
export class ProfileDocumentsService {
  constructor(
    private readonly door: Door,
    private readonly vendors: VendorsRepository,
    private readonly profiles: ProfilesRepository,
    private readonly history: ProfileHistory,
    private readonly clock: Clock,
  ) {}

  setLadder(actor: Actor, vendorId: string, ladder: EscalationLadder, version: number): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      await this.demandVendor(tx, vendorId);
      const stages = await this.named(tx, vendorId, ladder);
      await this.save(tx, 'ladder', vendorId, { stages }, version);
    });
  }

  setLanguageAccess(
    actor: Actor,
    vendorId: string,
    register: LanguageAccess,
    version: number,
  ): Promise<{ register: LanguageAccess; version: number }> {
    return this.door.withTenant(actor, async (tx) => {
      await this.demandVendor(tx, vendorId);
      const saved = await this.save(tx, 'language-access', vendorId, { register }, version);
      return { register, version: saved };
    });
  }

  /** Writes the document at its next version; of two at the same time the second is stale, also where none was yet. */
  async save<Section extends keyof Documents>(
    tx: TenantTransaction,
    section: Section,
    vendorId: string,
    content: Partial<Documents[Section]>,
    version: number,
  ): Promise<number> {
    const kept = await this.profiles.document(tx, section, vendorId, true);
    demandVersion(kept?.version ?? 0, version);
    const at = this.clock.date();
    const before = kept ?? Object.fromEntries(Object.keys(content).map((field) => [field, null]));
    const changed = changedFields<object>(before, content);
    if (kept) {
      if (Object.keys(changed).length === 0) return version;
      Object.assign(kept, content, { updatedAt: at, version: version + 1 });
      await this.profiles.updateDocument(tx, section, kept);
    } else {
      const row = { tenantId: tx.tenantId, vendorId, createdAt: at, updatedAt: at, version: 1, ...content };
      await this.insert(tx, section, row as unknown as Documents[Section]);
    }
    const act = kept ? 'changed' : 'added';
    await this.history.record(tx, vendorId, { section, act, name: '', entryId: null, changed });
    return version + 1;
  }

  private async insert<Section extends keyof Documents>(
    tx: TenantTransaction,
    section: Section,
    row: Documents[Section],
  ): Promise<void> {
    try {
      await this.profiles.insertDocument(tx, section, row);
    } catch (error) {
      const key = section === 'ladder' ? 'vendor_escalation_ladder_pkey' : 'vendor_language_access_pkey';
      if (isUniqueViolation(error, key)) demandVersion(1, 0);
      throw error;
    }
  }

  private async demandVendor(tx: TenantTransaction, vendorId: string): Promise<void> {
    if (!(await this.vendors.find(tx, vendorId))) throw new NotFoundError('vendor');
  }

  /** Each stage with the name of its person; whoever is neither a contact of the vendor nor here is no stage. */
  async named(tx: TenantTransaction, vendorId: string, { stages }: EscalationLadder): Promise<KeptStage[]> {
    const contactIds = stages.flatMap(({ contactId }) => contactId ?? []);
    const contacts = await this.profiles.hold(tx, 'contacts', vendorId, contactIds);
    const personIds = stages.flatMap(({ personId }) => personId ?? []);
    const members = await this.profiles.members(tx, vendorId, personIds);
    const kept = (await this.profiles.document(tx, 'ladder', vendorId))?.stages ?? [];
    const problems = stages.flatMap(({ contactId, personId }, index) => {
      if (contactId !== null) return contacts.has(contactId) ? [] : [unknown(`stages.${index}.contactId`)];
      // a person of the insurer whom the vendor's side cannot see stays where the insurer put them
      const known = members.some((member) => member.person_id === personId) || kept.some(ofPerson(personId));
      return known ? [] : [unknown(`stages.${index}.personId`)];
    });
    const [first] = problems;
    if (first) throw new InvalidError('invalid', first.detail, problems);
    return stages.map((stage) => {
      const member = members.find(({ person_id }) => person_id === stage.personId);
      const before = stage.personId === null ? undefined : kept.find(ofPerson(stage.personId));
      return {
        ...stage,
        personName: member?.name ?? before?.personName ?? null,
        personSide: member ? sideOfRole(member.role) : (before?.personSide ?? null),
      };
    });
  }
}

const ofPerson = (personId: string | null) => (stage: KeptStage) => stage.personId === personId;

function unknown(path: string) {
  const detail = 'This is nobody whom an escalation of this vendor can reach.';
  return { path, code: 'stage-unknown', detail };
}
