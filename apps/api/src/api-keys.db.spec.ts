import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiUnderTest, Browser } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

describe('API keys', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    here = await TenantUnderTest.make(api);
  });

  const make = (browser: Browser, body: object) =>
    browser.post(here.at('/api-keys'), {
      name: 'nightly',
      scopes: ['vendor.read'],
      expiresInDays: 30,
      ...body,
    });
  const by = (key: string, path: string) => new Browser(api).get(path).set('Authorization', `Bearer ${key}`);

  it('are shown once, kept as a hash, and act within their scopes and tenant', async () => {
    const made = await make(here.administrator.browser, {});
    const { key, id } = made.body as { key: string; id: string };
    expect([made.status, made.headers['cache-control'], key]).toEqual([
      201,
      'no-store',
      expect.stringMatching(/^plk_[\w-]{43}$/),
    ]);
    const list = await here.administrator.browser.get(here.at('/api-keys'));
    expect(list.text).not.toContain(key);
    const stored = await here.query('select * from api_key where tenant_id = $1');
    expect(JSON.stringify(stored)).not.toContain(key);

    await by(key, here.at('/vendors')).expect(200);
    expect((await by(key, here.at('/people'))).status).toBe(403);
    expect((await by(key, `/api/v1/tenants/${(await api.database.tenant()).slug}/vendors`)).status).toBe(401);
    expect((await by(`plk_${'x'.repeat(43)}`, here.at('/vendors'))).status).toBe(401);
    const used = (await here.administrator.browser.get(here.at('/api-keys'))).body as {
      items: { lastUsedAt: string }[];
    };
    expect(used.items[0]?.lastUsedAt).toBe(api.clock.date().toISOString());
    expect(await here.logged()).toContain('api-key-made');
    expect(id).toBeTruthy();
  });

  it('need no CSRF token, and ignore cookies that come along', async () => {
    const { key } = (await make(here.administrator.browser, { scopes: ['vendor.read'] })).body as {
      key: string;
    };
    const answer = await here.administrator.browser
      .post(here.at('/invitations'), { email: 'x@people.test', role: 'executive' })
      .set('Authorization', `Bearer ${key}`);
    expect([answer.status, code(answer)]).toEqual([403, 'permission-missing']);
  });

  it('end when they expire and when they are revoked', async () => {
    const first = (await make(here.administrator.browser, { expiresInDays: 1 })).body as { key: string };
    const second = (await make(here.administrator.browser, {})).body as {
      key: string;
      id: string;
      version: number;
    };
    await here.administrator.browser.delete(here.at(`/api-keys/${second.id}`), second.version).expect(204);
    expect((await by(second.key, here.at('/vendors'))).status).toBe(401);
    await by(first.key, here.at('/vendors')).expect(200);
    await api.advance({ hours: 24 });
    expect((await by(first.key, here.at('/vendors'))).status).toBe(401);
  });

  it('cannot do more than their maker, nor administer people', async () => {
    const beyond = await make(here.administrator.browser, { scopes: ['scorecard.publish'] });
    expect([beyond.status, code(beyond)]).toEqual([403, 'scope-beyond-own']);
    const people = await make(here.administrator.browser, { scopes: ['people.invite'] });
    expect(people.status).toBe(400);
  });

  it('are revoked when their maker’s role loses what they may', async () => {
    const second = await api.member(here.tenant, 'administrator');
    const narrow = (await make(second.browser, { scopes: ['vendor.read'] })).body as { key: string };
    const wide = (await make(second.browser, { scopes: ['vendor.write'] })).body as { key: string };
    const membership = await here.membershipOf(second.person);
    await here.administrator.browser
      .patch(here.at(`/people/${membership.id}`), { role: 'executive' }, 1)
      .expect(200);
    await by(narrow.key, here.at('/vendors')).expect(200);
    expect((await by(wide.key, here.at('/vendors'))).status).toBe(401);
  });

  it('of a vendor see that vendor only', async () => {
    const { browser } = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
    expect((await make(browser, {})).status).toBe(400);
    expect((await make(browser, { vendorId: here.otherVendor.id })).status).toBe(404);
    const { key } = (await make(browser, { vendorId: here.vendor.id })).body as { key: string };
    const seen = (await by(key, here.at('/vendors'))).body as { items: { id: string }[] };
    expect(seen.items.map((item) => item.id)).toEqual([here.vendor.id]);
  });
});
