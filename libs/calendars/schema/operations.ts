import {
  id,
  numberInPath,
  operation,
  pageOf,
  pageQuery,
  tenantParams,
  tenantSlug,
} from '@plumbline/api/schema';
import * as z from 'zod';
import { calendar, calendarSummary, calendarVersion, newCalendar, newCalendarVersion } from './calendar';
import {
  exampleCalendar,
  exampleNewVersion,
  exampleProposal,
  exampleSummary,
  exampleTerms,
  exampleVersion,
} from './examples';
import { holidayCountries, holidayProposal, proposalQuery } from './holiday-proposal';

const thing = 'calendars';
const read = { permission: 'calendar.read' };
const write = { permission: 'calendar.write' };
const calendarParams = z.strictObject({ tenant: tenantSlug, calendarId: id });
const versionParams = calendarParams.extend({ number: numberInPath });

export const listCalendars = operation({
  id: 'listCalendars',
  method: 'GET',
  path: '/tenants/:tenant/calendars',
  summary: 'The calendars of the tenant by name, each at its newest version; partners see them all',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery,
  response: pageOf(calendarSummary),
  example: { response: { items: [exampleSummary], nextCursor: null } },
});

export const createCalendar = operation({
  id: 'createCalendar',
  method: 'POST',
  path: '/tenants/:tenant/calendars',
  summary: 'Enter a calendar with its first version, reviewed by whoever sends it',
  thing,
  access: write,
  params: tenantParams,
  body: newCalendar,
  response: calendar,
  status: 201,
  idempotent: true,
  example: {
    request: { name: exampleCalendar.name, ...exampleTerms },
    response: { ...exampleCalendar, versions: exampleCalendar.versions.slice(0, 1), version: 1 },
  },
});

export const viewCalendar = operation({
  id: 'viewCalendar',
  method: 'GET',
  path: '/tenants/:tenant/calendars/:calendarId',
  summary: 'One calendar and its versions',
  thing,
  access: read,
  params: calendarParams,
  response: calendar,
  example: { response: exampleCalendar },
});

export const viewCalendarVersion = operation({
  id: 'viewCalendarVersion',
  method: 'GET',
  path: '/tenants/:tenant/calendars/:calendarId/versions/:number',
  summary: 'The hours and holidays of one version, each holiday with where it comes from',
  thing,
  access: read,
  params: versionParams,
  response: calendarVersion,
  example: { response: exampleVersion },
});

export const addCalendarVersion = operation({
  id: 'addCalendarVersion',
  method: 'POST',
  path: '/tenants/:tenant/calendars/:calendarId/versions',
  summary: 'Add a version, known from now on; clocks that run keep the one they started with',
  thing,
  access: write,
  params: calendarParams,
  body: newCalendarVersion,
  response: calendarVersion,
  status: 201,
  idempotent: true,
  conditional: true,
  example: { request: exampleNewVersion, response: exampleVersion },
});

export const proposeHolidays = operation({
  id: 'proposeHolidays',
  method: 'GET',
  path: '/tenants/:tenant/holiday-proposals',
  summary: 'Holidays of a country or state from the library, and what our own rule adds; nothing is saved',
  thing,
  access: write,
  params: tenantParams,
  query: proposalQuery,
  response: holidayProposal,
  example: { response: exampleProposal },
});

export const listHolidayCountries = operation({
  id: 'listHolidayCountries',
  method: 'GET',
  path: '/tenants/:tenant/holiday-countries',
  summary: 'The countries and states whose holidays can be proposed',
  thing,
  access: write,
  params: tenantParams,
  response: holidayCountries,
  example: {
    response: {
      items: [{ code: 'US', name: 'United States', states: [{ code: 'CA', name: 'California' }] }],
    },
  },
});
