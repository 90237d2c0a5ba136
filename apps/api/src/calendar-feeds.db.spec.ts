import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarFeed } from '@plumbline/contracts/schema';
import type { Exercise, Incident } from '@plumbline/incidents/schema';
import { actorIn } from '@plumbline/platform/testing';
import { ApiUnderTest, Browser, ORIGIN } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';

type Made = CalendarFeed & { readonly address: string };

/** The day after the first incident's discovery, in the calendar's writing. */
const DEADLINE = '20260303T071000Z';

describe('calendar addresses', () => {
  let api: ApiUnderTest;
  let here: InsurerUnderTest;
  let security: Awaited<ReturnType<ApiUnderTest['member']>>;
  let other: { readonly id: string; readonly code: string };
  let ours: Incident;
  let theirs: Incident;
  let drill: Exercise;

  const post = async <Answer>(by: Browser, path: string, body: object): Promise<Answer> => {
    const answer = await by.post(here.at(path), body);
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body as Answer;
  };
  const report = (vendorId: string): Promise<Incident> =>
    post(security.browser, '/incidents', {
      ...{ vendorId, what: 'HIV results of Jane Roe mailed to a stranger', service: 'mail' },
      ...{ discoveredAt: '2026-03-02T07:10:00Z', phiSuspected: 'yes', notifiedAt: null },
    });
  const make = (by: Browser, vendorId: string | null = null): Promise<Made> =>
    post(by, '/calendar-feeds', { name: 'Outlook', vendorId });
  /** As a calendar program reads it: without a session. */
  const read = ({ address }: Pick<Made, 'address'>) => new Browser(api).get(address.replace(ORIGIN, ''));
  const textOf = async (feed: Made): Promise<string> => (await read(feed).expect(200)).text;
  /** What happens when, without the folding of lines. */
  const eventsOf = async (feed: Made): Promise<string[]> =>
    (await textOf(feed))
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => {
        const start = /DTSTART(?:;VALUE=DATE)?:(.*)\r\n/.exec(event)?.[1];
        return `${start} ${/SUMMARY:(.*)\r\n/.exec(event)?.[1]}`;
      });
  const rule = 'Notice to the insurer (contract)';
  const noticeOf = ({ reference }: { readonly reference: string }) => `${DEADLINE} ${reference}: ${rule}`;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    here = await InsurerUnderTest.open(api, 'calendars');
    await here.agree(
      [{ name: 'Abandonment', metric: 'abandonment_rate', comparator: '<', value: '0.05', weight: '100' }],
      {
        ...{ speedOutweighsReason: 'Only clauses matter here.' },
        term: { startsOn: '2026-01-01', endsOn: '2026-12-31' },
      },
    );
    security = await api.member(here.tenant, 'security');
    other = await api.database.vendor(here.tenant, 'SOUTHWIND');
    api.clock.set('2026-03-02T09:10:00Z');
    ours = await report(here.vendor.id);
    theirs = await report(other.id);
    const scenario = { scenario: 'lost-laptop', vendorId: here.vendor.id };
    drill = await post(security.browser, '/incident-exercises', scenario);
    for (const ownerId of [security.person.id, null])
      await post(security.browser, `/incidents/${ours.id}/tasks`, {
        ...{ title: 'Call Jane Roe', ownerSide: 'insurer', ownerId, dueAt: '2026-03-04T15:00:00Z' },
      });
  });
  afterAll(() => api.stop());
  beforeEach(() => api.clock.set('2026-03-02T09:10:00Z'));

  it('hold dates of contracts, running deadlines, own tasks and owed reports; drills are marked', async () => {
    const feed = await make(security.browser);
    expect(feed.vendor).toBeNull();
    const events = await eventsOf(feed);
    expect(events).toContain('20261231 MSA-1: The contract ends');
    expect(events).toContain(noticeOf(ours));
    expect(events).toContain(`20260303T091000Z [DRILL] ${drill.incident.reference}: ${rule}`);
    expect(events.some((event) => event.includes(theirs.reference))).toBe(true);
    // the task that nobody has taken is nobody's
    expect(events.filter((event) => event.includes('task'))).toEqual([
      `20260304T150000Z ${ours.reference}: a task of yours is due`,
    ]);
    const answer = await read(feed);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.text).toContain(`/t/${here.tenant.slug}/incidents/`);
    expect(answer.text.replaceAll('\r\n ', '')).not.toMatch(/Jane|HIV|laptop|PHI/i);
  });

  it('show a deadline no longer once it is met, and a report from when it is asked for', async () => {
    const fresh = await report(here.vendor.id);
    const feed = await make(security.browser);
    expect(await eventsOf(feed)).toContain(noticeOf(fresh));
    const said = {
      what: 'Letters',
      discoveredAt: '2026-03-02T07:10:00Z',
      service: 'mail',
      phiSuspected: 'no',
    };
    const told = await post<Incident>(here.partner, `/incidents/${fresh.id}/notice`, said);
    expect(await eventsOf(feed)).not.toContain(noticeOf(fresh));
    const asked = await security.browser
      .put(here.at(`/incidents/${fresh.id}/report`), { dueOn: '2026-03-20' })
      .set('If-Match', `"${told.version}"`);
    expect([asked.status, asked.body]).toEqual([200, expect.objectContaining({ id: fresh.id })]);
    expect(await eventsOf(feed)).toContain(`20260320 ${fresh.reference}: the post-incident report is due`);
  });

  it('can be limited to one vendor, one that its maker sees', async () => {
    const feed = await make(security.browser, other.id);
    expect(feed.vendor).toMatchObject({ id: other.id });
    const events = await eventsOf(feed);
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((event) => !event.includes(theirs.reference))).toEqual([]);
    const elsewhere = await api.database.vendor(await api.database.tenant());
    for (const [by, vendorId] of [
      [security.browser, elsewhere.id],
      [security.browser, '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f'],
      [here.partner, other.id],
    ] as const) {
      const refused = await by.post(here.at('/calendar-feeds'), { name: 'Outlook', vendorId });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ fields: [{ path: 'vendorId', code: 'vendor-unknown' }] });
    }
  });

  it('show a vendor’s person its own vendor’s clocks and contracts, and nobody else’s tasks', async () => {
    const events = await eventsOf(await make(here.partner));
    expect(events).toContain('20261231 MSA-1: The contract ends');
    expect(events).toContain(noticeOf(ours));
    expect(events.filter((event) => event.includes(theirs.reference) || event.includes('task'))).toEqual([]);
    expect(await eventsOf(await make(here.partner, here.vendor.id))).toEqual(events);
  });

  it('speak the language of their maker', async () => {
    const { person, browser } = await api.member(here.tenant, 'security');
    await api.database.owner.query("update person set locale = 'es-MX' where id = $1", [person.id]);
    api.clock.set('2026-03-02T09:10:00Z');
    const events = await eventsOf(await make(browser));
    expect(events).toContain(`${DEADLINE} ${ours.reference}: Aviso a la aseguradora (contrato)`);
    expect(events.some((event) => event.includes(`[SIMULACRO] ${drill.incident.reference}`))).toBe(true);
  });

  it('answer alike once revoked, once the membership ended, and where there never was one', async () => {
    const problem = async (feed: Pick<Made, 'address'>) => {
      const { status, body } = await read(feed);
      const { instance: _, requestId: __, ...rest } = body as Record<string, unknown>;
      return { status, ...rest };
    };
    const unknown = await problem({ address: `${ORIGIN}/api/v1/calendar-feeds/none.ics` });
    expect(unknown.status).toBe(404);

    const revoked = await make(security.browser);
    await read(revoked).expect(200);
    await security.browser.delete(here.at(`/calendar-feeds/${revoked.id}`), revoked.version).expect(204);
    expect(await problem(revoked)).toEqual(unknown);

    const leaving = await api.member(here.tenant, 'vendor_contributor', here.vendor.id);
    const { TenantProvisioning } = await import('@plumbline/platform/identity');
    await api.get(TenantProvisioning).join(here.tenant, leaving.person.id, 'vendor_contributor', other.id);
    const [one, all] = [await make(leaving.browser, here.vendor.id), await make(leaving.browser)];
    await read(one).expect(200);
    const end = (vendorId: string) =>
      api.database.door.withTenant(actorIn(here.tenant, 'administrator'), (tx) =>
        tx.query(
          'update membership set ended_at = $4 where tenant_id = $1 and person_id = $2 and vendor_id = $3',
          [tx.tenantId, leaving.person.id, vendorId, api.clock.date()],
        ),
      );
    await end(here.vendor.id);
    // the work for the other vendor goes on, and with it what is not limited to the first
    expect(await problem(one)).toEqual(unknown);
    const rest = await eventsOf(all);
    expect(rest.some((event) => event.includes(theirs.reference))).toBe(true);
    expect(rest.filter((event) => event.includes(ours.reference) || event.includes('MSA-1'))).toEqual([]);
    await end(other.id);
    expect(await problem(all)).toEqual(unknown);
  });
});
