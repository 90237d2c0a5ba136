import type { Contract, ContractVersion, TermsInput } from '@plumbline/contracts/schema';
import type { Metric } from '@plumbline/measurements/schema';
import type { Vendor } from '@plumbline/vendors/schema';
import type { Api } from './api';

export async function enterVendor(
  manager: Api,
  code: string,
  name: string,
  timezone: string,
): Promise<Vendor> {
  return manager.post<Vendor>('/vendors', {
    code,
    name,
    services: ['voice'],
    criticality: 'medium',
    phiAccess: false,
    timezone,
    state: 'active',
    activeReason: 'Works for the insurer already',
  });
}

/** A vendor that hands in files with rows of others. */
export async function allowReportingForOthers(manager: Api, vendorId: string): Promise<void> {
  const vendor = await manager.get<Vendor>(`/vendors/${vendorId}`);
  if (!vendor.reportsForOthers)
    await manager.patch(`/vendors/${vendorId}`, { reportsForOthers: true }, vendor.version);
}

/** A ratio or a mean of the tenant's own: one measure over another. */
export async function defineMetric(
  manager: Api,
  metric: {
    code: string;
    name: string;
    unit: 'ratio' | 'seconds';
    direction: 'higher' | 'lower';
    numerator: string;
    denominator: string;
  },
): Promise<Metric> {
  const { numerator, denominator, ...described } = metric;
  return manager.post<Metric>('/metrics', {
    ...described,
    family: 'speed',
    source: 'Agreement, schedule of service levels',
    terms: { numerator: [{ measure: numerator }], denominator: [{ measure: denominator }] },
  });
}

const passage = (number: string, heading: string) => ({ number, heading, text: 'As agreed.', page: 9 });

/** What an insurer's policy lets no contract be activated without. */
export const demandedClauses = [
  { kind: 'right_to_audit', ...passage('8.1', 'Right to audit'), terms: { noticeDays: 10 } },
  { kind: 'incident_notice', ...passage('9.2', 'Notice of incidents'), terms: { withinHours: 24 } },
  { kind: 'data_residency', ...passage('10.4', 'Data residency'), terms: { regions: ['US'] } },
  { kind: 'attestation', ...passage('10.6', 'Attestation'), terms: { standards: ['ISO/IEC 27001'] } },
];

/** Enters a contract and puts its first version into force. */
export async function agree(
  manager: Api,
  vendorId: string,
  reference: string,
  terms: Pick<TermsInput, 'effectiveFrom' | 'effectiveTo' | 'timezone' | 'admitsClaimed'> & {
    slas: readonly { name: string; metricId: string; target: object; weight: string; segment?: object }[];
  },
): Promise<Contract> {
  const contract = await manager.post<Contract>('/contracts', {
    vendorId,
    reference,
    title: `Agreement ${reference}`,
    terms: {
      ...terms,
      reportingDueDay: 20,
      speedOutweighsReason: 'The agreement is about answering calls and about nothing else.',
      clauses: [
        {
          kind: 'service_levels',
          number: '4.1',
          heading: 'Service levels',
          text: 'Calls are answered in time and few are abandoned, month by month.',
          page: 7,
          terms: {},
        },
        ...demandedClauses,
      ],
      slas: terms.slas.map((sla) => ({ ...sla, clauseNumber: '4.1' })),
    },
  });
  const { version } = await manager.get<ContractVersion>(`/contracts/${contract.id}/versions/1`);
  await manager.post(`/contracts/${contract.id}/versions/1/activation`, undefined, version);
  return contract;
}
