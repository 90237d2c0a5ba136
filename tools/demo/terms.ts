import type { TermsInput } from '@plumbline/contracts/schema';
import type { DemoVendor } from './vendors';

const passage = (
  kind: string,
  number: string,
  heading: string,
  text: string,
  page: number,
  terms: object = {},
) => ({ kind, number, heading, text, page, terms });

/** The clauses a demo contract has: all that the field demands (V2). */
const clauses = [
  passage(
    'service_levels',
    '4.1',
    'Service levels',
    'Vendor meets the service levels of Schedule A in every calendar month, measured as defined there.',
    7,
  ),
  passage(
    'service_levels',
    '4.2',
    'Quality and compliance',
    'Vendor meets the quality and complaint targets of Schedule A, on samples of at least the size stated there.',
    8,
  ),
  passage(
    'right_to_audit',
    '8.1',
    'Right to audit',
    'The Plan may audit Vendor’s premises and records on ten days’ notice.',
    12,
    { noticeDays: 10 },
  ),
  passage(
    'incident_notice',
    '9.2',
    'Notice of incidents',
    'Vendor notifies the Plan within 24 hours of discovery.',
    15,
    { withinHours: 24 },
  ),
  passage(
    'background_checks',
    '10.1',
    'Background checks',
    'Every agent passes a background check before access to member data.',
    16,
  ),
  passage(
    'data_residency',
    '10.4',
    'Data residency',
    'Member data is stored and processed in the United States.',
    17,
    { regions: ['US'] },
  ),
  passage(
    'attestation',
    '10.6',
    'Attestation',
    'Vendor holds ISO/IEC 27001 or an equivalent and hands in its attestation every year.',
    18,
    { standards: ['ISO/IEC 27001', 'SOC 2 Type 2'] },
  ),
  passage(
    'continuity_test',
    '11.2',
    'Continuity test',
    'Vendor takes part in one continuity test a year.',
    20,
    { timesAYear: 1 },
  ),
] as TermsInput['clauses'];

/** By the end of this day of the following month a month's figures are due. */
export const DUE_DAY = 5;

export function demoTerms(
  vendor: DemoVendor,
  { effectiveFrom, effectiveTo }: { readonly effectiveFrom: string; readonly effectiveTo: string | null },
  timezone: string,
  metricIds: ReadonlyMap<string, string>,
): TermsInput {
  return {
    effectiveFrom,
    effectiveTo,
    timezone,
    reportingDueDay: DUE_DAY,
    minimumCoverage: '0.6',
    term: {
      startsOn: effectiveFrom,
      endsOn: lastDay(effectiveFrom, effectiveTo),
      renewalMonths: effectiveTo === null ? 12 : null,
      notice: { count: 90, unit: 'days' },
    },
    clauses,
    slas: vendor.slas.map((sla) => ({
      name: sla.name,
      metricId: idOf(metricIds, sla.metric),
      clauseNumber: sla.metric.startsWith('qa_') || sla.metric.startsWith('complaints_') ? '4.2' : '4.1',
      target: sla.band ? { band: sla.band } : { comparator: sla.comparator ?? '>=', value: sla.target ?? '' },
      segment: { queue: sla.queue ?? null, language: sla.language ?? null },
      minimumSample: sla.minimumSample ?? 0,
      weight: sla.weight,
    })),
  };
}

/** A contract that ends early ends with its terms; the others run for a year. */
function lastDay(effectiveFrom: string, effectiveTo: string | null): string {
  const end =
    effectiveTo === null
      ? Temporal.PlainDate.from(effectiveFrom).add({ years: 1 })
      : Temporal.PlainDate.from(effectiveTo);
  return end.subtract({ days: 1 }).toString();
}

function idOf(metricIds: ReadonlyMap<string, string>, code: string): string {
  const id = metricIds.get(code);
  if (!id) throw new Error(`the metric library has no ${code}`);
  return id;
}
