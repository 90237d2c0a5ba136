import { id, localDate } from '@plumbline/api/schema';
import { findingParameters } from '@plumbline/measurements/schema';
import { contractTerm } from '@plumbline/sla-engine';
import * as z from 'zod';
import type { ContractTerm } from '../terms';

/**
 * What a contract has dates of. `version-start`: an agreed version comes into force. `term-end`: it ends; `renewal`: the
 * same day where it renews by itself. `notice-by`: the last day on which notice is in time.
 */
export const contractDateKinds = [
  'term-start',
  'version-start',
  'notice-by',
  'renewal',
  'term-end',
  'waiver-expiry',
] as const;
export type ContractDateKind = (typeof contractDateKinds)[number];

/** The kinds whose owner is reminded, and how many days before. */
export const remindedKinds: readonly ContractDateKind[] = [
  'notice-by',
  'renewal',
  'term-end',
  'waiver-expiry',
];
export const reminderStages = [90, 60, 30, 7] as const;

export const contractDate = z.strictObject({
  /** Stays the same for one event whatever else changes: UID of feeds, key of reminders. */
  key: z.string(),
  contract: z.strictObject({ id, reference: z.string(), title: z.string() }),
  vendor: z.strictObject({ id, name: z.string() }),
  kind: z.enum(contractDateKinds),
  date: localDate,
  renewsUntil: localDate.nullable().meta({ description: 'the last day of the term that it renews for' }),
  number: z.int().nullable().meta({ description: 'the version that comes into force' }),
  waiver: z
    .strictObject({
      id,
      finding: z.strictObject({ code: z.string(), parameters: findingParameters, detail: z.string() }),
    })
    .nullable(),
});
export type ContractDate = z.output<typeof contractDate>;

/** A waiver in force, as far as its last day concerns the contract's dates. */
export interface DatedWaiver {
  readonly id: string;
  readonly expiresOn: string;
  readonly finding: {
    readonly code: string;
    readonly parameters: Record<string, string | number>;
    readonly detail: string;
  };
}

export interface DatedVersion {
  readonly number: number;
  readonly effectiveFrom: string;
  readonly term: ContractTerm | null;
}

/** What happened or will happen, without the contract it belongs to. */
export type DatedEvent = Omit<ContractDate, 'contract' | 'vendor'>;

/**
 * What a contract has before it on a day, soonest first. Its term is that of the version in force, else of the first one
 * to come. `versions` are those that are agreed.
 */
export function contractDates(
  contractId: string,
  facts: { readonly versions: readonly DatedVersion[]; readonly waivers: readonly DatedWaiver[] },
  day: string,
): DatedEvent[] {
  const versions = facts.versions.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  const inForce = versions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? versions[0];
  const none = { renewsUntil: null, number: null, waiver: null };
  const event = (
    kind: ContractDateKind,
    date: string,
    more: Partial<DatedEvent> = {},
    of = '',
  ): DatedEvent => ({
    ...{ key: `${contractId}/${kind}${of}`, kind, date },
    ...none,
    ...more,
  });
  const events = [
    ...(inForce?.term ? termEvents(inForce.term, day, event) : []),
    ...versions
      .filter(({ effectiveFrom }) => effectiveFrom > day)
      .map(({ number, effectiveFrom }) => event('version-start', effectiveFrom, { number }, `/${number}`)),
    ...facts.waivers.map(({ id: waiverId, expiresOn, finding }) =>
      event('waiver-expiry', expiresOn, { waiver: { id: waiverId, finding } }, `/${waiverId}`),
    ),
  ];
  return events
    .filter(({ date }) => date >= day)
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.key.localeCompare(b.key));
}

function termEvents(
  term: ContractTerm,
  day: string,
  event: (kind: ContractDateKind, date: string, more?: Partial<DatedEvent>, of?: string) => DatedEvent,
): DatedEvent[] {
  const stands = contractTerm(term, day);
  if (!stands.ok) throw new Error(`term of a contract: ${stands.problem.detail}`);
  const { startsOn, endsOn, noticeBy, ended } = stands.value;
  if (ended) return [];
  const next = contractTerm(term, dayAfter(endsOn));
  const renewsUntil = term.renewalMonths !== null && next.ok ? next.value.endsOn : null;
  // each renewed term has an end and a last day of notice of its own
  return [
    event('term-start', startsOn),
    event(renewsUntil === null ? 'term-end' : 'renewal', endsOn, { renewsUntil }, `/${endsOn}`),
    ...(noticeBy === null ? [] : [event('notice-by', noticeBy, {}, `/${noticeBy}`)]),
  ];
}

function dayAfter(day: string): string {
  return daysFrom(day, 1);
}

/** The date so many days after (or before) another. */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Which reminder of an event a day calls for: the nearest stage that has begun; null: none yet, or the event is over. */
export function dueStage(date: string, day: string): number | null {
  if (day > date) return null;
  return reminderStages.findLast((stage) => daysFrom(date, -stage) <= day) ?? null;
}

/** The day after `day` on which the next reminder of an event is due; null: there is none. */
export function nextReminderDay(date: string, day: string): string | null {
  return reminderStages.map((stage) => daysFrom(date, -stage)).find((due) => due > day) ?? null;
}
