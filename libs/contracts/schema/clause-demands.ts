import type { Clause, ClauseKind } from './clause';

/** A clause the field demands (V2), for whom, and from where on it is too weak. */
export interface ClauseDemand {
  readonly kind: ClauseKind;
  readonly says: string;
  /** Only of vendors that see protected health information. */
  readonly wherePhi?: true;
  /** Says what is weaker than demanded, or null. */
  weakness?(clause: Clause): string | null;
}

export const clauseDemands: readonly ClauseDemand[] = [
  { kind: 'service_levels', says: 'service levels' },
  { kind: 'right_to_audit', says: 'the right to audit' },
  {
    kind: 'incident_notice',
    says: 'notice of incidents within 24 hours',
    weakness: (clause) =>
      clause.kind === 'incident_notice' && clause.terms.withinHours > 24
        ? `Incidents are to be notified within 24 hours; this clause allows ${clause.terms.withinHours}.`
        : null,
  },
  { kind: 'background_checks', says: 'background checks of agents' },
  { kind: 'data_residency', says: 'where data may be kept' },
  {
    kind: 'attestation',
    says: 'a yearly ISO/IEC 27001 or equivalent attestation',
    wherePhi: true,
  },
  { kind: 'continuity_test', says: 'part in a continuity test every year' },
];
