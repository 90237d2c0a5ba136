import type { IncidentSummary } from '@plumbline/incidents/schema';

const HEADER = [
  'reference',
  'title',
  'vendor_code',
  'vendor',
  'service',
  'phi',
  'severity',
  'state',
  'is_drill',
  'discovered_at',
  'notified_at',
  'hours_to_notify',
  'reported_at',
  'acknowledged_at',
  'closed_at',
  'people_affected',
  'owner',
  'late_deadlines',
  'next_deadline_policy',
  'next_deadline_at',
] as const;

/** The register as a sheet: a header, then a row an incident. Instants are UTC; figures are numbers. */
export function registerRows(incidents: readonly IncidentSummary[]): (string | number)[][] {
  return [[...HEADER], ...incidents.map(rowOf)];
}

function rowOf(incident: IncidentSummary): (string | number)[] {
  const { vendor, nextDeadline, owner, discoveredAt, notifiedAt } = incident;
  return [
    incident.reference,
    incident.title,
    vendor.code,
    vendor.name,
    incident.service,
    incident.phi,
    incident.severity ?? '',
    incident.state,
    incident.isDrill ? 'yes' : 'no',
    discoveredAt,
    notifiedAt ?? '',
    notifiedAt === null ? '' : hoursBetween(discoveredAt, notifiedAt),
    incident.reportedAt,
    incident.acknowledgedAt ?? '',
    incident.closedAt ?? '',
    incident.peopleAffected ?? '',
    owner?.name ?? '',
    incident.lateClocks,
    nextDeadline?.policyName ?? '',
    nextDeadline?.at ?? '',
  ];
}

/** To the hundredth of an hour, for display; the instants beside it are exact. */
function hoursBetween(from: string, to: string): number {
  return Math.round(Math.max(0, Date.parse(to) - Date.parse(from)) / 36_000) / 100;
}
