import { id, instant, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { newContact } from './contact';
import { newDataFlow } from './data-flow';
import { approvals, newFourthParty } from './fourth-party';
import { escalationLadder, stageReach } from './ladder';
import { languageAccess } from './language-access';
import { profileFindingCodes } from './residency';
import { newSite } from './site';

/** The parts of what is known of a vendor, as its page shows them. */
export const profileSections = [
  'sites',
  'contacts',
  'ladder',
  'fourth-parties',
  'data-flows',
  'language-access',
] as const;
export type ProfileSection = (typeof profileSections)[number];

/** Those that are lists, each entry with a version of its own. */
export const listSections = ['sites', 'contacts', 'fourth-parties', 'data-flows'] as const;
export type ListSection = (typeof listSections)[number];

const kept = { id, version };

export const site = z.strictObject({ ...newSite.shape, ...kept });
export const contact = z.strictObject({ ...newContact.shape, ...kept });
export const fourthParty = z.strictObject({
  ...newFourthParty.shape,
  ...kept,
  approval: z.enum(approvals),
  approvalReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export const dataFlow = z.strictObject({ ...newDataFlow.shape, ...kept });

export const profileFinding = z.strictObject({
  code: z.enum(profileFindingCodes),
  parameters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

const { stages } = escalationLadder.shape;

/** A ladder with whom it would reach; `version` 0: nobody has set one yet. */
export const ladder = z.strictObject({
  stages: z.array(
    z.strictObject({
      ...stages.element.shape,
      ...stageReach.shape,
      name: z.string().meta({ description: 'of the contact or person' }),
      left: z.boolean().meta({ description: 'no longer a contact of the vendor, or no longer here' }),
    }),
  ),
  now: z.int().nullable().meta({ description: 'index of the stage that would be reached now; null: none' }),
  version: z.int().min(0),
});

/** What of the contracts in force says where data may be kept. */
const residency = z.array(
  z.strictObject({
    contractId: id,
    contract: z.string(),
    clause: z.strictObject({ number: z.string(), regions: z.array(z.string()) }).nullable(),
  }),
);

export const profile = z.strictObject({
  vendor: z.strictObject({ id, name: z.string() }),
  at: instant.meta({ description: 'the instant that hours and contracts in force are looked at' }),
  sites: z.array(site),
  contacts: z.array(contact),
  ladder,
  fourthParties: z.array(fourthParty),
  dataFlows: z.array(dataFlow.extend({ findings: z.array(profileFinding) })),
  residency,
  languageAccess: z.strictObject({
    register: languageAccess.nullable().meta({ description: 'null: nobody has said yet' }),
    version: z.int().min(0),
  }),
  calendars: z
    .array(z.strictObject({ id, name: z.string() }))
    .meta({ description: 'those named by a site or contact' }),
});

/** One line of the history of a vendor's profile. */
export const profileChange = z.strictObject({
  id,
  section: z.enum(profileSections),
  entryId: id.nullable(),
  act: z.enum(['added', 'changed', 'removed', 'decided']),
  name: z.string().meta({ description: 'what it is called, now or when it was removed' }),
  changed: z.record(z.string(), z.strictObject({ from: z.unknown(), to: z.unknown() })),
  by: z.string(),
  side: z.enum(['insurer', 'vendor']),
  at: instant,
});

/** Another insurer for which the person at hand keeps the same vendor's profile. */
export const profileSource = z.strictObject({
  tenant: z.string(),
  insurer: z.string(),
  vendorId: id,
  counts: z.record(z.enum(profileSections), z.int()),
});

export const takeOver = z.strictObject({
  from: z.strictObject({ tenant: z.string().max(40), vendorId: id }),
  sections: z.array(z.enum(profileSections)).min(1, 'at least one part').max(profileSections.length),
});

/** Why something was not copied, or not whole. */
export const takeOverRemarks = [
  'calendar-not-taken',
  'person-not-taken',
  'entry-kept',
  'section-kept',
  'entry-no-longer-fits',
  'flow-without-fourth-party',
] as const;

export const takenOver = z.strictObject({
  added: z.record(z.enum(profileSections), z.int()),
  remarks: z.array(
    z.strictObject({
      code: z.enum(takeOverRemarks),
      section: z.enum(profileSections),
      name: z.string().nullable(),
    }),
  ),
});

export type Site = z.output<typeof site>;
export type Contact = z.output<typeof contact>;
export type FourthParty = z.output<typeof fourthParty>;
export type DataFlow = z.output<typeof dataFlow>;
export type Ladder = z.output<typeof ladder>;
export type Profile = z.output<typeof profile>;
export type ProfileChange = z.output<typeof profileChange>;
export type ProfileSource = z.output<typeof profileSource>;
export type TakeOver = z.output<typeof takeOver>;
export type TakenOver = z.output<typeof takenOver>;
