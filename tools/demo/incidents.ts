import type { Exercise, Incident } from '@plumbline/incidents/schema';
import type { DemoPerson } from './demo-person';

/** Who plays: the insurer's security, somebody of the vendor. */
export interface IncidentPeople {
  readonly security: DemoPerson;
  readonly partner: DemoPerson;
}

interface Page<Item> {
  readonly items: readonly Item[];
}

/** Whose incident it was. */
export const incidentAt = 'LAKESIDE';

/**
 * One incident whose notice came 27 hours after its discovery, three more than the contract gives, and one drill that runs; not
 * again where an earlier, interrupted run got as far.
 */
export async function playIncidents(
  { security, partner }: IncidentPeople,
  vendorId: string,
  now: Temporal.Instant,
): Promise<void> {
  await Promise.all([security.signIn(), partner.signIn()]);
  const known = await security.get<Page<object>>(`/incidents?vendorId=${vendorId}`);
  if (known.items.length > 0) return;
  const before = (hours: number) => now.subtract({ minutes: hours * 60 }).toString();
  const late = await partner.post<Incident>('/incidents', {
    what: 'Recordings of 38 calls were put in another client’s folder',
    discoveredAt: before(27),
    service: 'voice',
    phiSuspected: 'yes',
  });
  const path = `/incidents/${late.id}`;
  await partner.post(`${path}/milestones`, {
    milestone: 'occurred',
    at: before(52),
    note: 'The export of the evening',
  });
  const acknowledged = await security.post<Incident>(`${path}/acknowledgement`, undefined, late.version + 1);
  await security.put(
    `${path}/triage`,
    { severity: 'high', phi: 'yes', places: ['US-PA'] },
    acknowledged.version,
  );
  await partner.post(`${path}/supplements`, {
    text: 'The export took the folder of the day before. The other client has opened none of them.',
    knownAt: before(20),
  });
  await partner.post(`${path}/milestones`, { milestone: 'contained', at: before(19) });
  await partner.post(`${path}/estimates`, { people: 38, exactness: 'at_least' });
  await security.post(`${path}/tasks`, {
    title: 'Send the list of the members concerned',
    ownerSide: 'vendor',
    dueAt: now.add({ hours: 20 }).toString(),
  });
  await security.post(`${path}/notes`, {
    text: 'Please tell us who of the members has called.',
    shared: true,
  });
  await security.post(`${path}/notes`, {
    text: 'Legal looks at the notice to the commissioner.',
    shared: false,
  });
  await security.post<Exercise>('/incident-exercises', { scenario: 'lost-laptop', vendorId });
}
