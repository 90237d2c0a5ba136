import { text } from '@plumbline/api/schema';
import * as z from 'zod';

/** The licence of the library's dates, CC BY-SA 3.0, asks for it wherever they are shown (docs/decisions/0008-…). */
export const holidayAttribution = 'Dates: date-holidays and its contributors, after Wikipedia, CC BY-SA 3.0';

/** Kinds of the holiday library. Only `public` ones are ticked when a list is proposed. */
export const holidayTypes = ['public', 'bank', 'school', 'optional', 'observance'] as const;
export type HolidayType = (typeof holidayTypes)[number];

export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'a country code such as US (ISO 3166-1)')
  .meta({ description: 'ISO 3166-1' });
export const stateCode = z
  .string()
  .regex(/^[A-Za-z0-9]{1,12}$/, 'a code of the country’s list of states')
  .meta({ description: 'ISO 3166-2 without the country, as GET …/holiday-countries lists them' });

const proposedName = text(300).meta({ description: 'as proposed; the reviewer may call it otherwise' });

/** Proposed by the holiday library. */
export const libraryProvenance = z.strictObject({
  source: z.literal('library'),
  library: text(60).meta({ description: 'name and version' }),
  country: countryCode,
  state: stateCode.nullable(),
  type: z.enum(holidayTypes),
  observed: z.boolean().meta({ description: 'the day off for a holiday that falls on another date' }),
  name: proposedName,
});

/** Proposed by our own rule, which knows what the library forgets. */
export const ruleProvenance = z.strictObject({
  source: z.literal('rule'),
  rule: z.literal('5 U.S.C. 6103'),
  name: proposedName,
});

/** Entered by hand. */
export const personProvenance = z.strictObject({ source: z.literal('person'), by: z.string() });

/** Where a holiday in a calendar comes from. */
export const provenance = z.discriminatedUnion('source', [
  libraryProvenance,
  ruleProvenance,
  personProvenance,
]);

/** As a reviewer sends it: who enters a date by hand is known to the server, unless an earlier version says it. */
export const statedProvenance = z.discriminatedUnion('source', [
  libraryProvenance,
  ruleProvenance,
  personProvenance.partial({ by: true }),
]);

export type Provenance = z.output<typeof provenance>;
export type StatedProvenance = z.output<typeof statedProvenance>;
export type ProposedProvenance = Exclude<Provenance, { source: 'person' }>;
