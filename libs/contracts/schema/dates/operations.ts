import { id, instant, operation, tenantParams, tenantSlug, text, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleSummary } from '../examples';
import { contractDate } from './contract-dates';

const thing = 'contracts';
const read = { permission: 'contract.read' };

export const listContractDates = operation({
  id: 'listContractDates',
  method: 'GET',
  path: '/tenants/:tenant/contract-dates',
  summary:
    'What contracts have before them, soonest first; a vendor’s side sees its own contracts, and no waivers',
  thing,
  access: read,
  params: tenantParams,
  query: z.strictObject({
    contractId: id.optional(),
    days: z.coerce.number().int().min(1).max(3660).default(90).meta({ description: 'how far ahead' }),
  }),
  response: z.strictObject({ items: z.array(contractDate) }),
  example: {
    response: {
      items: [
        {
          key: `${exampleSummary.id}/notice-by/2026-09-30`,
          contract: {
            id: exampleSummary.id,
            reference: exampleSummary.reference,
            title: exampleSummary.title,
          },
          vendor: { id: exampleSummary.vendor.id, name: exampleSummary.vendor.name },
          kind: 'notice-by',
          date: '2026-09-30',
          renewsUntil: null,
          number: null,
          waiver: null,
        },
      ],
    },
  },
});

/** A calendar address of one person in one tenant. */
export const calendarFeed = z.strictObject({
  id,
  name: z.string(),
  vendor: z
    .strictObject({ id, name: z.string() })
    .nullable()
    .meta({ description: 'the only one that it shows; null: all that you may see' }),
  createdAt: instant,
  lastReadAt: instant.nullable(),
  revokedAt: instant.nullable(),
  version,
});
export type CalendarFeed = z.output<typeof calendarFeed>;

const feedId = '019b2f70-4001-7abc-8def-0123456789ab';
const example = {
  ...{ id: feedId, name: 'Outlook', vendor: null, createdAt: '2026-05-04T15:00:00Z' },
  ...{ lastReadAt: null, revokedAt: null, version: 1 },
};

export const listCalendarFeeds = operation({
  id: 'listCalendarFeeds',
  method: 'GET',
  path: '/tenants/:tenant/calendar-feeds',
  summary: 'The calendar addresses that you made here, newest first',
  thing,
  access: read,
  params: tenantParams,
  response: z.strictObject({ items: z.array(calendarFeed) }),
  example: { response: { items: [example] } },
});

export const makeCalendarFeed = operation({
  id: 'makeCalendarFeed',
  method: 'POST',
  path: '/tenants/:tenant/calendar-feeds',
  summary:
    'Make a calendar address with the deadlines and dates that you may see here, of all vendors or of one; it is shown once',
  thing,
  access: read,
  params: tenantParams,
  body: z.strictObject({
    name: text(80).meta({ description: 'which calendar it is for' }),
    vendorId: id
      .nullable()
      .default(null)
      .meta({ description: 'to show this vendor alone; null: all that you may see' }),
  }),
  response: calendarFeed.extend({
    address: z.string().meta({ description: 'to subscribe to; whoever has it can read the dates' }),
  }),
  status: 201,
  example: {
    request: { name: 'Outlook', vendorId: null },
    response: { ...example, address: 'https://plumbline.example/api/v1/calendar-feeds/….ics' },
  },
});

export const revokeCalendarFeed = operation({
  id: 'revokeCalendarFeed',
  method: 'DELETE',
  path: '/tenants/:tenant/calendar-feeds/:feedId',
  summary: 'Revoke a calendar address of yours; it answers 404 from then on',
  thing,
  access: read,
  params: z.strictObject({ tenant: tenantSlug, feedId: id }),
  status: 204,
  conditional: true,
  example: {},
});

export const readCalendarFeed = operation({
  id: 'readCalendarFeed',
  method: 'GET',
  path: '/calendar-feeds/:token',
  summary:
    'What is behind a calendar address, as iCalendar (RFC 5545): dates of contracts, running deadlines of incidents, own tasks',
  thing,
  access: { open: 'the address is the proof, and shows what the membership of whoever made it may see now' },
  params: z.strictObject({ token: z.string().max(200) }),
  produces: 'text/calendar',
  example: { response: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR\r\n' },
});
