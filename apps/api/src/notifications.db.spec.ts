import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Delivery, Notification, Preferences, Webhook } from '@plumbline/notifications/schema';
import { newId } from '@plumbline/platform/database';
import { type Notice, Notifications } from '@plumbline/platform/notifications';
import { workerActor } from '@plumbline/platform/tenancy';
import request from 'supertest';
import { ApiUnderTest, type Browser, type TestPerson } from './api-under-test';
import { TenantUnderTest } from './tenant-under-test';
import { WorkerByHand } from './worker-by-hand';

interface Listed {
  readonly items: Notification[];
  readonly unread: number;
}

describe('what people are told', () => {
  let api: ApiUnderTest;
  let worker: WorkerByHand;
  let here: TenantUnderTest;
  let ana: { person: TestPerson; browser: Browser };
  let partner: Browser;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    worker = await WorkerByHand.start(api);
    here = await TenantUnderTest.make(api);
    ana = await api.member(here.tenant, 'security');
    partner = (await api.member(here.tenant, 'vendor_administrator', here.vendor.id)).browser;
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  const tell = async (over: Partial<Notice> = {}): Promise<void> => {
    const notice: Notice = {
      kind: 'incident-updated',
      about: { thing: 'incident', id: newId() },
      vendorId: null,
      parameters: { reference: 'INC-7', title: 'Lost laptop', vendor: 'Halcyon' },
      path: ['incidents', 'x'],
      key: newId(),
      ...over,
    };
    await api.database.door.withTenant(workerActor(here.tenant, 'spec'), (tx) =>
      api.get(Notifications).announce(tx, notice, { roles: ['security', 'administrator'] }),
    );
    await worker.work(here.tenant);
  };
  const listed = async (by = ana.browser): Promise<Listed> =>
    (await by.get(here.at('/notifications'))).body as Listed;

  it('is read by its person alone, one by one or up to what was seen', async () => {
    for (const at of [1, 2, 3]) {
      await tell();
      await api.advance({ minutes: at });
    }
    const { items, unread } = await listed();
    expect([items.length, unread]).toEqual([3, 3]);
    const [, second, third] = items;
    const read = (id: string, by: Browser) => by.post(here.at(`/notifications/${id}/reading`));
    expect((await read(second?.id ?? '', here.administrator.browser)).status).toBe(404);
    expect((await read(newId(), here.administrator.browser)).body).toMatchObject({
      detail: 'There is no such notification here.',
    });
    expect((await read(second?.id ?? '', ana.browser)).body).toEqual({ unread: 2 });
    expect((await read(second?.id ?? '', ana.browser)).body).toEqual({ unread: 2 });
    const upTo = await ana.browser.post(here.at('/notification-readings'), { upTo: third?.id });
    expect(upTo.body).toEqual({ unread: 1 });
    const left = (await ana.browser.get(here.at('/notifications?show=unread'))).body as Listed;
    expect(left.items.map(({ id }) => id)).toEqual([items[0]?.id]);
    expect((await listed(here.administrator.browser)).unread).toBe(3);
    expect((await listed(partner)).items).toEqual([]);
  });

  it('can be chosen by kind, channel and hours, but not where a legal clock depends on it', async () => {
    const path = here.at('/notification-preferences');
    const before = (await ana.browser.get(path)).body as Preferences;
    expect(before.hours).toEqual({
      timezone: here.tenant.timezone,
      quiet: null,
      digestAt: '08:00',
      digestWeekday: 1,
    });
    expect(before.kinds.find(({ kind }) => kind === 'incident-late')).toMatchObject({
      legal: true,
      mail: 'at-once',
    });
    const hours = {
      timezone: 'Asia/Manila',
      quiet: { from: '22:00', until: '07:00' },
      digestAt: '09:30',
      digestWeekday: 5,
    };
    const chosen = await ana.browser.put(path, {
      kinds: [{ kind: 'incident-updated', page: 'at-once', mail: 'off' }],
      hours,
    });
    expect(chosen.status).toBe(200);
    expect((await ana.browser.get(path)).body).toEqual(chosen.body);
    expect(chosen.body).toMatchObject({ hours });
    const muted = await ana.browser.put(path, {
      kinds: [{ kind: 'incident-late', page: 'at-once', mail: 'daily' }],
      hours,
    });
    expect([muted.status, (muted.body as { code: string }).code]).toEqual([422, 'legal-notice']);
    const unknown = await ana.browser.put(path, {
      kinds: [{ kind: 'no-such', page: 'off', mail: 'off' }],
      hours,
    });
    expect(unknown.body).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'kinds.0.kind', code: 'unknown-kind' }],
    });
    const quietAllDay = await ana.browser.put(path, {
      kinds: [],
      hours: { ...hours, quiet: { from: '07:00', until: '07:00' } },
    });
    expect(quietAllDay.body).toMatchObject({ fields: [{ path: 'hours.quiet.until' }] });
    const nowhere = await ana.browser.put(path, { kinds: [], hours: { ...hours, timezone: 'Mars/Base' } });
    expect(nowhere.body).toMatchObject({ fields: [{ path: 'hours.timezone' }] });
    expect((await here.administrator.browser.get(path)).body).toEqual(before);
  });

  it('is left by the link of its mail: signed out, from anywhere, and not by looking', async () => {
    const mia = await api.member(here.tenant, 'security');
    await tell();
    const { text } = (await api.mails(mia.person.email)).at(-1) ?? { text: '' };
    const token = /\/unsubscribe\/(\S+)/.exec(text)?.[1] ?? '';
    const signedOut = () => request(api.app.getHttpServer());
    const path = `/api/v1/unsubscribe/${token}`;
    const look = await signedOut().get(path);
    expect(look.body).toEqual({
      tenant: { slug: here.tenant.slug, name: here.tenant.name },
      kind: 'incident-updated',
      left: false,
    });
    expect((await signedOut().get(path)).body).toMatchObject({ left: false });
    // as a mail program does it, without cookie and origin (RFC 8058)
    const left = await signedOut().post(path).type('form').send('List-Unsubscribe=One-Click');
    expect([left.status, left.body.left]).toEqual([200, true]);
    await signedOut().post(path).type('form').send('List-Unsubscribe=One-Click');
    expect((await signedOut().get(path)).body).toMatchObject({ left: true });
    const before = (await api.mails(mia.person.email)).length;
    await tell();
    expect((await api.mails(mia.person.email)).length).toBe(before);
    expect((await listed(mia.browser)).unread).toBe(2);
    const preferences = (await mia.browser.get(here.at('/notification-preferences'))).body as Preferences;
    expect(preferences.kinds.find(({ kind }) => kind === 'incident-updated')).toMatchObject({
      page: 'at-once',
      mail: 'off',
    });

    const forged = await signedOut().post(`/api/v1/unsubscribe/${token.slice(0, -2)}xx`);
    const nothing = await signedOut().post('/api/v1/unsubscribe/nothing');
    expect([forged.status, nothing.status]).toEqual([404, 404]);
    expect(forged.body.detail).toBe(nothing.body.detail);
  });

  it('keeps a log for administrators and auditors, without what was said', async () => {
    await tell({ about: { thing: 'incident', id: 'the-one' }, kind: 'incident-late' });
    const { browser } = here.administrator;
    const found = (await browser.get(here.at('/deliveries?aboutId=the-one&channel=mail'))).body as {
      items: Delivery[];
    };
    expect(found.items.map(({ address }) => address)).toContain(ana.person.email);
    expect(found.items[0]).toMatchObject({ state: 'posted', channel: 'mail', kind: 'incident-late' });
    const one = await browser.get(here.at(`/deliveries/${found.items[0]?.id}`));
    expect(one.body).toMatchObject({ id: found.items[0]?.id, tries: [] });
    for (const by of [ana.browser, partner]) expect((await by.get(here.at('/deliveries'))).status).toBe(403);
    expect((await browser.get(here.at(`/deliveries/${newId()}`))).status).toBe(404);
  });
});

describe('webhooks over the API', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    here = await TenantUnderTest.make(api);
  });
  afterAll(() => api.stop());

  const wanted = { name: 'SIEM', format: 'standard', url: 'https://hooks.example.com/in' };
  const add = (body: object = {}) =>
    here.administrator.browser.post(here.at('/webhooks'), { ...wanted, ...body });

  it('are added with a secret that is shown once, changed on what was read, and logged', async () => {
    const added = await add();
    expect(added.status).toBe(201);
    const { secret, ...webhook } = added.body as Webhook & { secret: string };
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { browser } = here.administrator;
    expect((await browser.get(here.at(`/webhooks/${webhook.id}`))).body).toEqual(webhook);
    const body = { name: 'SIEM 2', language: 'es', kinds: ['incident-late'], enabled: true };
    const changed = await browser.patch(here.at(`/webhooks/${webhook.id}`), body, webhook.version);
    expect(changed.body).toMatchObject({ ...body, version: 2 });
    expect((await browser.patch(here.at(`/webhooks/${webhook.id}`), body, webhook.version)).status).toBe(412);
    const log = await browser.get(here.at('/activity-log?limit=10'));
    const actions = (log.body as { items: { action: string }[] }).items.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['webhook-added', 'webhook-changed']));
    expect(JSON.stringify(log.body)).not.toContain(secret.slice(6));
  });

  it.each([
    ['http', { url: 'http://hooks.example.com/in' }, 'url'],
    ['with a password', { url: 'https://a:b@hooks.example.com/in' }, 'url'],
    ['no address', { url: 'hooks' }, 'url'],
    ['Slack elsewhere', { format: 'slack', url: 'https://hooks.slack.com.evil.example/services/x' }, 'url'],
    ['Teams elsewhere', { format: 'teams', url: 'https://webhook.office.com.evil.example/x' }, 'url'],
    ['an unknown kind', { kinds: ['no-such'] }, 'kinds.0'],
    ['an unknown field', { urls: [] }, 'urls'],
    ['no name', { name: ' ' }, 'name'],
  ])('refuse %s, naming the field', async (_, over, field) => {
    const refused = await add(over);
    expect(refused.status).toBe(400);
    expect((refused.body as { fields: { path: string }[] }).fields.map(({ path }) => path)).toEqual([field]);
  });

  it('takes incoming webhooks of chats at their own hosts', async () => {
    const slack = await add({ format: 'slack', url: 'https://hooks.slack.com/services/T/B/x' });
    const teams = await add({ format: 'teams', url: 'https://prod-1.westus.logic.azure.com/workflows/x' });
    expect([slack.body.url, slack.body.host, teams.body.host]).toEqual([
      null,
      'hooks.slack.com',
      'prod-1.westus.logic.azure.com',
    ]);
  });

  it('are for administrators: not for other roles, partners, other tenants, or whoever is signed out', async () => {
    const { id, version } = (await add()).body as Webhook;
    const manager = (await api.member(here.tenant, 'vendor_manager')).browser;
    const partner = (await api.member(here.tenant, 'vendor_administrator', here.vendor.id)).browser;
    const elsewhere = await TenantUnderTest.make(api);
    const calls = (by: Browser) => [
      by.get(here.at('/webhooks')),
      by.get(here.at(`/webhooks/${id}`)),
      by.post(here.at('/webhooks'), wanted),
      by.post(here.at(`/webhooks/${id}/test`)),
      by.post(here.at(`/webhooks/${id}/secrets`)),
      by.delete(here.at(`/webhooks/${id}`), version),
    ];
    for (const by of [manager, partner]) for (const call of calls(by)) expect((await call).status).toBe(403);
    for (const call of calls(elsewhere.administrator.browser)) expect((await call).status).toBe(404);
    const foreign = await elsewhere.administrator.browser.get(elsewhere.at(`/webhooks/${id}`));
    const missing = await elsewhere.administrator.browser.get(elsewhere.at(`/webhooks/${newId()}`));
    expect([foreign.status, foreign.body.detail]).toEqual([404, missing.body.detail]);
    expect((await request(api.app.getHttpServer()).get(here.at('/webhooks'))).status).toBe(401);
  });
});
