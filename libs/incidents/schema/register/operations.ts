import { id, instant, operation, tenantParams, tenantSlug, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { exampleIncidentSummary } from '../examples';
import { causeActions, severities } from '../kinds';
import { registerFilters } from '../operations';

const thing = 'incidents';
const read = { permission: 'incident.read' };

export const registerFormats = ['csv', 'xlsx', 'json', 'veris'] as const;
export type RegisterFormat = (typeof registerFormats)[number];

export const exportIncidents = operation({
  id: 'exportIncidents',
  method: 'GET',
  path: '/tenants/:tenant/incident-register',
  summary:
    'The register as a file, narrowed like its list: CSV, XLSX, JSON, or records of VERIS 1.3.7 (closed with a cause or not); the export is logged',
  thing,
  access: read,
  params: tenantParams,
  query: registerFilters.extend({ format: z.enum(registerFormats).default('csv') }),
  produces: 'application/octet-stream',
  example: { response: 'reference,title,vendor\r\nINC-2026-0007,Laptop left in a taxi,NORTHWIND\r\n' },
});

/** How many of what; an incident with two causes is counted under both. */
const counted = <Key extends readonly string[]>(keys: Key) =>
  z.array(z.strictObject({ key: z.enum(keys), count: z.int() }));

export const incidentFigures = z.strictObject({
  total: z.int(),
  causes: counted([...causeActions, 'not_coded'] as const),
  severities: counted([...severities, 'not_triaged'] as const),
  timeToNotify: z.strictObject({
    notified: z
      .int()
      .meta({ description: 'those that the insurer was told of: what the distribution is of' }),
    medianSeconds: z.number().nullable(),
    p90Seconds: z.number().nullable(),
    bins: z.array(z.strictObject({ upToHours: z.int().nullable(), count: z.int() })),
  }),
  late: z.strictObject({
    count: z.int(),
    of: z.int().meta({ description: 'incidents that a deadline of the vendor’s ran on' }),
  }),
});
export type IncidentFigures = z.output<typeof incidentFigures>;

export const vendorFigures = z.strictObject({
  vendor: z.strictObject({ id, code: z.string(), name: z.string() }),
  figures: incidentFigures,
});
export type VendorFigures = z.output<typeof vendorFigures>;

const exampleFigures: IncidentFigures = {
  total: 3,
  causes: [
    { key: 'error', count: 2 },
    { key: 'not_coded', count: 1 },
  ],
  severities: [{ key: 'high', count: 3 }],
  timeToNotify: {
    notified: 3,
    medianSeconds: 21_600,
    p90Seconds: 93_600,
    bins: [
      { upToHours: 4, count: 1 },
      { upToHours: 12, count: 1 },
      { upToHours: 24, count: 0 },
      { upToHours: 48, count: 1 },
      { upToHours: 72, count: 0 },
      { upToHours: null, count: 0 },
    ],
  },
  late: { count: 1, of: 3 },
};
const { id: vendorId, code, name } = exampleIncidentSummary.vendor;

export const viewIncidentFigures = operation({
  id: 'viewIncidentFigures',
  method: 'GET',
  path: '/tenants/:tenant/incident-figures',
  summary:
    'A year of incidents per vendor: counts, time to notify, late share. Of those discovered in the year where the insurer is; drills are never among them',
  thing,
  access: read,
  params: tenantParams,
  query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2999), vendorId: id.optional() }),
  response: z.strictObject({ year: z.int(), timezone: z.string(), items: z.array(vendorFigures) }),
  example: {
    response: {
      year: 2026,
      timezone: 'America/New_York',
      items: [{ vendor: { id: vendorId, code, name }, figures: exampleFigures }],
    },
  },
});

/** A task that waits for whoever asks. */
export const waitingTask = z.strictObject({
  id,
  title: z.string(),
  dueAt: instant.nullable(),
  mine: z.boolean().meta({ description: 'false: for anybody of the side' }),
  incident: z.strictObject({
    id,
    reference: z.string(),
    title: z.string(),
    isDrill: z.boolean(),
    vendor: z.string(),
  }),
});
export type WaitingTask = z.output<typeof waitingTask>;

export const listWaitingTasks = operation({
  id: 'listWaitingTasks',
  method: 'GET',
  path: '/tenants/:tenant/incident-tasks',
  summary: 'Tasks of open incidents that wait for you or for anybody of your side, soonest first; at most 50',
  thing,
  access: read,
  params: tenantParams,
  response: z.strictObject({ items: z.array(waitingTask), now: instant }),
  example: {
    response: {
      items: [
        {
          id: '019b2f90-6001-7abc-8def-0123456789ab',
          title: 'Rotate the credentials of the device',
          dueAt: '2026-03-03T17:00:00Z',
          mine: true,
          incident: {
            id: exampleIncidentSummary.id,
            reference: exampleIncidentSummary.reference,
            title: exampleIncidentSummary.title,
            isDrill: false,
            vendor: name,
          },
        },
      ],
      now: '2026-03-02T10:00:00Z',
    },
  },
});

/** What somebody looks at again and again: filters and columns under a name of their own. */
export const registerView = z.strictObject({
  id,
  name: z.string(),
  filters: registerFilters,
  columns: z.array(z.string()),
  createdAt: instant,
});
export type RegisterView = z.output<typeof registerView>;

const newRegisterView = z.strictObject({
  name: text(60),
  filters: registerFilters,
  columns: z.array(z.string().regex(/^[a-zA-Z]{1,30}$/)).max(30),
});

const exampleView: RegisterView = {
  id: '019b2f90-5001-7abc-8def-0123456789ab',
  name: 'Open and late',
  filters: { open: 'true', late: 'true', drills: 'false' },
  columns: ['reference', 'vendor', 'deadline'],
  createdAt: '2026-03-02T10:00:00Z',
};

export const listRegisterViews = operation({
  id: 'listRegisterViews',
  method: 'GET',
  path: '/tenants/:tenant/incident-views',
  summary: 'Your own saved views of the register',
  thing,
  access: read,
  params: tenantParams,
  response: z.strictObject({ items: z.array(registerView) }),
  example: { response: { items: [exampleView] } },
});

export const saveRegisterView = operation({
  id: 'saveRegisterView',
  method: 'POST',
  path: '/tenants/:tenant/incident-views',
  summary: 'Save a view of the register under a name; the same name again replaces what it meant',
  thing,
  access: read,
  params: tenantParams,
  body: newRegisterView,
  response: registerView,
  status: 201,
  idempotent: true,
  example: {
    request: { name: exampleView.name, filters: exampleView.filters, columns: exampleView.columns },
    response: exampleView,
  },
});

export const deleteRegisterView = operation({
  id: 'deleteRegisterView',
  method: 'DELETE',
  path: '/tenants/:tenant/incident-views/:viewId',
  summary: 'Delete one of your saved views',
  thing,
  access: read,
  params: z.strictObject({ tenant: tenantSlug, viewId: id }),
  status: 204,
  example: {},
});
