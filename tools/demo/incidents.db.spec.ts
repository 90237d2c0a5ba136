import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Exercise, Incident, IncidentSummary, WaitingTask } from '@plumbline/incidents/schema';
import type { AddressInfo } from 'node:net';
import { DemoPerson } from './demo-person';
import { playIncidents } from './incidents';
import { ApiUnderTest } from '../../apps/api/src/api-under-test';
import { InsurerUnderTest } from '../../apps/api/src/insurer-under-test';

interface Page<Item> {
  readonly items: readonly Item[];
}

let api: ApiUnderTest;
let here: InsurerUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  here = await InsurerUnderTest.open(api, 'demo-incidents');
  await here.agree(
    [{ name: 'Abandonment', metric: 'abandonment_rate', comparator: '<', value: '0.05', weight: '100' }],
    { speedOutweighsReason: 'Only clauses matter here.' },
  );
  await api.app.listen(0, '127.0.0.1');
});
afterAll(() => api.stop());

it('the demo has an incident with a late notice and a drill that runs, made through the public API, once', async () => {
  const baseUrl = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  const now = Temporal.Instant.from('2026-03-10T09:10:00Z');
  api.clock.set(now.toString());
  const person = async (role: 'security' | 'vendor_contributor', vendorId: string | null) =>
    new DemoPerson(
      api.app,
      baseUrl,
      here.tenant.slug,
      (await api.member(here.tenant, role, vendorId)).person.id,
    );
  const security = await person('security', null);
  const partner = await person('vendor_contributor', here.vendor.id);
  await playIncidents({ security, partner }, here.vendor.id, now);
  await playIncidents({ security, partner }, here.vendor.id, now);

  const { items } = await security.get<Page<IncidentSummary>>('/incidents');
  expect(items).toMatchObject([{ isDrill: false, lateClocks: 1, state: 'acknowledged', severity: 'high' }]);
  const incident = await security.get<Incident>(`/incidents/${items[0]?.id}`);
  expect(incident.clocks.map(({ policy, state }) => [policy.code, state])).toEqual([
    ['contract-notice', 'late'],
    ['hipaa-164-410', 'met'],
  ]);
  const drills = await security.get<Page<Exercise>>('/incident-exercises');
  expect(drills.items).toMatchObject([{ endedAt: null, incident: { isDrill: true, state: 'reported' } }]);
  const tasks = (who: DemoPerson) => who.get<Page<WaitingTask>>('/incident-tasks');
  expect((await tasks(partner)).items).toMatchObject([
    { title: 'Send the list of the members concerned', mine: false, incident: { id: incident.id } },
  ]);
  expect((await tasks(security)).items).toEqual([]);
});
