import { type Outcome, fail, succeed } from '../outcome';
import type { Trace } from '../trace';

/** When an incident was discovered; both views are kept beside the one that counts (semantics rule 11). */
export interface IncidentDiscovery {
  readonly at: Temporal.Instant;
  readonly basis: 'asserted' | 'deemed';
  readonly asserted: Temporal.Instant | null;
  readonly deemed: Temporal.Instant | null;
  readonly trace: Trace;
}

/**
 * Incident clocks start at the earlier of the discovery the vendor asserts and the one it is deemed to have made,
 * having been able to know with reasonable diligence (semantics rule 11; 45 CFR 164.410(a)(2)). Problem
 * `incident.notDiscovered` when there is neither.
 */
export function incidentDiscovery(
  asserted: Temporal.Instant | null,
  deemed: Temporal.Instant | null,
): Outcome<IncidentDiscovery> {
  const basis =
    asserted === null || (deemed !== null && Temporal.Instant.compare(deemed, asserted) < 0)
      ? 'deemed'
      : 'asserted';
  const at = basis === 'deemed' ? deemed : asserted;
  if (at === null) {
    return fail('incident.notDiscovered', 'Neither an asserted nor a deemed discovery is known.');
  }
  const facts = {
    at: at.toString(),
    basis,
    asserted: asserted === null ? null : asserted.toString(),
    deemed: deemed === null ? null : deemed.toString(),
  };
  return succeed({ at, basis, asserted, deemed, trace: [{ rule: 'incident.discovered', facts }] });
}
