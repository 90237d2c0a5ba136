import type { CalendarSummary } from '@plumbline/calendars/schema';
import type { Contact, FourthParty, Profile } from '@plumbline/vendors/schema';
import type { DemoPerson } from './demo-person';
import type { DemoVendor } from './vendors';

interface Place {
  readonly country: string;
  readonly city: string;
}

/** Where each demo vendor works; all names are made up. */
const places: Readonly<Record<string, Place>> = {
  'America/Chicago': { country: 'US', city: 'Chicago' },
  'America/Los_Angeles': { country: 'US', city: 'Portland' },
  'America/New_York': { country: 'US', city: 'Albany' },
  'Asia/Manila': { country: 'PH', city: 'Makati' },
};

const everyDay = (from: string, to: string) => {
  const day = [[from, to]];
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
};

/**
 * What a demo vendor's administrator enters of it, and what the insurer approves: a site, three contacts on a ladder, a
 * fourth party, three data flows. Recordings of the vendor abroad are kept abroad, against its residency clause.
 */
export async function enterProfile(
  partner: DemoPerson,
  manager: DemoPerson,
  vendor: DemoVendor,
  vendorId: string,
  since: string,
): Promise<void> {
  const at = (rest: string) => `/vendors/${vendorId}${rest}`;
  const known = await partner.get<Profile>(at('/profile'));
  if (known.sites.length > 0) return;
  const calendars = await partner.get<{ items: CalendarSummary[] }>('/calendars');
  const place = places[vendor.timezone] ?? { country: 'US', city: 'Chicago' };
  const host = `${vendor.code.toLowerCase()}.example`;

  await partner.post(at('/sites'), {
    ...{ name: `${place.city} centre`, ...place, timezone: vendor.timezone },
    ...{ services: vendor.services, phiHandled: true, calendarId: calendars.items[0]?.id ?? null },
  });
  const contact = (name: string, role: string, more: object) =>
    partner.post<Contact>(at('/contacts'), { name, role, email: `${role}@${host}`, ...more });
  const desk = await contact('Operations desk', 'operations', {
    phone: '+1 312 555 0140',
    hours: { timezone: vendor.timezone, hours: everyDay('07:00', '19:00') },
  });
  const privacy = await contact('Privacy officer', 'privacy', { calendarId: calendars.items[0]?.id ?? null });
  const night = await contact('Night duty manager', 'after_hours', {
    phone: '+1 312 555 0141',
    hours: { timezone: vendor.timezone, hours: everyDay('19:00', '31:00') },
  });
  await partner.put(
    at('/escalation-ladder'),
    {
      stages: [
        { contactId: desk.id, afterMinutes: 0, respectHours: true },
        { contactId: night.id, afterMinutes: 15, respectHours: true },
        { contactId: privacy.id, afterMinutes: 60, respectHours: true },
      ],
    },
    0,
  );

  const fourthParty = await partner.post<FourthParty>(at('/fourth-parties'), {
    ...{ name: 'Clearscript (demo)', service: 'Transcription of calls and chats' },
    ...{ phiKinds: ['voice', 'member_number'], places: ['US'], since },
  });
  await manager.post(
    at(`/fourth-parties/${fourthParty.id}/decision`),
    { approval: 'approved', reason: 'Its SOC 2 Type 2 report was read' },
    fourthParty.version,
  );
  const flow = (kind: string, system: string, kept: object) =>
    partner.post(at('/data-flows'), { kind, system, place: 'US', phiKinds: ['member_number'], ...kept });
  await flow('recordings', 'Call recorder', {
    ...{ place: place.country, phiKinds: ['voice', 'member_number', 'claims'], retentionDays: 365 },
  });
  await flow('transcripts', 'Clearscript archive', { fourthPartyId: fourthParty.id, retentionDays: 90 });
  await flow('crm_notes', 'Insurer’s CRM', { retentionDays: null });
  await partner.put(
    at('/language-access'),
    {
      languages: [
        { language: 'en', channels: ['voice'], by: 'own_agents' },
        { language: 'es', channels: ['voice'], by: 'own_agents' },
        { language: 'vi', channels: ['voice'], by: 'interpreter', interpreter: 'Manytongues (demo)' },
      ],
      ...{ tty: '+1 800 555 0199', relay: true, publishedAt: `https://${host}/language-help` },
    },
    0,
  );
}
