import {
  type ListSection,
  newContact,
  newDataFlow,
  newFourthParty,
  newSite,
  type ProfileChange,
} from '@plumbline/vendors/schema';
import type {
  EntryOf,
  ProfileEntry,
  VendorFourthPartyEntity,
  VendorProfileChangeEntity,
} from './profile-entities';

/** What is asked of an entry of each list, by section. */
export const entrySchemas = {
  sites: newSite,
  contacts: newContact,
  'fourth-parties': newFourthParty,
  'data-flows': newDataFlow,
} as const;

/** The answers of an entry, as they were asked. */
export function bodyOf(section: ListSection, entry: ProfileEntry): Record<string, unknown> {
  const fields = Object.keys(entrySchemas[section].shape);
  return Object.fromEntries(fields.map((field) => [field, entry[field as keyof ProfileEntry]]));
}

/** An entry as it is answered. */
export function toEntry<Answer>(section: ListSection, entry: ProfileEntry): Answer {
  const { id, version } = entry;
  const decided = section === 'fourth-parties' ? decisionOf(entry as VendorFourthPartyEntity) : {};
  return { ...bodyOf(section, entry), ...decided, id, version } as Answer;
}

function decisionOf({ approval, approvalReason, decidedByName, decidedAt }: VendorFourthPartyEntity) {
  return { approval, approvalReason, decidedBy: decidedByName, decidedAt: decidedAt?.toISOString() ?? null };
}

/** What an entry is called in the history. */
export function nameOf<Section extends ListSection>(section: Section, entry: EntryOf[Section]): string {
  return 'system' in entry ? entry.system : entry.name;
}

/** What makes an entry of one insurer's copy the same as one of another's, or of a file: its name, and what it is there for. */
export function sameKey(section: ListSection, body: Record<string, unknown>): string {
  const parts: Readonly<Record<ListSection, readonly string[]>> = {
    sites: ['name'],
    contacts: ['name', 'role'],
    'fourth-parties': ['name', 'service'],
    'data-flows': ['kind', 'called', 'system', 'place'],
  };
  return JSON.stringify(parts[section].map((part) => body[part] ?? null));
}

export function toChange(row: VendorProfileChangeEntity): ProfileChange {
  const { id, section, entryId, act, name, changed, changedByName, changedBySide, at } = row;
  return {
    id,
    section,
    entryId,
    act,
    name,
    changed,
    by: changedByName,
    side: changedBySide,
    at: at.toISOString(),
  };
}
