import type {
  CauseCodes,
  ClosingOutcome,
  IncidentState,
  PhiAnswer,
  Severity,
  Side,
} from '@plumbline/incidents/schema';
import type { Milestone } from '@plumbline/sla-engine';
import type { Service } from '@plumbline/vendors/schema';

export interface IncidentRow {
  readonly id: string;
  readonly vendorId: string;
  readonly reference: string;
  readonly externalNumber: string | null;
  readonly title: string;
  readonly service: Service;
  readonly phi: PhiAnswer;
  readonly severity: Severity | null;
  readonly places: string[];
  readonly state: IncidentState;
  readonly isDrill: boolean;
  readonly exerciseId: string | null;
  readonly source: 'person' | 'api-key' | 'import';
  readonly discoveredAt: Date;
  readonly notifiedAt: Date | null;
  readonly reportedAt: Date;
  readonly reportedBy: string;
  readonly reportedByName: string;
  readonly reportedBySide: Side;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedByName: string | null;
  readonly ownerId: string | null;
  readonly peopleAffected: number | null;
  readonly closedAt: Date | null;
  readonly closedByName: string | null;
  readonly closingOutcome: ClosingOutcome | null;
  readonly cause: CauseCodes | null;
  readonly closingSummary: string | null;
  readonly version: number;
}

/** Column by field, in the order in which rows are written. */
const columns = {
  id: 'id',
  vendorId: 'vendor_id',
  reference: 'reference',
  externalNumber: 'external_number',
  title: 'title',
  service: 'service',
  phi: 'phi',
  severity: 'severity',
  places: 'places',
  state: 'state',
  isDrill: 'is_drill',
  exerciseId: 'exercise_id',
  source: 'source',
  discoveredAt: 'discovered_at',
  notifiedAt: 'notified_at',
  reportedAt: 'reported_at',
  reportedBy: 'reported_by',
  reportedByName: 'reported_by_name',
  reportedBySide: 'reported_by_side',
  acknowledgedAt: 'acknowledged_at',
  acknowledgedByName: 'acknowledged_by_name',
  ownerId: 'owner_id',
  peopleAffected: 'people_affected',
  closedAt: 'closed_at',
  closedByName: 'closed_by_name',
  closingOutcome: 'closing_outcome',
  cause: 'cause',
  closingSummary: 'closing_summary',
  version: 'version',
} as const satisfies Record<keyof IncidentRow, string>;

export const incidentFields = Object.keys(columns) as (keyof IncidentRow)[];
export const columnOf = (field: keyof IncidentRow): string => columns[field];

/** For a select from `incident` under this alias. */
export const incidentColumns = (alias: string): string =>
  incidentFields.map((field) => `${alias}.${columns[field]} as "${field}"`).join(', ');

export interface MilestoneRow {
  readonly id: string;
  readonly milestone: Milestone;
  readonly basis: 'asserted' | 'deemed';
  readonly at: Date;
  readonly note: string | null;
  readonly by: string;
  readonly side: Side;
  readonly recordedAt: Date;
}
