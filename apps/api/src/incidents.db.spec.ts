import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '@plumbline/clocks/schema';
import type { Incident, IncidentSummary } from '@plumbline/incidents/schema';
import { ApiUnderTest, type Browser } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { code } from './tenant-under-test';

const minimum = {
  what: 'Laptop left in a taxi',
  discoveredAt: '2026-03-02T07:10:00Z',
  service: 'voice',
  phiSuspected: 'yes',
};

describe('incidents', () => {
  let api: ApiUnderTest;
  let here: InsurerUnderTest;
  let security: Browser;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    here = await InsurerUnderTest.open(api, 'incidents');
    await here.agree(
      [{ name: 'Abandonment', metric: 'abandonment_rate', comparator: '<', value: '0.05', weight: '100' }],
      { speedOutweighsReason: 'Only clauses matter here.' },
    );
    security = (await api.member(here.tenant, 'security')).browser;
  });
  afterAll(() => api.stop());
  beforeEach(() => api.clock.set('2026-03-02T09:10:00Z'));

  const report = async (by: Browser, change: object = {}): Promise<Incident> => {
    const answer = await by.post(here.at('/incidents'), { ...minimum, ...change });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body as Incident;
  };
  const clocksOf = ({ clocks }: Pick<Incident, 'clocks'>) =>
    clocks.map(({ policy, state, deadlineAt }) => [policy.code, state, deadlineAt]);

  it('are reported by a partner with four answers: the report is the notice, and the clocks say so', async () => {
    const incident = await report(here.partner);
    expect(incident).toMatchObject({
      title: minimum.what,
      state: 'reported',
      isDrill: false,
      source: 'person',
      reportedBySide: 'vendor',
      notifiedAt: '2026-03-02T09:10:00.000Z',
      discovery: { at: minimum.discoveredAt, basis: 'asserted', deemed: null },
    });
    expect(incident.reference).toMatch(/^NORTHWIND-2026-\d{4}$/);
    expect(clocksOf(incident)).toEqual([
      ['contract-notice', 'met', '2026-03-03T07:10:00.000Z'],
      // 60 calendar days, the end of 1 May in New York
      ['hipaa-164-410', 'met', '2026-05-02T04:00:00.000Z'],
    ]);
    expect(incident.clocks[0]?.policy.source.title).toBe('MSA-1, 9.2');
    const listed = await security.get(here.at('/incidents'));
    expect((listed.body as { items: IncidentSummary[] }).items.map(({ id }) => id)).toContain(incident.id);
  });

  it('entered by security before the vendor said anything: the clock runs until its own notice', async () => {
    const incident = await report(security, { vendorId: here.vendor.id, notifiedAt: null });
    expect(clocksOf(incident)[0]).toEqual(['contract-notice', 'running', '2026-03-03T07:10:00.000Z']);
    expect(incident.clocks[0]?.stages.map(({ stage, at }) => [stage, at])).toEqual([
      [50, '2026-03-02T19:10:00.000Z'],
      [75, '2026-03-03T01:10:00.000Z'],
      [90, '2026-03-03T04:46:00.000Z'],
      [100, '2026-03-03T07:10:00.000Z'],
    ]);
    const running = (await security.get(here.at('/clocks'))).body as { items: Clock[] };
    expect(running.items.map(({ subject }) => subject.label)).toContain(
      `${incident.reference} ${incident.title}`,
    );
    const notice = here.at(`/incidents/${incident.id}/notice`);
    expect(code(await security.post(notice, minimum))).toBe('vendor-only');
    api.clock.set('2026-03-02T09:20:00Z');
    const given = (await here.partner.post(notice, minimum).expect(201)).body as Incident;
    expect(clocksOf(given)[0]?.[1]).toBe('met');
    expect(given.clocks[0]?.metAt).toBe('2026-03-02T09:20:00.000Z');
    expect(code(await here.partner.post(notice, minimum))).toBe('already-notified');
  });

  it('keep asserted and deemed discovery, and what was recorded when; a deadline only moves earlier', async () => {
    const incident = await report(security, { vendorId: here.vendor.id, notifiedAt: null });
    const at = here.at(`/incidents/${incident.id}/milestones`);
    const deem = (when: string, by = security) =>
      by.post(at, { milestone: 'discovered', basis: 'deemed', at: when, note: 'The alert was on screen' });
    expect(code(await deem('2026-03-01T07:10:00Z', here.partner))).toBe('insurer-only');
    const later = (await deem('2026-03-02T08:00:00Z').expect(201)).body as Incident;
    expect(later.clocks[0]?.deadlineAt).toBe('2026-03-03T07:10:00.000Z');
    const earlier = (await deem('2026-03-01T21:10:00Z').expect(201)).body as Incident;
    expect(earlier).toMatchObject({
      discoveredAt: '2026-03-01T21:10:00.000Z',
      discovery: { basis: 'deemed', asserted: '2026-03-02T07:10:00Z', deemed: '2026-03-01T21:10:00Z' },
    });
    expect(earlier.clocks[0]).toMatchObject({
      startedAt: '2026-03-01T21:10:00.000Z',
      deadlineAt: '2026-03-02T21:10:00.000Z',
    });
    // a correction to later stays on record beside the earlier ones, and gives no time back
    const corrected = (await deem('2026-03-02T09:00:00Z').expect(201)).body as Incident;
    expect(corrected.clocks[0]?.deadlineAt).toBe('2026-03-02T21:10:00.000Z');
    expect(corrected.milestones.map(({ basis, current }) => [basis, current])).toEqual([
      ['asserted', true],
      ['deemed', false],
      ['deemed', false],
      ['deemed', true],
    ]);
    expect(code(await security.post(at, { milestone: 'contained', at: '2026-03-02T10:00:00Z' }))).toBe(
      'invalid',
    );
  });

  it('are acknowledged by security, with the time that took', async () => {
    const incident = await report(here.partner);
    const path = here.at(`/incidents/${incident.id}/acknowledgement`);
    expect((await here.partner.post(path).set('If-Match', '"1"')).status).toBe(403);
    api.clock.set('2026-03-02T09:15:00Z');
    const answer = await security.post(path).set('If-Match', `"${incident.version}"`).expect(200);
    expect(answer.body).toMatchObject({ state: 'acknowledged', secondsToAcknowledge: 300 });
    const again = await security.post(path).set('If-Match', `"${(answer.body as Incident).version}"`);
    expect(code(again)).toBe('already-acknowledged');
  });

  it('are seen by their vendor and nobody else’s; each view is logged', async () => {
    const incident = await report(here.partner);
    const other = await api.database.vendor(here.tenant);
    const stranger = (await api.member(here.tenant, 'vendor_contributor', other.id)).browser;
    const missing = await stranger.get(here.at('/incidents/01890000-0000-7000-8000-00000000dead'));
    const foreign = await stranger.get(here.at(`/incidents/${incident.id}`));
    expect([foreign.status, code(foreign)]).toEqual([404, 'not-found']);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    expect((await stranger.get(here.at('/incidents'))).body).toMatchObject({ items: [] });
    expect(
      (await stranger.post(here.at('/incidents'), { ...minimum, vendorId: here.vendor.id })).status,
    ).toBe(404);
    await security.get(here.at(`/incidents/${incident.id}`)).expect(200);
    const views = await api.database.door.withTenant(
      (await import('@plumbline/platform/testing')).actorIn(here.tenant, 'administrator'),
      (tx) =>
        tx.query(
          `select action from activity_log where tenant_id = $1 and action = 'incident-viewed' and thing_id = $2`,
          [here.tenant.id, incident.id],
        ),
    );
    expect(views).toHaveLength(1);
  });

  it('repeat nothing with the same Idempotency-Key, and refuse what cannot be', async () => {
    const send = () => here.partner.post(here.at('/incidents'), minimum).set('Idempotency-Key', 'once-1');
    const [first, second] = [await send(), await send()];
    expect((second.body as Incident).id).toBe((first.body as Incident).id);
    const future = await here.partner.post(here.at('/incidents'), {
      ...minimum,
      discoveredAt: '2026-03-02T09:16:00Z',
    });
    expect(future.body).toMatchObject({ fields: [{ path: 'discoveredAt', code: 'in-the-future' }] });
    const said = await here.partner.post(here.at('/incidents'), {
      ...minimum,
      notifiedAt: minimum.discoveredAt,
    });
    expect(said.body).toMatchObject({ fields: [{ path: 'notifiedAt' }] });
    const whose = await security.post(here.at('/incidents'), minimum);
    expect(whose.body).toMatchObject({ fields: [{ path: 'vendorId', code: 'required' }] });
  });
});
