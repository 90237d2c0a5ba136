import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import {
  type DataFlow,
  type Ladder,
  type listVendorProfileChanges,
  type Profile,
  type ProfileFinding,
  residencyFindings,
} from '@plumbline/vendors/schema';
import { VendorsRepository } from '../vendors.repository';
import { toChange, toEntry } from './profile-answers';
import type { VendorDataFlowEntity, VendorFourthPartyEntity } from './profile-entities';
import { ProfileLadders } from './profile-ladders';
import { type AgreedResidency, CalendarSource, ResidencySource } from './profile-sources';
import { ProfilesRepository } from './profiles.repository';

/** What is known of a vendor, judged anew at each reading: hours by the clock, flows by the contracts in force. */
@Injectable()
export class ProfileViewService {
  constructor(
    private readonly door: Door,
    private readonly vendors: VendorsRepository,
    private readonly profiles: ProfilesRepository,
    private readonly ladders: ProfileLadders,
    private readonly calendars: CalendarSource,
    private readonly contracts: ResidencySource,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor, vendorId: string): Promise<Profile> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = await this.vendors.find(tx, vendorId);
      if (!vendor) throw new NotFoundError('vendor');
      const now = this.clock.now();
      const sites = await this.profiles.list(tx, 'sites', vendorId);
      const contacts = await this.profiles.list(tx, 'contacts', vendorId);
      const fourthParties = await this.profiles.list(tx, 'fourth-parties', vendorId);
      const dataFlows = await this.profiles.list(tx, 'data-flows', vendorId);
      const access = await this.profiles.document(tx, 'language-access', vendorId);
      const residency = await this.contracts.inForce(tx, vendorId, now);
      const ids = [...sites, ...contacts].flatMap(({ calendarId }) => calendarId ?? []);
      const calendars = await this.calendars.find(tx, ids, now);
      const ladder = await this.profiles.document(tx, 'ladder', vendorId);
      // fourth parties begin and end on days of the insurer
      const today = now.toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
      return {
        vendor: { id: vendor.id, name: vendor.name },
        at: now.toString(),
        sites: sites.map((each) => toEntry('sites', each)),
        contacts: contacts.map((each) => toEntry('contacts', each)),
        ladder: await this.ladders.answer(tx, ladder, { contacts, calendars, now }),
        fourthParties: fourthParties.map((each) => toEntry('fourth-parties', each)),
        dataFlows: dataFlows.map((flow) => ({
          ...toEntry<DataFlow>('data-flows', flow),
          findings: [...residencyFindings(flow, residency), ...keeperFindings(flow, fourthParties, today)],
        })) as Profile['dataFlows'],
        residency: residency as AgreedResidency[],
        languageAccess: { register: access?.register ?? null, version: access?.version ?? 0 },
        calendars: [...calendars].map(([id, { name }]) => ({ id, name })),
      };
    });
  }

  ladder(actor: Actor, vendorId: string): Promise<Ladder> {
    return this.door.withTenant(actor, async (tx: TenantTransaction) => {
      const now = this.clock.now();
      const contacts = await this.profiles.list(tx, 'contacts', vendorId);
      const ids = contacts.flatMap(({ calendarId }) => calendarId ?? []);
      const calendars = await this.calendars.find(tx, ids, now);
      const ladder = await this.profiles.document(tx, 'ladder', vendorId);
      return this.ladders.answer(tx, ladder, { contacts, calendars, now });
    });
  }

  changes(
    actor: Actor,
    vendorId: string,
    { limit, cursor }: InputOf<typeof listVendorProfileChanges>['query'],
  ) {
    const [after = null] = readCursor(cursor, 'uuid') ?? [];
    return this.door.withTenant(actor, async (tx) => {
      if (!(await this.vendors.find(tx, vendorId))) throw new NotFoundError('vendor');
      const rows = await this.profiles.changes(tx, vendorId, after, limit + 1);
      return toPage(rows, limit, toChange, ({ id }) => [id]);
    });
  }
}

/** A fourth party keeps data only while it is one, and once the insurer has approved it. */
function keeperFindings(
  { fourthPartyId }: VendorDataFlowEntity,
  fourthParties: readonly VendorFourthPartyEntity[],
  today: string,
): ProfileFinding[] {
  const keeper = fourthParties.find(({ id }) => id === fourthPartyId);
  if (!keeper) return [];
  const { name, approval, until } = keeper;
  return [
    ...(approval === 'approved'
      ? []
      : [{ code: 'flow-fourth-party-not-approved' as const, parameters: { name, approval } }]),
    ...(until !== null && until <= today
      ? [{ code: 'flow-fourth-party-ended' as const, parameters: { name, until } }]
      : []),
  ];
}
