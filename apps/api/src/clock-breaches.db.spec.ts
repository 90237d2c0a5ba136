import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@plumbline/incidents/schema';
import type { Breach, BreachSummary } from '@plumbline/slas/schema';
import type { Browser } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { type ProductByHand, startByHand } from './product-by-hand';

const DISCOVERED = '2026-03-01T09:15:00Z';
const DEADLINE = '2026-03-02T09:15:00.000Z';
const SEEN = '2026-03-02T09:20:00.000Z';
const NOTICE = '2026-03-02T09:21:00.000Z';

describe('the breach of an incident’s clock', () => {
  let product: ProductByHand;
  let here: InsurerUnderTest;
  let security: Browser;
  let incident: Incident;
  let breach: BreachSummary;

  beforeAll(async () => {
    product = await startByHand('2026-03-02T09:10:00Z');
    const { api, worker } = product;
    here = await InsurerUnderTest.open(api, 'clock-breaches');
    await here.agree(
      [{ name: 'Abandonment', metric: 'abandonment_rate', comparator: '<', value: '0.05', weight: '100' }],
      { speedOutweighsReason: 'Only clauses matter here.' },
    );
    security = (await api.member(here.tenant, 'security')).browser;
    api.clock.set('2026-03-02T09:10:00Z');
    const answer = await security.post(here.at('/incidents'), {
      ...{ vendorId: here.vendor.id, what: 'Laptop left in a taxi', discoveredAt: DISCOVERED },
      ...{ service: 'voice', phiSuspected: 'no', notifiedAt: null },
    });
    expect(answer.status).toBe(201);
    incident = answer.body as Incident;
    // looked at late, and of the deadline all the same
    api.clock.set(SEEN);
    await worker.advanceClocks(here.tenant);
    [breach] = (await listed(here.manager)) as [BreachSummary];
  });
  afterAll(() => product.stop());

  async function listed(by: Browser, query = 'kind=clock', at = here.at): Promise<readonly BreachSummary[]> {
    const answer = await by.get(at(`/breaches?${query}`));
    expect(answer.status).toBe(200);
    return (answer.body as { items: BreachSummary[] }).items;
  }

  it('is listed with its clock and incident, and told apart from breaches of targets', async () => {
    const [clock] = incident.clocks;
    expect(await listed(here.manager)).toEqual([
      expect.objectContaining({
        ...{ kind: 'clock', month: '2026-03', sla: null, result: null },
        vendor: expect.objectContaining({ id: here.vendor.id, code: 'NORTHWIND' }),
        clock: {
          ...{ id: clock?.id, policy: clock?.policy.name, policyEs: clock?.policy.nameEs },
          ...{ deadlineAt: DEADLINE, metAt: null },
          incident: { id: incident.id, reference: incident.reference, title: incident.title },
        },
        ...{ breachedAt: DEADLINE, openedAt: SEEN, closedAt: null },
      }),
    ]);
    expect(await listed(here.manager, 'kind=target')).toEqual([]);
    expect(await listed(here.manager, `kind=clock&vendorId=${here.vendor.id}&month=2026-03`)).toHaveLength(1);
    expect(await listed(here.manager, 'kind=clock&month=2026-02')).toEqual([]);
  });

  it('is read by the insurer and by its vendor alike, with the contract that was broken', async () => {
    for (const by of [here.manager, security, here.partner]) {
      expect(await listed(by)).toEqual([breach]);
      const answer = await by.get(here.at(`/breaches/${breach.id}`));
      expect(answer.status).toBe(200);
      expect(answer.body as Breach).toMatchObject({
        ...breach,
        contract: { reference: 'MSA-1', versionNumber: 1 },
        ...{ openedBy: null, closedBy: null, reporting: null, waiver: null, comments: [] },
      });
    }
  });

  it('is closed by the late notice, and stays in the list', async () => {
    const { api } = product;
    api.clock.set(NOTICE);
    const notice = { what: 'Laptop', discoveredAt: DISCOVERED, service: 'voice' };
    const given = await here.partner.post(here.at(`/incidents/${incident.id}/notice`), {
      ...{ ...notice, phiSuspected: 'no' },
    });
    expect(given.status).toBe(201);
    const [after] = await listed(here.partner);
    expect(after).toMatchObject({
      ...{ id: breach.id, breachedAt: DEADLINE, closedAt: NOTICE, closingReason: 'met_late' },
      clock: { metAt: NOTICE },
    });
  });

  it('is there for no other vendor and no other insurer: as if it did not exist', async () => {
    const { api } = product;
    const other = await api.database.vendor(here.tenant);
    const stranger = (await api.member(here.tenant, 'vendor_contributor', other.id)).browser;
    const there = await InsurerUnderTest.open(api, 'clock-breaches-there');
    const missing = '01890000-0000-7000-8000-00000000dead';
    for (const [by, at] of [
      [stranger, here.at],
      [there.manager, there.at],
      [there.partner, there.at],
    ] as const) {
      expect(await listed(by, 'kind=clock', at)).toEqual([]);
      const foreign = await by.get(at(`/breaches/${breach.id}`));
      const none = await by.get(at(`/breaches/${missing}`));
      expect([foreign.status, none.status]).toEqual([404, 404]);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...none.body, instance: '' });
    }
    // nor is another insurer’s address one that they may ask at
    for (const by of [there.manager, there.partner]) {
      expect((await by.get(here.at('/breaches?kind=clock'))).status).toBe(404);
      expect((await by.get(here.at(`/breaches/${breach.id}`))).status).toBe(404);
    }
  });
});
