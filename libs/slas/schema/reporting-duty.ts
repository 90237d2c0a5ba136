import { id, instant, operation, pageOf, pageQuery, period, tenantParams } from '@plumbline/api/schema';
import * as z from 'zod';
import { examples } from './examples';
import { vendorName } from './result';

/** `due`: nothing has come and there is time; `missing`: nothing has come and the day has passed (semantics rule 17). */
export const reportingStates = ['due', 'in_time', 'late', 'missing'] as const;

/** The duty to report one month under one contract, from the month's beginning on. */
export const reportingDutyAnswer = z.strictObject({
  vendor: vendorName,
  contract: z.strictObject({ id, reference: z.string(), versionNumber: z.int().min(1) }),
  month: period,
  state: z.enum(reportingStates),
  dueAt: instant.meta({ description: 'the first instant that is too late' }),
  timezone: z.string().meta({ description: 'the zone in which the contract names the day' }),
  receivedAt: instant.nullable(),
  file: z
    .strictObject({ id, name: z.string() })
    .nullable()
    .meta({ description: 'the first file that brought figures of the month' }),
  breachId: id.nullable(),
  remindedAt: instant.nullable().meta({ description: 'when the vendor’s people were reminded' }),
  escalatedAt: instant.nullable().meta({
    description: 'when the vendor’s administrators and the vendor managers were told that it is missing',
  }),
});

export const listReportingDuties = operation({
  id: 'listReportingDuties',
  method: 'GET',
  path: '/tenants/:tenant/reporting-duties',
  summary:
    'What is due, in, late or missing, by vendor and month; a partner sees its own. `open`: only what has not come',
  thing: 'reporting-duties',
  access: { permission: 'kpi-file.read' },
  params: tenantParams,
  query: pageQuery.extend({
    from: period.optional(),
    to: period.optional(),
    vendorId: id.optional(),
    open: z.enum(['true', 'false']).default('false'),
  }),
  response: pageOf(reportingDutyAnswer),
  example: { response: { items: [examples.reportingDuty], nextCursor: null } },
});

export type ReportingState = (typeof reportingStates)[number];
export type ReportingDutyAnswer = z.output<typeof reportingDutyAnswer>;
