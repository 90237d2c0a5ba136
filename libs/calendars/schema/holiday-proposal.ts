import { localDate } from '@plumbline/api/schema';
import * as z from 'zod';
import { countryCode, holidayTypes, libraryProvenance, ruleProvenance, stateCode } from './provenance';

/** Which list is asked for. */
export const proposalQuery = z.strictObject({
  country: countryCode,
  state: stateCode.optional(),
  years: z
    .string()
    .regex(/^20\d\d(?:,20\d\d){0,4}$/, 'up to five years from 2000 to 2099, separated by commas: 2026,2027'),
});

/** A date to be ticked, edited or left out by a person; nothing is saved by proposing it. */
export const proposedHoliday = z.strictObject({
  date: localDate,
  name: z.string(),
  ticked: z.boolean().meta({ description: 'what the proposal suggests' }),
  partOfDay: z.boolean().meta({ description: 'closed for some hours only: not a whole holiday' }),
  listedAs: z
    .enum(holidayTypes)
    .nullable()
    .meta({ description: 'what the library calls the date; null where it does not list it' }),
  provenance: z.discriminatedUnion('source', [libraryProvenance, ruleProvenance]),
});

export const holidayProposal = z.strictObject({
  library: z.string().meta({ description: 'name and version' }),
  attribution: z.string().meta({ description: 'the licence of the library’s data' }),
  country: countryCode,
  state: stateCode.nullable(),
  items: z.array(proposedHoliday).meta({ description: 'by date, each date once' }),
});

const place = { code: z.string(), name: z.string() };

export const holidayCountries = z.strictObject({
  items: z.array(z.strictObject({ ...place, states: z.array(z.strictObject(place)) })),
});

export type ProposalQuery = z.output<typeof proposalQuery>;
export type ProposedHoliday = z.output<typeof proposedHoliday>;
export type HolidayProposal = z.output<typeof holidayProposal>;
export type HolidayCountry = z.output<typeof holidayCountries>['items'][number];
